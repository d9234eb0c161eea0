namespace Bot.Answers.Matching;

/// <summary>How words said to an open question were taken.</summary>
public abstract record GuidedReply
{
    private GuidedReply()
    {
    }

    /// <summary>They tell something.</summary>
    /// <param name="State">With the next question, or with the same one where they tell something else.</param>
    public sealed record Understood(GuidedState State) : GuidedReply;

    /// <summary>They say that it isn't known: it is left open.</summary>
    public sealed record LeftOpen(GuidedState State) : GuidedReply;

    /// <summary>They tell nothing that could be read. Nothing is guessed.</summary>
    /// <param name="Hint">What would be understood.</param>
    public sealed record Unread(Bilingual Hint) : GuidedReply;
}
