namespace Bot.Answers.Generating;

/// <summary>What becomes of a sentence.</summary>
internal enum VerdictKind
{
    Supported,

    /// <summary>It states what its sources don't: withheld, and repaired once.</summary>
    Unsupported,

    /// <summary>It holds what no answer may hold: dropped.</summary>
    Forbidden,

    /// <summary>It states nothing: dropped.</summary>
    Empty,
}
