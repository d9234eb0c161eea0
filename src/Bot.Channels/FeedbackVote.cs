namespace Bot.Channels;

/// <summary>What a person thinks of an answer.</summary>
/// <param name="AnswerId">The answer's <see cref="Answers.Answer.Id"/>.</param>
/// <param name="IsUp">True: it helped; null: the person takes back what was said before.</param>
/// <param name="Comment">The person's words, trimmed, at most <see cref="MaximumCommentLength"/>; null when none were given.</param>
public sealed record FeedbackVote(string AnswerId, bool? IsUp, string? Comment)
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaximumCommentLength = 1000;
}
