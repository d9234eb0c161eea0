namespace Bot.Channels.WeCom;

/// <summary>What an event means to the bot.</summary>
internal abstract record AiBotIncoming(ChatRequest Request)
{
    /// <summary>Somebody asks; <see cref="ChatRequest.Text"/> is the question.</summary>
    public sealed record Said(ChatRequest Request) : AiBotIncoming(Request);

    /// <summary>Somebody sends what the bot can't read.</summary>
    /// <param name="What">Its kind in Chinese.</param>
    public sealed record Unreadable(ChatRequest Request, string What) : AiBotIncoming(Request);

    /// <summary>Somebody taps a card.</summary>
    /// <param name="Key">Null: none of the bot's, or of a form that is no longer known.</param>
    public sealed record Tapped(ChatRequest Request, CardKey? Key, string TaskId) : AiBotIncoming(Request);
}
