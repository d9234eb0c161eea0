using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>Some of the figures that a query finds.</summary>
/// <param name="Figures">In order of region, indicator, period, report and place in the report.</param>
/// <param name="Total">How many the query finds in all, offset and limit aside.</param>
public sealed record FigurePage(ImmutableArray<LedgerFigure> Figures, int Total);
