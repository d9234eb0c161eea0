namespace Bot.Answers.Understanding;

/// <summary>Whether a question wants results, plans, or either.</summary>
internal enum AskedStatus
{
    Any,
    Achieved,
    Target,

    /// <summary>Both, side by side: 目标完成了吗, 现状和目标.</summary>
    Both,
}
