using System.Collections.Immutable;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>What the reports state for one period.</summary>
/// <param name="Others">Other values stated for the very same, which can't both be right; empty: none.</param>
internal sealed record TrendPoint(LedgerFigure Stated, ImmutableArray<LedgerFigure> Others);
