namespace Bot.Answers.Matching;

/// <summary>How a standing was come by.</summary>
public enum Acquisition
{
    /// <summary>首次, 第一次.</summary>
    First,

    /// <summary>刚评上, 新认定: lately; whether for the first time wasn't told.</summary>
    New,

    /// <summary>重新认定, 复审.</summary>
    Renewed,
}
