using System.Collections.Immutable;
using Bot.Answers.Calculating;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Answers yes-or-no questions with what the report says, and corrects the premise where it differs.</summary>
internal static class PremiseComposer
{
    // From here a figure is about what was claimed; another one nearly as good with another value leaves it open.
    private const double Sure = 0.55;
    private const double NearlyAsGood = 0.93;

    public static AnswerDraft? Compose(QuestionReading reading, Scope scope, Evidence evidence)
    {
        if (Decided(reading, scope, evidence) is { } decided)
            return decided;
        var anyTime = scope with { Years = [], Status = AskedStatus.Any };
        var asked = NumberSet.Of(reading.Folded);
        var ranked = FigureComposer.Candidates(reading, anyTime, evidence)
            .Select(c => c with { Score = c.Score + (0.15 * SharedNumbers(c.Sentence, asked)) })
            .OrderByDescending(c => c.Score)
            .ToList();
        if (ranked.Count == 0 || ranked[0].Score < SentenceChoice.Enough)
            return null;
        var best = ranked[0].Sentence;
        var fits = Eligibility.InYears(best, scope.Years) && Eligibility.StatusFit(best, Implied(reading, scope)) > 0;
        var draft = new AnswerDraft();
        draft.Line(fits ? Supported(reading) : Corrected(best, reading));
        Statement.Add(draft, best, reading, anyTime, evidence.Terms);
        if (!fits && Fitting(ranked, reading, scope) is { } actual && actual != best)
        {
            draft.Line(reading.IsEnglish ? "For the time asked about, the report says:" : "与所问时间和口径相符的是：");
            Statement.Add(draft, actual, reading, scope, evidence.Terms);
        }

        foreach (var other in SentenceChoice.Choose(ranked.Select(r => (r.Sentence, r.Score)), evidence.Terms).Skip(1).Take(1))
            Statement.Add(draft, other, reading, anyTime, evidence.Terms);
        return draft;
    }

    // A sound figure of the very place, time, kind and unit settles a claimed number.
    private static AnswerDraft? Decided(QuestionReading reading, Scope scope, Evidence evidence)
    {
        if (Claim.Read(reading.Folded) is not { } claim || scope.Years.Length != 1 || !scope.IsRegionGiven || scope.Place is not null)
            return null;
        var status = Implied(reading, scope) is AskedStatus.Target ? AskedStatus.Target : AskedStatus.Achieved;
        var ranked = FigureChoice.Rank(reading with { Units = [AskedUnit.Any] }, scope.Years, status, evidence)
            .Where(r => r.Score >= Sure && Verdict.IsSameUnit(claim, r.Figure) && !Comparability.LacksUnit(r.Figure)
                && QualifierGate.IsOfAspect(r.Figure, r.Sentence, reading.Aspects)
                && reading.Attributes.All(a => a.Any(w => r.Sentence.Folded.Contains(w, StringComparison.Ordinal))))
            .ToList();
        if (ranked is not [var best, ..] || ranked.Any(r => r.Score >= best.Score * NearlyAsGood && r.Figure.Value != best.Figure.Value))
            return null;
        var isOfTime = best.Figure.Period is { } p && p.FromYear == p.ToYear && (reading.Months is { } months ? (p.FromMonth, p.ToMonth) == months : !p.IsPartial);
        var verdict = isOfTime ? Verdict.Decide(claim, best.Figure) : null;
        var draft = new AnswerDraft();
        draft.Line(Said(verdict, best.Figure, isOfTime, reading.IsEnglish) + ComparisonComposer.Cite(draft, best) + (reading.IsEnglish ? "." : "。"));
        Statement.Add(draft, best.Sentence, reading, scope, evidence.Terms);
        // 已经达到2.0%了吧, and 2.0% is what a plan sets: that is where the number came from.
        if (verdict == false && status == AskedStatus.Achieved && FigureChoice.Rank(reading with { Units = [AskedUnit.Any], Status = AskedStatus.Target }, [], AskedStatus.Target, evidence)
            .FirstOrDefault(r => r.Score >= Sure && r.Sentence != best.Sentence && Verdict.IsSameUnit(claim, r.Figure) && Verdict.Decide(claim, r.Figure) == true) is { Sentence: { } planned })
        {
            draft.Line(reading.IsEnglish ? "The number in the question is a planned target:" : "所问的数字是计划目标：");
            Statement.Add(draft, planned, reading, scope with { Years = [], Status = AskedStatus.Target }, evidence.Terms);
        }

        return draft;
    }

    private static string Said(bool? verdict, Figure figure, bool isOfTime, bool english) => (verdict, english) switch
    {
        (true, false) => $"是。资料写明的是{Calculation.Written(figure)}",
        (false, false) => $"否。资料写明的是{Calculation.Written(figure)}",
        (true, true) => $"Yes. The report states {Calculation.Written(figure)}",
        (false, true) => $"No. The report states {Calculation.Written(figure)}",
        (_, false) when !isOfTime => $"资料没有写明全年数，不能断定；写明的是部分时段的{Calculation.Written(figure)}",
        (_, true) when !isOfTime => $"The reports do not settle this: {Calculation.Written(figure)} is for another part of the time",
        (_, false) => $"资料没有写明确切数字，不能断定；写明的是{Calculation.Written(figure)}",
        _ => $"The reports do not settle this: they state {Calculation.Written(figure)}",
    };

    private static EvidenceSentence? Fitting(
        List<(EvidenceSentence Sentence, double Score)> ranked, QuestionReading reading, Scope scope) => ranked
        .Where(r => r.Score >= SentenceChoice.Enough * 0.9 && Eligibility.InYears(r.Sentence, scope.Years))
        .Where(r => Eligibility.StatusFit(r.Sentence, Implied(reading, scope)) > 0 && NumberScanner.Scan(r.Sentence.Text).Any(n => n.Kind is NumberKind.Quantity or NumberKind.PerCent))
        .Select(r => r.Sentence)
        .FirstOrDefault();

    // 已经到…了吧 tests a result, whatever the words for it.
    private static AskedStatus Implied(QuestionReading reading, Scope scope) =>
        scope.Status is AskedStatus.Any or AskedStatus.Both && reading.Folded.Contains('了', StringComparison.Ordinal)
            ? AskedStatus.Achieved
            : scope.Status is AskedStatus.Both ? AskedStatus.Any : scope.Status;

    private static int SharedNumbers(EvidenceSentence sentence, NumberSet asked) =>
        NumberScanner.Scan(sentence.Text).Any(n => n.Kind is not NumberKind.Date and not NumberKind.Label && asked.Contains(n)) ? 1 : 0;

    private static string Supported(QuestionReading reading) => reading.IsEnglish
        ? "The report says the following; please compare it with your question:"
        : "请以原文为准，资料的说法是：";

    private static string Corrected(EvidenceSentence best, QuestionReading reading)
    {
        if (best.Sentence.Part == ReportPart.Plan)
        {
            return reading.IsEnglish
                ? "Not so by the reports: this is a planned target, not a result."
                : "资料不支持这一说法：以下是计划目标，不是已实现的结果。";
        }

        return reading.IsEnglish
            ? "Not so by the reports: what they state is for another time."
            : "资料不支持这一说法：资料所载的时间与提问不同。";
    }
}
