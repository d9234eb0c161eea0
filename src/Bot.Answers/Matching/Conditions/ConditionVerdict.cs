namespace Bot.Answers.Matching;

/// <summary>How a condition stands, by what was told.</summary>
public enum ConditionVerdict
{
    /// <summary>满足.</summary>
    Met,

    /// <summary>不满足.</summary>
    NotMet,

    /// <summary>待确认: the standard is written, what was told doesn't settle it.</summary>
    ToConfirm,

    /// <summary>原文未写明: something is required whose standard isn't written.</summary>
    NotWritten,
}
