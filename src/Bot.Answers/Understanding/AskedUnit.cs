namespace Bot.Answers.Understanding;

/// <summary>What kind of number would answer.</summary>
internal enum AskedUnit
{
    /// <summary>No number is asked for.</summary>
    None,

    /// <summary>A number of any kind.</summary>
    Any,
    Count,
    Money,
    Percent,
    Rank,
}
