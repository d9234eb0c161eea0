using Bot.Answers;

namespace Bot.Channels;

/// <inheritdoc cref="Chart"/>
internal sealed record ChartBody(string Title, string Unit, IReadOnlyList<ChartSeriesBody> Series)
{
    public static ChartBody Of(Chart chart) =>
        new(chart.Title, chart.Unit, [.. chart.Series.Select(series => new ChartSeriesBody(series.Name, [.. series.Points.Select(ChartPointBody.Of)]))]);
}

/// <inheritdoc cref="ChartSeries"/>
internal sealed record ChartSeriesBody(string Name, IReadOnlyList<ChartPointBody> Points);

/// <inheritdoc cref="ChartPoint"/>
/// <param name="Period">As <see cref="Corpus.Period.ToString"/>.</param>
/// <param name="Partial">Less than the whole of its year.</param>
/// <param name="Status">achieved, target, unclear.</param>
internal sealed record ChartPointBody(string Label, string Period, bool Partial, decimal Value, string Written, string Status, int Citation)
{
    public static ChartPointBody Of(ChartPoint point) => new(
        point.Label,
        point.Period.ToString(),
        point.Period.IsPartial,
        AnswerBody.Plain(point.Value),
        point.Written,
        FigureNames.Of(point.Status).Wire,
        point.Citation);
}
