namespace Bot.Channels.WeCom;

/// <summary>A stream as it stands.</summary>
/// <param name="Content">All of it, in Markdown.</param>
/// <param name="IsFinished">Nothing comes after.</param>
/// <param name="Card">With the finished content only.</param>
internal sealed record StreamSight(string Content, bool IsFinished, TemplateCard? Card)
{
    public AiBotBody ToBody(string stream) => AiBotBody.OfStream(stream, Content, IsFinished, Card);
}
