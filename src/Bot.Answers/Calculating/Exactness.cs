namespace Bot.Answers.Calculating;

/// <summary>How far a number is known.</summary>
internal enum Exactness
{
    Exact,

    /// <summary>约, 近, 左右.</summary>
    About,

    /// <summary>超过, 以上, 余: a lower bound.</summary>
    AtLeast,

    /// <summary>不超过, 以内: an upper bound.</summary>
    AtMost,

    /// <summary>Bounds that point apart: nothing can be said.</summary>
    Unknown,
}
