using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>Some of the measures that a query finds.</summary>
/// <param name="Measures">In order of region, report and number in the report.</param>
/// <param name="Total">How many the query finds in all, offset and limit aside.</param>
public sealed record MeasurePage(ImmutableArray<FoundMeasure> Measures, int Total);
