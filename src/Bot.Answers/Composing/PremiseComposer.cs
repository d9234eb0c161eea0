using System.Collections.Immutable;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Answers yes-or-no questions with what the report says, and corrects the premise where it differs.</summary>
internal static class PremiseComposer
{
    public static AnswerDraft? Compose(QuestionReading reading, Scope scope, Evidence evidence)
    {
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
