using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>
/// Staff's corrections of measures: an overlay that survives re-reading and can be taken back, as with figures. A correction changes what
/// words are taken for; numbers must stand in their sentence, because answers may state no other.
/// </summary>
public interface IMeasureCorrections
{
    /// <summary>Corrects one item, in place of an earlier correction of it, wherever its report says the same words.</summary>
    /// <param name="item">As whoever corrects it saw it: when it is no longer so, nothing is changed.</param>
    /// <param name="by">Who corrects, at most 100 characters; null when not said.</param>
    Task<CorrectionOutcome> CorrectAsync(
        MeasureItem item, MeasureMeaning meaning, string? by, string? note, CancellationToken cancellationToken);

    /// <summary>Takes a correction back: the item is as it was read.</summary>
    /// <returns>False when no correction has this id.</returns>
    Task<bool> TakeBackAsync(string id, CancellationToken cancellationToken);

    /// <summary>Every correction of a measure, latest first, stale ones too.</summary>
    Task<ImmutableArray<KeptMeasureCorrection>> ListAsync(CancellationToken cancellationToken);
}
