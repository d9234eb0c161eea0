using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Sets figures side by side, each with its citation, and calculates only where they may be compared.</summary>
internal sealed partial class ComparisonComposer(SideFinder finder)
{
    private sealed record Row(Side Side, Figure Figure, string Marker);

    public async Task<AnswerDraft?> ComposeAsync(QuestionReading reading, Scope scope, CancellationToken cancellationToken)
    {
        var sides = await finder.FindAsync(reading, scope, cancellationToken);
        if (sides.Length < 2 && sides.All(s => s.Chosen.Length < 2))
            return null;
        var draft = new AnswerDraft();
        var rows = sides.SelectMany(s => s.Chosen.Select(f => new Row(s, f.Figure, Cite(draft, f)))).ToList();
        if (rows.Count > 0)
        {
            foreach (var line in Verdict(draft, reading, rows))
                draft.Line(line);
            Table(draft, reading, rows);
        }

        var isWhole = true;
        foreach (var side in sides.Where(s => s.Chosen.IsEmpty))
            isWhole &= InWords(draft, side, reading);
        return rows.Count == 0 && !isWhole ? null : draft;
    }

    // Where no sound figure is known, the sentence that tells is quoted, and nothing is calculated.
    private static bool InWords(AnswerDraft draft, Side side, QuestionReading reading)
    {
        var own = reading with { Status = side.Slot.Status };
        var told = SentenceChoice.Choose(FigureComposer.Candidates(own, side.Scope, side.Evidence), side.Evidence.Terms);
        if (!told.IsEmpty)
            Statement.Add(draft, told[0], own, side.Scope, side.Evidence.Terms);
        else
            draft.Line(Missing(side, reading));
        return !told.IsEmpty;
    }

    private static string Cite(AnswerDraft draft, FigureChoice.Scored scored)
    {
        var marker = draft.Cite(scored.Sentence);
        draft.State(scored.Figure, marker);
        return marker;
    }

    private static IEnumerable<string> Verdict(AnswerDraft draft, QuestionReading reading, List<Row> rows)
    {
        var sides = rows.GroupBy(r => r.Side).ToList();
        foreach (var summed in sides.Where(s => s.Count() > 1))
            yield return Calculation.Sum(draft, [.. summed.Select(r => (r.Figure, r.Marker))]);
        if (sides.Count == 2)
        {
            if (rows.Count == 2 && SideFinder.Sum().IsMatch(reading.Folded) && rows[0].Figure.Unit == rows[1].Figure.Unit)
                yield return Calculation.Sum(draft, [.. rows.Select(r => (r.Figure, r.Marker))]);
            if (Calculation.Compare(draft, Total(sides[0], rows), Total(sides[1], rows)) is { } line)
                yield return line;
        }
        else if (sides.Count > 2 && Calculation.Highest([.. sides.Select(s => Total(s, rows))], reading.Folded) is { } best)
        {
            yield return best;
        }
    }

    private static Operand Total(IGrouping<Side, Row> side, List<Row> rows)
    {
        var first = side.First();
        var total = first.Figure with { Value = side.Sum(r => r.Figure.Value) };
        var isSamePlace = rows.Select(r => (r.Figure.Region, r.Figure.Period, r.Figure.Status)).Distinct().Count() == 1;
        var name = isSamePlace ? first.Figure.Words : Place(first.Figure) + (total.Status == FigureStatus.Target ? "目标" : "");
        return new Operand(total, string.Concat(side.Select(r => r.Marker).Distinct()), name);
    }

    /// <summary>Region and time of a figure: 绍兴市2019年1—11月.</summary>
    private static string Place(Figure figure) => figure.Region + figure.Period switch
    {
        null => "",
        { FromYear: var from, ToYear: var to } when from != to => string.Create(CultureInfo.InvariantCulture, $"{from}—{to}年"),
        { IsPartial: true } p when p.FromMonth == p.ToMonth => string.Create(CultureInfo.InvariantCulture, $"{p.FromYear}年{p.FromMonth}月"),
        { IsPartial: true } p => string.Create(CultureInfo.InvariantCulture, $"{p.FromYear}年{p.FromMonth}—{p.ToMonth}月"),
        { } p => string.Create(CultureInfo.InvariantCulture, $"{p.FromYear}年"),
    };

    private static void Table(AnswerDraft draft, QuestionReading reading, List<Row> rows)
    {
        draft.Blank();
        draft.Line(reading.IsEnglish ? "| Region and time | Indicator | Figure | Kind |" : "| 地区与时间 | 指标 | 数值 | 性质 |");
        draft.Line("|---|---|---|---|");
        foreach (var row in rows)
        {
            var kind = (row.Figure.Status, reading.IsEnglish) switch
            {
                (FigureStatus.Target, false) => "目标",
                (FigureStatus.Target, true) => "target",
                (_, true) => "result",
                _ => "结果",
            };
            var indicator = ListNumber().Replace(row.Figure.Words, "").Replace('|', '/') + AspectWord(row.Figure, reading.IsEnglish);
            draft.Line($"| {Place(row.Figure)} | {indicator} | {Calculation.Written(row.Figure)}{row.Marker} | {kind} |");
        }
    }

    // 2.全社会研发投入…: the number of the list entry that the indicator opens.
    [GeneratedRegex(@"^[(（]?[0-9一二三四五六七八九十]{1,2}[)）.．、]\s*")]
    private static partial Regex ListNumber();

    // Words alone don't say that 43.4% is the growth of an investment, or 416 what was added.
    private static string AspectWord(Figure figure, bool english) => (figure.Aspect, english) switch
    {
        (FigureAspect.Growth, false) => "（增速）",
        (FigureAspect.New, false) => "（新增）",
        (FigureAspect.NetIncrease, false) => "（净增）",
        (FigureAspect.Cumulative, false) => "（累计）",
        (FigureAspect.Rank, false) => "（位次）",
        (FigureAspect.Difference, false) => "（变动）",
        (FigureAspect.Growth, true) => " (growth)",
        (FigureAspect.New, true) => " (new)",
        (FigureAspect.NetIncrease, true) => " (net increase)",
        (FigureAspect.Cumulative, true) => " (total)",
        (FigureAspect.Rank, true) => " (rank)",
        (FigureAspect.Difference, true) => " (change)",
        _ => "",
    };

    private static string Missing(Side side, QuestionReading reading)
    {
        var years = Wording.Join(side.Slot.Years);
        if (reading.IsEnglish)
            return $"The reports state no such figure for {side.Slot.Region} {years}.".Replace("  ", " ", StringComparison.Ordinal);
        var status = side.Slot.Status switch { AskedStatus.Target => "目标", AskedStatus.Achieved => "实际结果", _ => "数据" };
        return $"资料没有写明{side.Slot.Region}{(years.Length > 0 ? years + "年的" : "")}{status}。";
    }
}
