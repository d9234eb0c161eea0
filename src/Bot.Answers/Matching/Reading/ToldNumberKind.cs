namespace Bot.Answers.Matching;

/// <summary>What a told number's unit makes of it.</summary>
internal enum ToldNumberKind
{
    Money,
    Share,
    People,
    Area,
    Count,

    /// <summary>Full-time equivalents (FTE).</summary>
    FullTime,
}
