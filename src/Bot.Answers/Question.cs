using Bot.Answers.Matching;

namespace Bot.Answers;

/// <summary>One question as a channel received it.</summary>
/// <param name="Text">The person's words.</param>
/// <param name="Conversation">Whose conversation it belongs to (per channel, chat and sender); null: it stands alone.</param>
public sealed record Question(string Text, string? Conversation = null)
{
    /// <summary>What the person told of their enterprise elsewhere in this conversation (a guided dialogue); null: nothing.</summary>
    public EnterpriseProfile? Told { get; init; }

    /// <summary>The longest question that is answered, in UTF-16 code units; channels refuse longer ones with a clear word.</summary>
    public const int MaximumLength = 1000;
}
