using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers;

/// <summary>How an indicator moved over time: what a channel draws beside the text, which holds the same points as a table.</summary>
/// <param name="Title">What is shown, without its unit: 绍兴市 技术交易额.</param>
/// <param name="Unit">The unit of every <see cref="ChartPoint.Value"/>.</param>
public sealed record Chart(string Title, string Unit, ImmutableArray<ChartSeries> Series);

/// <summary>One line of a chart: a region, a status.</summary>
/// <param name="Points">In order of time.</param>
public sealed record ChartSeries(string Name, ImmutableArray<ChartPoint> Points);

/// <summary>One figure of a chart.</summary>
/// <param name="Label">The time as people read it: 2019年1—11月.</param>
/// <param name="Value">In the chart's unit, for drawing only.</param>
/// <param name="Written">As the report writes it, unit and qualifier included: 约12.3亿元.</param>
/// <param name="Citation">Number of the citation that holds it.</param>
public sealed record ChartPoint(string Label, Period Period, decimal Value, string Written, FigureStatus Status, int Citation);
