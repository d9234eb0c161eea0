using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Calculating;
using Bot.Answers.Finding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>The points of a trend as a chart, in one unit.</summary>
internal static class TrendChart
{
    /// <summary>Null with less than two points. Figures over several years (2011—2014年) are left to the table.</summary>
    public static Chart? Of(AnswerDraft draft, ImmutableArray<TrendSeries> series, bool english)
    {
        var unit = series[0].Points[^1].Stated.Figure;
        var drawn = series.Select(s => new ChartSeries(Name(s, english), [.. s.Points.Where(p => IsOneYear(p)).Select(p => Point(draft, p, unit, english))]))
            .Where(s => !s.Points.IsEmpty)
            .ToImmutableArray();
        var regions = series.Select(s => s.Region).Distinct().ToList();
        var title = string.Join(english ? ", " : "、", regions) + " " + TrendComposer.Indicator(series[0]);
        return drawn.Sum(s => s.Points.Length) < 2 ? null : new Chart(title, UnitOf(unit), drawn);
    }

    private static bool IsOneYear(TrendPoint point) => point.Stated.Figure.Period!.Value is var p && p.FromYear == p.ToYear;

    private static string Name(TrendSeries series, bool english) =>
        series.Region + series.Modifier + (series.Status == FigureStatus.Target ? english ? " targets" : "目标" : "");

    private static ChartPoint Point(AnswerDraft draft, TrendPoint point, Figure unit, bool english)
    {
        var figure = point.Stated.Figure;
        var marker = draft.Cite(point.Stated.Paragraph, FigureIdentity.Quote(point.Stated));
        return new ChartPoint(
            Periods.Label(figure.Period!.Value, FigureIdentity.Quote(point.Stated), english),
            figure.Period.Value,
            Scaling.InUnitOf(unit, figure),
            Calculation.Written(figure),
            figure.Status,
            int.Parse(marker.Trim('[', ']'), CultureInfo.InvariantCulture));
    }

    private static string UnitOf(Figure figure) => figure.Aspect == FigureAspect.Rank ? "位" : figure.Unit;
}
