using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>How the documents that set measures stand today: in force, expired, repealed; by their own words and those of others.</summary>
internal sealed class DocumentStanding(IReportIndex index, TimeProvider time)
{
    private const int Looked = 200;

    /// <summary>A rule that a document sets, by which its standing is told.</summary>
    /// <param name="at">A paragraph of it: rules set there count first, for some end before their document does. Null: the document as a whole.</param>
    /// <returns>Null where the report sets no rules.</returns>
    public async Task<FoundMeasure?> OfAsync(ReportId report, Paragraph? at, CancellationToken cancellationToken)
    {
        var page = await index.FindMeasuresAsync(
            new MeasureQuery(DateOnly.FromDateTime(time.GetLocalNow().DateTime), Standing: MeasureStanding.Rule, Report: report, Limit: Looked), cancellationToken);
        return page.Measures.FirstOrDefault(m => at is not null && m.Measure.Span.Overlaps(at.Span))
            ?? page.Measures.GroupBy(m => m.State).OrderByDescending(g => g.Count()).FirstOrDefault()?.First();
    }

    /// <summary>现行有效, with the marker of the sentence that says so where there is one.</summary>
    public static string Told(AnswerDraft draft, FoundMeasure rule, bool english) =>
        MatchWording.State(rule.State, english) + (rule.Measure.Validity.Statement is { } statement ? Cite(draft, rule, statement.Span) : "");

    /// <summary>Says of every cited document that holds no more that it doesn't.</summary>
    public async Task WarnAsync(AnswerDraft draft, bool english, CancellationToken cancellationToken)
    {
        var setting = draft.Citations.Where(c => index.Catalogue.Any(e => e.Id == c.Report && e.Measures > 0)).DistinctBy(c => c.Report).ToList();
        foreach (var citation in setting)
        {
            var cited = (await index.LoadParagraphsAsync([new ParagraphAddress(citation.Report, citation.Paragraph)], cancellationToken)).FirstOrDefault();
            if (await OfAsync(citation.Report, cited?.Paragraph, cancellationToken) is { State: MeasureState.Expired or MeasureState.Repealed } rule)
                draft.Line(Ended(draft, rule, english));
        }
    }

    private static string Ended(AnswerDraft draft, FoundMeasure rule, bool english)
    {
        var title = draft.Cite(rule.ParagraphOf(rule.Measure.Span), rule.Quote(rule.Measure.Span).Sentence);
        var says = rule is { State: MeasureState.Expired, Measure.Validity.Statement: { } statement }
            ? $"{(english ? ": " : "：")}{MeasureTeller.Unnumbered(statement.Text).TrimEnd('。', '；', ';')}{Cite(draft, rule, statement.Span)}"
            : "";
        var state = MatchWording.State(rule.State, english);
        return english
            ? $"Note:《{rule.Metadata.Title}》{title} is no longer in force ({state}{says})."
            : $"注意：《{rule.Metadata.Title}》{title}{state}，只供查阅{says}。";
    }

    private static string Cite(AnswerDraft draft, FoundMeasure rule, TextSpan span) => draft.Cite(rule.ParagraphOf(span), rule.Quote(span).Sentence);
}
