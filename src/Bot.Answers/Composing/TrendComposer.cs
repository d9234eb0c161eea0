using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Calculating;
using Bot.Answers.Finding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>Says how an indicator moved: from where to where, then every point with its source, gaps said.</summary>
internal static class TrendComposer
{
    /// <param name="from">First year asked about; null: where each series begins.</param>
    /// <param name="to">Last year asked about; null: where each series ends.</param>
    public static (AnswerDraft Draft, Chart? Chart) Compose(ImmutableArray<TrendSeries> series, int? from, int? to, bool english)
    {
        var draft = new AnswerDraft();
        foreach (var one in series)
            draft.Line(Verdict(draft, one, english));
        if (series.Any(s => s.Points.Length > 1) || series.Length > 1)
            Table(draft, series, english);
        foreach (var one in series.Where(s => s.Points.Any(p => !p.Others.IsEmpty)))
        {
            foreach (var point in one.Points.Where(p => !p.Others.IsEmpty))
                draft.Line(Disagreements.Line(draft, point.Stated, point.Others, english));
        }

        foreach (var one in series)
            Gaps(draft, one, series.Length > 1, from ?? First(one), to ?? Last(one), english);
        return (draft, TrendChart.Of(draft, series, english));
    }

    /// <summary>What the series is called: 滁州市吸纳技术合同成交额目标.</summary>
    public static string NameOf(TrendSeries series, bool english) => series.Region + (english ? ": " : "") + series.Modifier + Indicator(series)
        + (series.Status == FigureStatus.Target ? english ? " (targets)" : "目标" : "");

    public static string Indicator(TrendSeries series)
    {
        var figure = series.Points[^1].Stated.Figure;
        return (figure.Indicator ?? figure.Words).Replace('|', '/') + Side(figure.Aspect);
    }

    private static string Side(FigureAspect aspect) => aspect switch
    {
        FigureAspect.New => "（新增）",
        FigureAspect.NetIncrease => "（净增）",
        FigureAspect.Cumulative => "（累计）",
        FigureAspect.Growth => "（增速）",
        FigureAspect.Rank => "（位次）",
        _ => "",
    };

    private static string Verdict(AnswerDraft draft, TrendSeries series, bool english)
    {
        var (first, last) = (series.Points[0].Stated, series.Points[^1].Stated);
        var name = NameOf(series, english);
        if (series.Points.Length == 1)
        {
            return english
                ? $"{name} is only stated for {When(first, true)}: {Said(draft, first)}; that is no series to show a change."
                : $"{name}只写明了{When(first, false)}的数：{Said(draft, first)}，不成序列，看不出变化。";
        }

        var change = TrendChange.Between(draft, first.Figure, last.Figure, english);
        var wavers = Wavers(series);
        return english
            ? $"{name} went from {Said(draft, first)} ({When(first, true)}) to {Said(draft, last)} ({When(last, true)}){change}{(wavers ? ", not steadily" : "")}."
            : $"{name}由{When(first, false)}的{Said(draft, first)}变为{When(last, false)}的{Said(draft, last)}{change}{(wavers ? "，其间有升有降" : "")}。";
    }

    private static bool Wavers(TrendSeries series)
    {
        var unit = series.Points[0].Stated.Figure;
        var steps = series.Points.Zip(series.Points.Skip(1), (a, b) =>
            Scaling.InUnitOf(unit, b.Stated.Figure).CompareTo(Scaling.InUnitOf(unit, a.Stated.Figure))).ToList();
        return steps.Contains(1) && steps.Contains(-1);
    }

    private static void Table(AnswerDraft draft, ImmutableArray<TrendSeries> series, bool english)
    {
        var several = series.Length > 1;
        draft.Blank();
        draft.Line((several ? english ? "| Series " : "| 指标 " : "") + (english ? "| Time | Figure | Kind |" : "| 时间 | 数值 | 性质 |"));
        draft.Line((several ? "|---" : "") + "|---|---|---|");
        foreach (var one in series)
        {
            foreach (var point in one.Points)
            {
                Row(point.Stated, "");
                foreach (var other in point.Others)
                    Row(other, english ? ", stated otherwise" : "，另一说法");
            }

            void Row(LedgerFigure stated, string note) => draft.Line(
                (several ? $"| {NameOf(one, english)} " : "")
                + $"| {When(stated, english)} | {Said(draft, stated)} | {Kind(stated.Figure, english)}{note} |");
        }
    }

    private static string Said(AnswerDraft draft, LedgerFigure stated)
    {
        var marker = draft.Cite(stated.Paragraph, FigureIdentity.Quote(stated));
        draft.State(stated.Figure, marker);
        return Calculation.Written(stated.Figure) + marker;
    }

    private static string When(LedgerFigure stated, bool english) =>
        Periods.Label(stated.Figure.Period!.Value, FigureIdentity.Quote(stated), english);

    // 预计, 力争 and what else the figure itself doesn't show.
    private static string Kind(Figure figure, bool english)
    {
        var kind = (figure.Status, english) switch
        {
            (FigureStatus.Target, false) => "目标",
            (FigureStatus.Target, true) => "target",
            (_, false) => figure.Period!.Value.IsPartial ? "结果（非全年）" : "结果",
            (_, true) => figure.Period!.Value.IsPartial ? "result, part of the year" : "result",
        };
        var written = Calculation.Written(figure);
        var more = (figure.Qualifier?.Split('、') ?? []).Where(q => !written.Contains(q, StringComparison.Ordinal)).ToList();
        return more.Count == 0 ? kind : $"{kind}（{string.Join('、', more)}）";
    }

    private static int First(TrendSeries series) => series.Points.Min(p => p.Stated.Figure.Period!.Value.FromYear);

    private static int Last(TrendSeries series) => series.Points.Max(p => p.Stated.Figure.Period!.Value.ToYear);

    private static void Gaps(AnswerDraft draft, TrendSeries series, bool isNamed, int from, int to, bool english)
    {
        var lacking = Enumerable.Range(from, to - from + 1)
            .Where(y => !series.Points.Any(p => p.Stated.Figure.Period!.Value.Covers(y)))
            .ToImmutableArray();
        if (lacking.IsEmpty)
            return;
        foreach (var year in lacking.Where(y => y != from && y != to && !draft.Computed.Any(c => c.Value == y)))
            draft.Compute(year, string.Create(CultureInfo.InvariantCulture, $"{from}—{to}年含{year}年"));
        var name = isNamed ? NameOf(series, english) : "";
        draft.Line(english
            ? $"The reports state no such figure for {name}{(isNamed ? ", " : "")}{Wording.Join(lacking)}."
            : $"资料没有写明{name}{Wording.Join(lacking)}年的数值。");
    }
}
