using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Answers what a number is: the clauses that state it, verbatim, with place, time and status said first.</summary>
internal static partial class FigureComposer
{
    private const int Looked = 40;
    private const double Faint = 0.12;

    // From here the ledger's figure is about what was asked; others within this share of it are too.
    private const double Known = 0.55;
    private const double NearlyAsGood = 0.6;
    private const double StandingBack = 0.75;

    // Where nothing is said of plans, a result this near to the best target is what is asked for.
    private const double ResultAsGood = 0.75;

    private const double OpenAnywhere = 0.62;

    private const double InRow = 0.25;

    // A sentence that names the place asked about within a larger region's report.
    private const double NamesPlace = 0.15;

    public static AnswerDraft? Compose(QuestionReading reading, Scope scope, Evidence evidence)
    {
        IReadOnlyList<(EvidenceSentence Sentence, double Score)> candidates = [.. Candidates(reading, scope, evidence)];
        if (reading.AsksNumber)
            candidates = Preferring(candidates, reading, scope, evidence);
        var chosen = SentenceChoice.Choose(candidates, evidence.Terms, reading.Asks, Least(reading, scope));
        // 其中规上企业…: a part is no answer where the whole was asked for.
        if (chosen.IsEmpty || (reading.AsksNumber && chosen.All(s => FigureChoice.TellsPartOnly(s, reading))))
            return null;
        var draft = new AnswerDraft();
        foreach (var sentence in chosen)
            Statement.Add(draft, sentence, reading, scope, evidence.Terms);
        if (reading.AsksFullYear && draft.Figures.Where(f => f.Figure.Status is FigureStatus.Achieved).Select(f => f.Figure.Period).ToList() is { Count: > 0 } results && results.TrueForAll(p => p is { IsPartial: true }))
            draft.Line(reading.IsEnglish ? "This is part of the year only; the reports state no figure for the whole year." : "注意：以上不是全年数据，资料没有写明全年数。");
        return draft;
    }

    // With neither region nor number asked, words shared by chance are all there is to go by.
    private static double Least(QuestionReading reading, Scope scope) =>
        scope.IsRegionGiven || reading.AsksNumber ? SentenceChoice.Enough : OpenAnywhere;

    // Where the ledger knows a figure that goes by the very words asked, sentences without one as good stand back.
    private static IReadOnlyList<(EvidenceSentence Sentence, double Score)> Preferring(
        IReadOnlyList<(EvidenceSentence Sentence, double Score)> candidates, QuestionReading reading, Scope scope, Evidence evidence)
    {
        var ranked = FigureChoice.Rank(reading, scope.Years, scope.Status, evidence).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Known)
            return candidates;
        if (reading.Status is AskedStatus.Any && ranked.Find(r => r.Figure.Status is FigureStatus.Achieved && QualifierGate.IsOfAspect(r.Figure, r.Sentence, reading.Aspects)) is { Sentence: not null } result
            && result.Score >= ranked[0].Score * ResultAsGood)
        {
            ranked.RemoveAll(r => r.Figure.Status is FigureStatus.Target);
            candidates = [.. candidates.Where(c => !IsPlanOnly(c.Sentence))];
        }

        var good = new Dictionary<EvidenceSentence, double>(ReferenceEqualityComparer.Instance);
        foreach (var figure in ranked.Where(r => r.Score >= ranked[0].Score * NearlyAsGood))
            good.TryAdd(figure.Sentence, figure.Score / ranked[0].Score);
        return [.. candidates.Select(c => c with
        {
            Score = c.Score * (StandingBack + ((1 - StandingBack) * good.GetValueOrDefault(c.Sentence))),
        })];
    }

    private static bool IsPlanOnly(EvidenceSentence sentence) =>
        sentence.Figures.Any(f => f.Doubt is null) && sentence.Figures.All(f => f.Doubt is not null || f.Status is FigureStatus.Target);

    public static IEnumerable<(EvidenceSentence Sentence, double Score)> Candidates(
        QuestionReading reading, Scope scope, Evidence evidence)
    {
        var found = 0;
        foreach (var sentence in evidence.Sentences.OrderByDescending(s => s.Match))
        {
            // What holds little of the question in any reading need not be looked at closely.
            if (found >= Looked || sentence.Match < Faint)
                break;
            var status = Eligibility.StatusFit(sentence, scope.Status);
            if (status == 0 || !Eligibility.InYears(sentence, scope.Years))
                continue;
            if (reading.AsksNumber && SentenceNumbers.Fitting(sentence.Text, reading.Units).IsEmpty && !FigureChoice.AnyOfUnit(sentence, reading))
                continue;
            // Who published a report, and when, answers nothing else.
            if (reading.Kind is QuestionKind.Figure or QuestionKind.Open && !reading.AsksWho && Imprint().IsMatch(sentence.Text))
                continue;
            // What was paid out is a result: a rule's own numbers are none.
            if (reading.AsksNumber && sentence.Source.Paragraph.Part is ReportPart.Unknown && sentence.Figures.All(f => f.Doubt is not null) && PaidOut().IsMatch(reading.Folded))
                continue;
            // A heading says what is spoken of, not what is the case.
            if (sentence.Source.Paragraph.Kind is ParagraphKind.Heading || Article().IsMatch(sentence.Text))
                continue;
            if (Opposites.Exclude(reading.Folded, sentence.Folded))
                continue;
            if (reading.AsksCeiling && !Ceiling.IsStated(sentence.Text))
                continue;
            if (reading.AsksSupport && reading.AsksNumber && !Ceiling.SpeaksOfSupport(sentence.Text, sentence.Context.Section))
                continue;
            if (reading.AsksNumber && !QualifierGate.Passes(sentence, reading, scope, evidence.Terms))
                continue;
            // A row names its place; the number asked for must be in one of its columns.
            if (reading.AsksNumber && scope.Place is not null && sentence.Source.Paragraph.Kind is ParagraphKind.TableRow && (FigureChoice.BestIn(sentence, reading, evidence.Terms) ?? 0) < InRow)
                continue;
            if (reading.AsksNumber && FigureChoice.IsCorrectedAway(sentence, reading, scope.Years, scope.Status, evidence.Terms))
                continue;
            if (reading.AsksNumber && !sentence.Figures.IsEmpty && sentence.Figures.All(f => !Levels.Agree(reading.AskedLevels, Levels.Of(TextFolding.Fold(f.Words)))))
                continue;
            if (scope.Place is { } place && !place.IsNamedIn(sentence, reading.AsksNumber))
                continue;
            found++;
            yield return (sentence, (Score(sentence, reading, evidence) * status) + (scope.Place is null ? 0 : sentence.Source.Paragraph.Kind is ParagraphKind.TableRow ? NamesPlace * 2 : NamesPlace));
        }
    }

    // Half for the sentence with its surroundings, half for its best clause: a long sentence holds many words by chance.
    private static double Score(EvidenceSentence sentence, QuestionReading reading, Evidence evidence)
    {
        var clauses = Clauses.Of(sentence.Text);
        var best = 0.0;
        for (var i = 0; i < clauses.Length; i++)
        {
            // A clause goes on with the subject of the one before it.
            var from = Math.Max(0, i - 1);
            var text = sentence.Text[clauses[from].Start..clauses[i].End];
            if (reading.AsksNumber && SentenceNumbers.Fitting(clauses[i].Of(sentence.Text), reading.Units).IsEmpty)
                continue;
            var part = sentence with { Folded = TextFolding.Fold(text), Text = text };
            best = Math.Max(best, SentenceJudge.Match(part, evidence.Terms));
        }

        best = Math.Max(best, sentence.Match * 0.5);
        // A sentence whose numbers the ledger doesn't know for sure may still answer, but one that it does know comes first.
        var figure = FigureChoice.BestIn(sentence, reading, evidence.Terms) ?? best * 0.7;
        return reading.AsksNumber
            ? (0.4 * sentence.Match) + (0.2 * best) + (0.4 * figure) + AspectBonus(sentence, reading)
            : (0.6 * sentence.Match) + (0.4 * best) + (reading.AsksWho && Office().IsMatch(sentence.Text) ? 0.1 : 0);
    }

    [GeneratedRegex("(兑现|发放|发|花|拨付|拨|支出|兑付|奖励?|补助?)(了|出去?|掉)[^,。]{0,6}(多少|几)|(一共|总共|累计|实际)[^,。]{0,6}(兑现|发放|发|拨付|支出|兑付)")]
    private static partial Regex PaidOut();

    /// <summary>Where a text names offices and institutions.</summary>
    public static IEnumerable<TextSpan> Offices(string text) => Office().Matches(text).Select(m => new TextSpan(m.Index, m.Index + m.Length));

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]{2,}(研究所|研究院|公司|大学|学院|集团|中心|科技厅|科技局|委员会|协会|银行|医院|高新区|实验室)")]
    private static partial Regex Office();

    [GeneratedRegex("^第[一二三四五六七八九十百]{1,4}[条章节][ \u3000]?[\u3400-\u9fff]{2,12}[。]?$")]
    private static partial Regex Article();

    [GeneratedRegex("^([\u3400-\u9fff]{2,24}(局|厅|委员会|办公室|政府|管委会)[。]?|(发布|发文|成文|公开)(时间|日期)[:：].*|[0-9]{4}年[0-9]{1,2}月([0-9]{1,2}日)?[。]?)$")]
    private static partial Regex Imprint();

    private static double AspectBonus(EvidenceSentence sentence, QuestionReading reading) =>
        reading.Aspects.Count > 0 && sentence.Figures.Any(f => reading.Aspects.Contains(f.Aspect)) ? 0.04 : 0;
}
