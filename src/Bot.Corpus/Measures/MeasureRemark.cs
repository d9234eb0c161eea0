namespace Bot.Corpus;

/// <summary>One correction of a measure by staff.</summary>
/// <param name="Id">Names the correction, so that it can be taken back. One correction of a general rule shows in all measures it holds for.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">Who made it, as they call themselves; null when they didn't say.</param>
/// <param name="Note">Why; null when nothing was said.</param>
/// <param name="Index">Of the condition or amount among those of <see cref="MeasureCorrection.Read"/>; 0 for the whole.</param>
/// <param name="Condition">What stands in its place, equal to what was read where that was found right; null: withdrawn, or no condition.</param>
/// <param name="Amount">As <paramref name="Condition"/>.</param>
public sealed record MeasureRemark(
    string Id, DateTimeOffset At, string? By, string? Note, MeasurePart Part, int Index, MeasureCondition? Condition, MeasureAmount? Amount)
{
    /// <summary>True: what was read there doesn't count.</summary>
    public bool IsWithdrawn => Condition is null && Amount is null;
}
