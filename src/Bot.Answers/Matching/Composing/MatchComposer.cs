using System.Collections.Immutable;
using Bot.Answers.Composing;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Says what measures there are for an enterprise: each with what it gives, how its conditions stand, its state, its source.</summary>
internal sealed class MatchComposer(MatchResult result, bool english)
{
    private const int MostMeasures = 6;
    private const int MostNearMisses = 2;
    private const int MostAsked = 3;

    private readonly AnswerDraft _draft = new();

    /// <summary>Null when there is nothing to offer and nothing that nearly fits.</summary>
    public AnswerDraft? Compose()
    {
        var rules = result.Offered.Where(m => m.Measure.Standing == MeasureStanding.Rule).ToImmutableArray();
        if (rules.IsEmpty && result.NearMisses.IsEmpty)
            return null;
        // Where something is looked for, the rest is counted, not told.
        var serving = rules.Any(m => m.Relevance > 0) ? [.. rules.Where(m => m.Relevance > 0)] : rules;
        var shown = serving.Take(MostMeasures).ToImmutableArray();
        Opening(serving);
        foreach (var measure in shown)
            Tell(measure);
        var mentioned = result.Offered.Where(m => m.Measure.Standing != MeasureStanding.Rule && m.Relevance > 0).Take(MostNearMisses).ToImmutableArray();
        foreach (var measure in mentioned)
            Tell(measure);
        foreach (var measure in result.NearMisses.Take(MostNearMisses))
            Near(measure);
        General(shown.AddRange(mentioned));
        foreach (var highest in result.Highest.Where(h => h.Measures.Count(m => shown.Contains(m)) > 1))
            Highest(highest);
        Closing(rules.Length - shown.Length);
        return _draft;
    }

    private void Opening(ImmutableArray<MatchedMeasure> serving)
    {
        if (serving.IsEmpty)
        {
            _draft.Line(english ? "By what you told, none of the measures in the documents fits as it stands; these come nearest:" : "按您说的情况，资料中没有条件全部相符的措施；最接近的是：");
            return;
        }

        var count = Counted(serving.Length);
        var fitting = serving.Count(m => m.Fit == MeasureFit.Fits);
        var first = serving[0];
        var marker = Cite(first, first.Measure.Span);
        _draft.Line(english
            ? $"By what you told, {count} measures may apply{(fitting > 0 ? $", {Counted(fitting)} of them with all their own conditions met" : "")}; the first is “{first.Measure.Name}”{marker}."
            : $"按您说的情况，资料中有{count}项措施可能适用{(fitting > 0 ? $"，其中{Counted(fitting)}项的自身条件均已满足" : "")}；首先是“{first.Measure.Name}”{marker}。");
    }

    private void Tell(MatchedMeasure measure)
    {
        _draft.Blank().Line(Head(measure));
        Gives(measure);
        if (measure.Gain is { IsReckoned: true } gain)
            _draft.Line((english ? "- Reckoned: " : "- 测算：") + new GainTeller(_draft, measure, english).Tell(gain));
        var own = measure.Conditions.Where(c => !c.Condition.IsGeneral).ToImmutableArray();
        if (own.IsEmpty)
            _draft.Line(english ? "- Conditions of its own: not written in the source" : "- 自身条件：原文未写明");
        Conditions(measure, own);
    }

    private string Head(MatchedMeasure measure)
    {
        var state = MatchWording.State(measure.State, english);
        var validity = measure.Measure.Validity.Statement is { } statement && measure.State is MeasureState.InForce
            ? (english ? ": " : "：") + $"“{statement.Text.TrimEnd('。')}”" + Cite(measure, statement.Span)
            : "";
        var year = YearSaid(measure) is { } said ? (english ? $", {said}" : $"，{said}年") : "";
        var marker = Cite(measure, measure.Amounts.IsEmpty ? measure.Measure.Span : measure.Amounts[0].Span);
        return english
            ? $"◆ {measure.Measure.Name}{marker} ({state}{year}{validity})"
            : $"◆ {measure.Measure.Name}{marker}（{state}{year}{validity}）";
    }

    // Only a year that a reader finds in the cited paragraph, its headings or the title.
    private static int? YearSaid(MatchedMeasure measure)
    {
        if (measure.Measure.Year is not { } year)
            return null;
        var source = measure.Found.ParagraphOf(measure.Measure.Span);
        var digits = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new[] { source.Paragraph.Text, source.Paragraph.SectionPath, source.Metadata.Title }.Any(t => t.Contains(digits, StringComparison.Ordinal)) ? year : null;
    }

    private void Gives(MatchedMeasure measure)
    {
        var label = english ? "- Gives: " : "- 给什么：";
        if (measure.Amounts.IsEmpty)
        {
            _draft.Line(label + Quoted(measure, measure.Measure.Span) + (english ? " (amount not written in the source)" : "（金额：原文未写明）"));
            return;
        }

        _draft.Line(label + string.Join(english ? "; " : "；", measure.Amounts.Select(a => Quoted(measure, a.Span)).Distinct()));
    }

    private void Conditions(MatchedMeasure measure, ImmutableArray<ConditionMatch> conditions)
    {
        foreach (var verdict in new[] { ConditionVerdict.NotMet, ConditionVerdict.Met, ConditionVerdict.ToConfirm, ConditionVerdict.NotWritten })
        {
            var of = conditions.Where(c => !c.IsMoot && c.Verdict == verdict && c.Clause.Length > 0).ToList();
            if (of.Count > 0)
                _draft.Line($"- {MatchWording.Verdict(verdict, english)}{(english ? ": " : "：")}{string.Join(english ? "; " : "；", of.Select(c => Condition(measure, c)))}");
        }
    }

    private string Condition(MatchedMeasure measure, ConditionMatch condition)
    {
        var told = "";
        if (condition.Told is { } because)
        {
            var words = because.In(english);
            if (words.LastIndexOf('=') is var at and > 0)
                _draft.Compute(NumberScanner.Scan(words[at..])[0].Value, words);
            told = english ? $" (you: {words})" : $"（您：{words}）";
        }

        var unread = condition.Condition.Kind == ConditionKind.Unread ? english ? " (must be read by a person)" : "（须人工核对原文）" : "";
        return condition.Clause.Trim().TrimEnd('。', '；', '，', ';', ',') + Cite(measure, condition.Condition.Span) + told + unread;
    }

    private void Near(MatchedMeasure measure)
    {
        _draft.Blank().Line(english
            ? $"◇ Does not fit as it stands: {measure.Measure.Name}{Cite(measure, measure.Measure.Span)}"
            : $"◇ 暂不符合：{measure.Measure.Name}{Cite(measure, measure.Measure.Span)}");
        Gives(measure);
        Conditions(measure, [.. measure.Conditions.Where(c => c.Verdict == ConditionVerdict.NotMet)]);
        if (measure.IsBelowScale)
            _draft.Line(english ? "- Not met: what was told lies below the lowest step, or there is no increase" : "- 不满足：低于最低一档，或没有增量");
    }

    // What a document asks of all its measures is said once.
    private void General(ImmutableArray<MatchedMeasure> shown)
    {
        foreach (var document in shown.Where(m => m.Conditions.Any(c => c.Condition.IsGeneral)).GroupBy(m => m.Found.Report))
        {
            var first = document.First();
            _draft.Blank().Line(english ? $"General conditions of《{first.Found.Metadata.Title}》:" : $"《{first.Found.Metadata.Title}》的通用条件：");
            Conditions(first, [.. document.SelectMany(m => m.Conditions).Where(c => c.Condition.IsGeneral).DistinctBy(c => c.Condition.Span)]);
        }
    }

    private void Highest(HighestOf highest)
    {
        var best = highest.Measures[0];
        var marker = Cite(best, highest.Rule.Span);
        var names = string.Join(english ? ", " : "、", highest.Measures.Select(m => $"“{m.Measure.Name}”"));
        var most = Yuan.Written(best.Gain!.Value);
        _draft.Blank().Line(english
            ? $"Of {names} only the highest is given where they are for one matter{marker}: {most}{Cite(best, best.Amounts[^1].Span)}."
            : $"{names}属同一事项的，就高不重复{marker}：取{most}{Cite(best, best.Amounts[^1].Span)}。");
    }

    private void Closing(int others)
    {
        _draft.Blank();
        if (others > 0)
            _draft.Line(english ? $"{Counted(others)} more measures of your region serve other matters, or rank lower, and are not listed." : $"本地另有{Counted(others)}项措施与所问关系较远或排序靠后，未列出。");
        if (!result.Next.IsEmpty)
        {
            var asked = result.Next.Take(MostAsked).Select(n => n.Ask(english));
            _draft.Line(english ? $"To narrow this down, tell me: {string.Join("; ", asked)}." : $"再告诉我这些，清单会更准：{string.Join("；", asked)}。");
        }

        _draft.Line(english
            ? "The notice in force and the office in charge decide who may apply and what is paid."
            : "能否享受及具体标准，以现行有效的通知和主管部门审核为准；原文未写明的请向主管部门核实。");
    }

    private string Quoted(MatchedMeasure measure, TextSpan span) =>
        measure.Found.Quote(span).Sentence.Trim().TrimEnd('。', '；', ';', '，', ',', '：', ' ', '　') + Cite(measure, span);

    private string Cite(MatchedMeasure measure, TextSpan span) => _draft.Cite(measure.Found.ParagraphOf(span), measure.Found.Quote(span).Sentence);

    private string Counted(int count)
    {
        var said = FormattableString.Invariant($"{count}");
        _draft.Compute(count, english ? said : said + "项");
        return said;
    }
}
