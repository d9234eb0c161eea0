using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>What staff corrected in a measure. Its words still stand in the report: a correction changes what they are taken for.</summary>
/// <param name="Read">The measure as it was read.</param>
/// <param name="Remarks">At least one; of one condition or amount at most one.</param>
public sealed record MeasureCorrection(Measure Read, ImmutableArray<MeasureRemark> Remarks);
