using System.Text.RegularExpressions;
using Bot.Answers.Calculating;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Sets figures side by side, each with its citation, and calculates only where they may be compared.</summary>
internal sealed partial class ComparisonComposer(SideFinder finder)
{
    private sealed record Row(Side Side, FigureChoice.Scored Scored, string Marker)
    {
        public Figure Figure => Scored.Figure;
    }

    public async Task<AnswerDraft?> ComposeAsync(QuestionReading reading, Scope scope, CancellationToken cancellationToken)
    {
        var sides = await finder.FindAsync(reading, scope, cancellationToken);
        if (sides.Length > 2)
            return RankingComposer.Compose(reading, sides);
        if (sides.Length < 2 && sides.All(s => s.Chosen.Length < 2))
            return null;
        var draft = new AnswerDraft();
        var rows = sides.SelectMany(s => s.Chosen.Select(f => new Row(s, f, Cite(draft, f)))).ToList();
        if (rows.Count > 0)
        {
            foreach (var line in Verdict(draft, reading, rows))
                draft.Line(line);
            FigureTable.Add(draft, rows.Select(r => (r.Figure, r.Marker)), reading.IsEnglish);
        }

        var isTold = rows.Count > 0;
        foreach (var side in sides.Where(s => s.Chosen.IsEmpty))
            isTold |= InWords(draft, side, reading);
        return isTold ? draft : null;
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

    public static string Cite(AnswerDraft draft, FigureChoice.Scored scored)
    {
        var marker = draft.Cite(scored.Sentence);
        draft.State(scored.Figure, marker);
        return marker;
    }

    private static IEnumerable<string> Verdict(AnswerDraft draft, QuestionReading reading, List<Row> rows)
    {
        var calculation = new Calculation(draft, reading.IsEnglish);
        var sides = rows.GroupBy(r => r.Side).ToList();
        foreach (var summed in sides.Where(s => s.Count() > 1))
            yield return calculation.Sum([.. summed.Select(r => new Operand(r.Figure, r.Marker, r.Figure.Words))], Between(summed.First(), summed.Last()));
        if (sides.Count != 2)
            yield break;
        var isSum = rows.Count == 2 && SideFinder.Sum().IsMatch(reading.Folded);
        if (isSum)
            yield return calculation.Sum([Total(sides[0], rows, reading), Total(sides[1], rows, reading)], Between(rows[0], rows[1]));
        if (isSum && !SetAgainst().IsMatch(reading.Folded))
            yield break;
        if (reading.Status is AskedStatus.Any && rows.Select(r => r.Figure.Status).Distinct().Count() > 1)
        {
            yield return reading.IsEnglish ? "One of the two is a planned target, not a result, so they are not compared." : "其中有的是计划目标，不是结果，不直接比较。";
            yield break;
        }

        if (Contradicts(rows, reading.IsEnglish) is { } warning)
            yield return warning;
        else if (AskedStatusReader.AsksWhetherReached(reading.Folded) && rows.Count == 2 && Reached(rows, reading.IsEnglish) is { } verdict)
            yield return verdict;
        var (a, b) = (Total(sides[0], rows, reading), Total(sides[1], rows, reading));
        yield return (Times().IsMatch(reading.Folded) ? IsSaidFirst(sides[1].Key, sides[0].Key, reading) ? calculation.Ratio(b, a, asPercent: false) : calculation.Ratio(a, b, asPercent: false) : null) ?? calculation.Compare(a, b);
    }

    // 2022年是2021年的几倍: sides stand in order of their years, the question need not.
    private static bool IsSaidFirst(Side side, Side other, QuestionReading reading) =>
        side.Slot.Years is [var year] && other.Slot.Years is [var otherYear] && At(reading, year) < At(reading, otherYear);

    private static int At(QuestionReading reading, int year) => reading.Folded.IndexOf(FormattableString.Invariant($"{year}"), StringComparison.Ordinal);

    // Yes or no, where every target that the reports state for the year gives the same answer.
    private static string? Reached(List<Row> rows, bool english)
    {
        if (rows.Find(r => r.Figure.Status is FigureStatus.Achieved) is not { } result || rows.Find(r => r.Figure.Status is FigureStatus.Target) is not { } target)
            return null;
        var targets = target.Side.Ranked.Select(r => r.Figure)
            .Where(f => f.Aspect == target.Figure.Aspect && f.Period == target.Figure.Period && f.Unit == target.Figure.Unit && f.Indicator == target.Figure.Indicator && f.Words == target.Figure.Words);
        var verdicts = targets.Append(target.Figure).Select(t => Calculating.Verdict.Reached(result.Figure, t)).Distinct().ToList();
        return (verdicts, english) switch
        {
            ([true], false) => $"是，已达到目标{result.Marker}{target.Marker}。",
            ([false], false) => $"否，未达到目标{result.Marker}{target.Marker}。",
            ([true], true) => $"Yes, the target was reached{result.Marker}{target.Marker}.",
            ([false], true) => $"No, the target was not reached{result.Marker}{target.Marker}.",
            (_, false) => "按原文所写，不能断定是否达到目标。",
            _ => "By what the reports state, it can't be told whether the target was reached.",
        };
    }

    // A report that sums up and plans one and the same year by its title leaves open whether its "result" came after its "plan".
    private static string? Contradicts(List<Row> rows, bool english)
    {
        var (one, other) = (rows[0], rows[^1]);
        var metadata = one.Scored.Sentence.Source.Metadata;
        if (one.Figure.Status == other.Figure.Status || one.Scored.Sentence.Source.Report != other.Scored.Sentence.Source.Report
            || metadata.SummaryYear is not { } year || metadata.PlanYear != year)
            return null;
        return english
            ? "Note: the report gives one and the same year for its summary and its plan; whether the target is for that year can't be told from it, so take the comparison with care."
            : "注意：该报告的总结和计划写的是相同年份，目标是否就是当年的目标无法从原文判断，以下对比仅供参考。";
    }

    private static string Between(Row first, Row last)
    {
        if (first.Scored.Sentence.Text != last.Scored.Sentence.Text || first.Scored.Sentence.Source.Report != last.Scored.Sentence.Source.Report)
            return "";
        var offset = first.Scored.Sentence.Source.Paragraph.Span.Start + first.Scored.Sentence.Sentence.Span.Start;
        var (start, end) = (Math.Min(first.Figure.Span.End, last.Figure.Span.End) - offset, Math.Max(first.Figure.Span.Start, last.Figure.Span.Start) - offset);
        return start >= 0 && end > start && end <= first.Scored.Sentence.Text.Length ? first.Scored.Sentence.Text[start..end] : "";
    }

    private static Operand Total(IGrouping<Side, Row> side, List<Row> rows, QuestionReading reading)
    {
        var first = side.First();
        var total = first.Figure with
        {
            Value = side.Sum(r => r.Figure.Value),
            Qualifier = side.Select(r => r.Figure.Qualifier).FirstOrDefault(q => q is not null),
        };
        var places = rows.Select(r => (r.Figure.Region, r.Figure.Period)).Distinct().Count();
        var name = places == 1 && rows.Select(r => r.Figure.Status).Distinct().Count() == 1 ? first.Figure.Words
            : ((places == 1 && side.First() != rows[0] ? "" : PlaceAndTime.Of(first.Figure, reading.IsEnglish)) + Status(total, places == 1, reading.IsEnglish)).TrimStart();
        return new Operand(total, string.Concat(side.Select(r => r.Marker).Distinct()), name);
    }

    private static string Status(Figure figure, bool isSamePlace, bool english) => (figure.Status, english) switch
    {
        (FigureStatus.Target, false) => "目标",
        (FigureStatus.Target, true) => " target",
        (_, false) when isSamePlace => "实际",
        (_, true) when isSamePlace => " result",
        _ => "",
    };

    private static string Missing(Side side, QuestionReading reading)
    {
        var years = Wording.Join(side.Slot.Years);
        if (reading.IsEnglish)
        {
            var kind = side.Slot.Status switch { AskedStatus.Target => "target", AskedStatus.Achieved => "result", _ => "figure" };
            return $"The reports state no such {kind} for {string.Join(' ', new[] { side.Slot.Region, years }.Where(p => p?.Length > 0))}.";
        }

        var status = side.Slot.Status switch { AskedStatus.Target => "目标", AskedStatus.Achieved => "实际结果", _ => "数据" };
        return $"资料没有写明{side.Slot.Region}{(years.Length > 0 ? years + "年" : "")}{(side.Slot.Region?.Length + years.Length > 0 ? "的" : "")}{status}。";
    }

    [GeneratedRegex("几倍|多少倍|how many times")]
    private static partial Regex Times();

    [GeneratedRegex("比|差|高|低|多还是|谁|哪个|compare|higher|lower|difference")]
    private static partial Regex SetAgainst();
}
