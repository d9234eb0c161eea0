using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Composing;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Tells one measure in a few lines: what it gives, what comes of it, how its conditions stand; each with its source.</summary>
internal sealed partial class MeasureTeller(AnswerDraft draft, bool english)
{
    private const int MostParagraphs = 4;
    private const int MostQuoted = 320;

    private static readonly ConditionVerdict[] Verdicts = [ConditionVerdict.NotMet, ConditionVerdict.Met, ConditionVerdict.ToConfirm, ConditionVerdict.NotWritten];

    public void Tell(MatchedMeasure measure)
    {
        draft.Blank().Line(Head(measure));
        Gives(measure);
        if (measure.IsClosed)
            draft.Line((english ? "- Applying: " : "- 申报：") + Closed(measure));
        if (measure.Gain is { IsReckoned: true } gain)
            draft.Line((english ? "- Reckoned: " : "- 测算：") + new GainTeller(draft, measure, english).Tell(gain));
        var own = measure.Conditions.Where(c => !c.Condition.IsGeneral).ToImmutableArray();
        if (own.IsEmpty)
            draft.Line(english ? "- Conditions of its own: not written in the source" : "- 自身条件：原文未写明");
        Conditions(measure, own);
    }

    /// <summary>A measure that holds no more: its words, and what would have come of them.</summary>
    public void Was(MatchedMeasure measure)
    {
        foreach (var source in measure.Found.Paragraphs.Where(p => p.Paragraph.Span.Overlaps(measure.Measure.Span)).Take(MostParagraphs))
        {
            var quoted = Opening(source.Paragraph, measure.Measure.Span);
            draft.Line($"{(english ? "- It said: " : "- 当时规定：")}{Unnumbered(quoted)}{draft.Cite(source, quoted)}");
        }

        if (measure is { Fit: not MeasureFit.Misses, Gain: { IsReckoned: true } gain })
            draft.Line((english ? "- By those words (no claim to it any more): " : "- 按当时规定测算（已失效，不能据此申请）：") + new GainTeller(draft, measure, english).Tell(gain));
        Conditions(measure, [.. measure.Conditions.Where(c => c.Verdict == ConditionVerdict.NotMet)]);
        if (measure.IsBelowScale)
            draft.Line(english ? "- Not met: what was told lies below the lowest step, or there is no increase" : "- 不满足：低于最低一档，或没有增量");
    }

    /// <summary>A measure that one condition stands against.</summary>
    public void Near(MatchedMeasure measure)
    {
        draft.Blank().Line(english
            ? $"◇ Does not fit as it stands: {measure.Measure.Name}{Cite(measure.Found, measure.Measure.Span)}"
            : $"◇ 暂不符合：{measure.Measure.Name}{Cite(measure.Found, measure.Measure.Span)}");
        Conditions(measure, [.. measure.Conditions.Where(c => c.Verdict == ConditionVerdict.NotMet)]);
        if (measure.IsBelowScale)
            draft.Line(english ? "- Not met: what was told lies below the lowest step, or there is no increase" : "- 不满足：低于最低一档，或没有增量");
    }

    /// <summary>What several measures give in all, where their document limits it.</summary>
    public void Together(CapTogether cap)
    {
        var first = cap.Measures[0];
        var rule = Cite(first.Found, cap.Rule);
        var names = string.Join(english ? ", " : "、", cap.Measures.Select(m => $"“{m.Measure.Name}”"));
        var parts = string.Join('+', cap.Measures.Select(m => Yuan.Written(m.Gain!.Value)));
        var sum = $"{parts}={Yuan.Written(cap.Sum)}";
        // As shown, without unit.
        var shown = decimal.Parse(Yuan.Written(cap.Sum).TrimEnd('元', '万', '亿'), CultureInfo.InvariantCulture);
        draft.Compute(new ComputedNumber(shown, sum) { Operands = [.. cap.Measures.Select(m => new ComputedOperand(Yuan.Written(m.Gain!.Value), null))] });
        var (most, quoted) = (Yuan.Written(cap.Most), Unnumbered(first.Found.WordsAt(cap.Rule)).TrimEnd('。', '；'));
        draft.Blank().Line((cap.Sum > cap.Most, english) switch
        {
            (true, false) => $"{names}合计{sum}；按“{quoted}”{rule}，合计取{most}{rule}。",
            (true, true) => $"{names} add up to {sum}; by “{quoted}”{rule} {most} in all{rule}.",
            (_, false) => $"{names}合计{sum}，未超过上限（“{quoted}”{rule}）。",
            _ => $"{names} add up to {sum}, within the limit (“{quoted}”{rule}).",
        });
    }

    public void Conditions(MatchedMeasure measure, ImmutableArray<ConditionMatch> conditions)
    {
        foreach (var verdict in Verdicts)
        {
            // The same words twice (两档各写一遍) are said once.
            var of = conditions.Where(c => !c.IsMoot && c.Verdict == verdict && c.Clause.Length > 0).DistinctBy(c => c.Clause.Trim()).ToList();
            if (of.Count > 0)
                draft.Line($"- {MatchWording.Verdict(verdict, english)}{(english ? ": " : "：")}{string.Join(english ? "; " : "；", of.Select(c => Condition(measure, c)))}");
        }
    }

    /// <summary>Quoted words without the number of the list item they open (5.本标准…), which is none of their numbers.</summary>
    public static string Unnumbered(string quoted) => ItemNumber().Replace(quoted.Trim(), "");

    public string Cite(FoundMeasure measure, TextSpan span) => draft.Cite(measure.ParagraphOf(span), measure.Quote(span).Sentence);

    // Whole sentences of the measure, as many as are read at a glance.
    private static string Opening(Paragraph paragraph, TextSpan measure)
    {
        var own = measure.Shift(-paragraph.Span.Start);
        var held = paragraph.Sentences.Where(s => s.Span.Overlaps(own)).Select(s => s.Span).ToArray();
        if (held.Length == 0)
            return paragraph.Text;
        var end = held.TakeWhile((s, i) => i == 0 || s.End - held[0].Start <= MostQuoted).Last().End;
        return paragraph.Text[held[0].Start..end].Trim();
    }

    private string Head(MatchedMeasure measure)
    {
        var state = MatchWording.State(measure.State, english);
        var validity = measure.Measure.Validity.Statement is { } statement && measure.State is MeasureState.InForce ? Cite(measure.Found, statement.Span) : "";
        var year = YearSaid(measure) is { } said ? (english ? $", {said}" : $"，{said}年") : "";
        var marker = Cite(measure.Found, measure.Amounts.IsEmpty ? measure.Measure.Span : measure.Amounts[0].Span);
        return english
            ? $"◆ {measure.Measure.Name}{marker} ({state}{validity}{year})"
            : $"◆ {measure.Measure.Name}{marker}（{state}{validity}{year}）";
    }

    // Only a year that a reader finds in the cited paragraph, its headings or the title.
    private static int? YearSaid(MatchedMeasure measure)
    {
        if (measure.Measure.Year is not { } year)
            return null;
        var source = measure.Found.ParagraphOf(measure.Measure.Span);
        var digits = year.ToString(CultureInfo.InvariantCulture);
        return new[] { source.Paragraph.Text, source.Paragraph.SectionPath, source.Metadata.Title }.Any(t => t.Contains(digits, StringComparison.Ordinal)) ? year : null;
    }

    private void Gives(MatchedMeasure measure)
    {
        var label = english ? "- Gives: " : "- 给什么：";
        if (measure.Amounts.IsEmpty)
        {
            draft.Line(label + Quoted(measure, measure.Measure.Span) + (english ? " (amount not written in the source)" : "（金额：原文未写明）"));
            return;
        }

        draft.Line(label + string.Join(english ? "; " : "；", measure.Amounts.Select(a => Quoted(measure, a.Span)).Distinct()));
    }

    // The day only where a reader finds all of it in the words cited.
    private string Closed(MatchedMeasure measure)
    {
        var next = english ? "the next round isn't written in the source" : "下一轮时间原文未写明，以主管部门通知为准";
        if (measure.Measure.Application is not { Closes: { } day, Period: { } period })
            return english ? $"this round is closed; {next}" : $"本轮申报已截止；{next}";
        var marker = Cite(measure.Found, period.Span);
        var isWritten = new[] { day.Year, day.Month, day.Day }.All(n => NumberScanner.Scan(period.Text).Any(w => w.Scaled == n));
        return (isWritten, english) switch
        {
            (true, false) => FormattableString.Invariant($"本轮申报已于{day.Year}年{day.Month}月{day.Day}日截止{marker}；{next}"),
            (true, true) => FormattableString.Invariant($"this round closed on {day:yyyy-MM-dd}{marker}; {next}"),
            (_, false) => $"本轮申报已截止（“{period.Text}”{marker}）；{next}",
            _ => $"this round is closed (“{period.Text}”{marker}); {next}",
        };
    }

    private string Condition(MatchedMeasure measure, ConditionMatch condition)
    {
        var told = "";
        if (condition.Told is { } because)
        {
            var words = because.In(english);
            if (words.LastIndexOf('=') is var at and > 0)
                draft.Compute(NumberScanner.Scan(words[at..])[0].Value, words);
            told = english ? $" (you: {words})" : $"（您：{words}）";
        }

        var unread = condition.Condition.Kind == ConditionKind.Unread && condition.Verdict == ConditionVerdict.ToConfirm ? english ? " (must be read by a person)" : "（须人工核对原文）" : "";
        // 批发和零售业、住宿和餐饮业企业不适用本条: cut from its 不适用, it would read as asked for.
        var clause = Unnumbered(condition.Clause).TrimEnd('。', '；', '，', ';', ',');
        var barred = condition.Condition.Operator == ConditionOperator.NotIn && !Barring().IsMatch(clause) ? english ? "not for: " : "不适用于：" : "";
        return barred + clause + Cite(measure.Found, condition.Condition.Span) + told + unread;
    }

    private string Quoted(MatchedMeasure measure, TextSpan span) =>
        Unnumbered(measure.Found.Quote(span).Sentence).TrimEnd('。', '；', ';', '，', ',', '：', ' ', '　') + Cite(measure.Found, span);

    [GeneratedRegex("不|非|未|无|除外|禁止|取消|排除")]
    private static partial Regex Barring();

    [GeneratedRegex("^(?:[0-9]{1,2}[.．、](?![0-9](?!0[0-9]{2}))|[（(][0-9]{1,2}[）)])\\s*")]
    private static partial Regex ItemNumber();
}
