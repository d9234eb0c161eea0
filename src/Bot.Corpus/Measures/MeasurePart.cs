namespace Bot.Corpus;

/// <summary>What of a measure staff can correct.</summary>
public enum MeasurePart
{
    /// <summary>The entry as such: it is none, and is hidden.</summary>
    Whole,

    Condition,

    Amount,
}
