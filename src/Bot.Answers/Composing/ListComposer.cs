using System.Collections.Immutable;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Answers which ones there are: a complete enumeration, or the sentences that name them; never half a list in silence.</summary>
internal static class ListComposer
{
    private const double CountAgrees = 1.5;
    private const double CountDiffers = 0.45;

    /// <summary>Null when the reports state no such list; <paramref name="reports"/> are those the evidence points to, whole.</summary>
    public static AnswerDraft? Compose(QuestionReading reading, Scope scope, Evidence evidence, IReadOnlyCollection<Report> reports)
    {
        var sentence = BestSentence(reading, scope, evidence);
        var spread = BestSpread(reading, scope, evidence, reports);
        if (spread.List is not null && spread.Score > sentence.Score && spread.Score >= SentenceChoice.Enough)
            return Spread(spread.List, scope, reading);
        if (sentence.Score < SentenceChoice.Enough)
            return null;
        if (reading.ListCount is { } count && sentence.Sentence is { } best && InlineList.Members(best.Text) < count)
            return null;
        return FigureComposer.Compose(reading with { Units = [], Asks = 2 }, scope, Preferring(evidence, reading));
    }

    private static (EvidenceSentence? Sentence, double Score) BestSentence(QuestionReading reading, Scope scope, Evidence evidence) =>
        FigureComposer.Candidates(reading with { Units = [] }, scope, Preferring(evidence, reading))
            .OrderByDescending(c => c.Score)
            .Select(c => ((EvidenceSentence?)c.Sentence, c.Score))
            .FirstOrDefault();

    // A sentence that enumerates as many as asked is what is looked for; one that only mentions the number is not.
    private static Evidence Preferring(Evidence evidence, QuestionReading reading) => evidence with
    {
        Sentences = [.. evidence.Sentences.Select(s => s with { Match = s.Match * Preference(s, reading.ListCount) })],
    };

    private static double Preference(EvidenceSentence sentence, int? count)
    {
        var members = InlineList.Members(sentence.Text);
        if (count is null)
            return members > 1 ? 1.1 : 1;
        if (members == count)
            return InlineList.States(sentence.Text, count.Value) ? CountAgrees : 1.1;
        return members > count ? 0.9 : 0.6;
    }

    private static (Enumeration? List, double Score) BestSpread(
        QuestionReading reading, Scope scope, Evidence evidence, IReadOnlyCollection<Report> reports)
    {
        (Enumeration? List, double Score) best = (null, 0);
        foreach (var list in reports.SelectMany(EnumerationFinder.In))
        {
            if (!Fits(list, scope))
                continue;
            var score = Score(list, reading, evidence.Terms);
            if (score > best.Score)
                best = (list, score);
        }

        return best;
    }

    private static bool Fits(Enumeration list, Scope scope)
    {
        var paragraph = list.Items[0].Source.Paragraph;
        return (scope.Years.IsEmpty || paragraph.Years.Any(scope.Years.Contains))
            && (scope.Status, paragraph.Part) is not ((AskedStatus.Target, ReportPart.Summary) or (AskedStatus.Achieved, ReportPart.Plan));
    }

    // What the members have in common says what the list is of; the heading above says where it belongs.
    private static double Score(Enumeration list, QuestionReading reading, ImmutableArray<TopicTerm> terms)
    {
        var items = list.Items.Select(i => TextFolding.Fold(i.Text)).ToList();
        var title = TextFolding.Fold(list.Items[0].Source.Metadata.Title);
        var (held, asked) = (0.0, 0.0);
        foreach (var term in terms)
        {
            asked += term.Weight;
            var inItems = items.Average(i => TermMatch.In(i, term));
            var around = Math.Max(0.9 * TermMatch.In(list.Label, term), 0.7 * TermMatch.In(title, term));
            held += term.Weight * Math.Max(inItems, around);
        }

        var match = asked == 0 ? 0 : held / asked;
        return reading.ListCount is { } count
            ? match * (items.Count == count ? CountAgrees : CountDiffers)
            : match * 0.85;
    }

    private static AnswerDraft Spread(Enumeration list, Scope scope, QuestionReading reading)
    {
        var draft = new AnswerDraft();
        var first = list.Items[0].Source;
        var year = first.Paragraph.Years.FirstOrDefault(scope.Years.Contains);
        if (year == 0)
            year = first.Paragraph.Years.LastOrDefault();
        var label = Wording.Label(
            first.Metadata.Region, year == 0 ? null : year, first.Paragraph.Part == ReportPart.Plan, "", reading.IsEnglish);
        draft.Line(label + (reading.IsEnglish ? "the report lists" : "资料列出如下") + draft.Cite(first, list.Items[0].Text));
        foreach (var (text, source) in list.Items)
            draft.Line("- " + text.TrimEnd('。', '；', '，', '：') + draft.Cite(source, text));
        return draft;
    }
}
