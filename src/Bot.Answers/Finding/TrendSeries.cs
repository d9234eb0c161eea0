using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Finding;

/// <summary>One indicator of one region over time: results, or targets.</summary>
/// <param name="Region">The region's full name.</param>
/// <param name="Modifier">What sets it apart from a like series of the region (吸纳 of 吸纳技术合同成交额); empty: nothing.</param>
/// <param name="Points">In order of time; never empty.</param>
internal sealed record TrendSeries(string Region, FigureStatus Status, string Modifier, ImmutableArray<TrendPoint> Points);
