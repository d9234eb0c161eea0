namespace Bot.Corpus;

/// <summary>What a measure is worth on a given day.</summary>
public enum MeasureState
{
    InForce,

    /// <summary>Set by a document that doesn't write from or until when it holds.</summary>
    Undated,

    /// <summary>Planned, or in force only from a later day.</summary>
    Planned,

    Expired,

    /// <summary>A later document ended it.</summary>
    Repealed,

    /// <summary>A report tells of it without setting it.</summary>
    OnlyMentioned,
}
