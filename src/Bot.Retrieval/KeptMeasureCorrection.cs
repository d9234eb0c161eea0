namespace Bot.Retrieval;

/// <summary>A correction of a measure as it is kept.</summary>
/// <param name="By">Who made it, as they call themselves; null when they didn't say.</param>
/// <param name="Note">Why; null when nothing was said.</param>
/// <param name="IsApplied">False: it is stale, for no report holds the words any more, or they are read as something else now.</param>
public sealed record KeptMeasureCorrection(
    string Id, MeasureItem Item, MeasureMeaning Meaning, DateTimeOffset At, string? By, string? Note, bool IsApplied);
