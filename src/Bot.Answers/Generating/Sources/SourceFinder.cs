using System.Collections.Immutable;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Generating;

/// <summary>Collects the paragraphs that an answer may be written from: those that the extractive answer cites, then what was found in scope.</summary>
internal sealed class SourceFinder(IReportIndex index)
{
    // More paragraphs than this make a model lose the thread; the best stand first.
    private const int Most = 16;

    private const double LeastMatch = 0.25;

    // Where the rules found no answer, what is only related must not be made one.
    private const double LeastMatchOfReview = 0.5;

    public async Task<ImmutableArray<Source>> FindAsync(ExplainedAnswer found, CancellationToken cancellationToken)
    {
        var isRefused = found.Answer is Answer.Refused;
        var given = isRefused ? [] : found.Answer.Citations;
        var stored = await index.LoadParagraphsAsync([.. given.Select(c => new ParagraphAddress(c.Report, c.Paragraph)).Distinct()], cancellationToken);
        var byAddress = stored.ToDictionary(s => new ParagraphAddress(s.Report, s.Paragraph.Number));
        var sources = new List<Source>();
        foreach (var citation in given)
        {
            if (byAddress.TryGetValue(new(citation.Report, citation.Paragraph), out var paragraph))
                sources.Add(new(citation.Number, paragraph, citation));
        }
        // A figure is phrased from what the ledger found, and from nothing beside it.
        if (!isRefused && IsOfFigures(found))
            return [.. sources];
        var next = given.Length + 1;
        foreach (var paragraph in Beside(found.Whole, byAddress, isRefused ? LeastMatchOfReview : LeastMatch))
            sources.Add(new(next++, paragraph, null));
        return [.. sources.Take(Math.Max(Most, given.Length))];
    }

    public static bool IsOfFigures(ExplainedAnswer found) =>
        found.Reading.Kind is QuestionKind.Figure or QuestionKind.Comparison || found.Reading.AsksNumber || found.Whole.Scope is null
        || found.Answer.Chart is not null || !found.Answer.Computed.IsEmpty;

    private static IEnumerable<StoredParagraph> Beside(AskOutcome whole, Dictionary<ParagraphAddress, StoredParagraph> known, double least) =>
        whole is { Scope: { } scope, Evidence: { } evidence }
            ? evidence.Sentences
                .Where(s => s.Match >= least && Fits(s, scope))
                .GroupBy(s => new ParagraphAddress(s.Source.Report, s.Source.Paragraph.Number))
                .Where(g => !known.ContainsKey(g.Key))
                .OrderByDescending(g => g.Max(s => s.Match))
                .Select(g => g.First().Source)
                .Where(p => p.Paragraph.Kind is not (ParagraphKind.Heading or ParagraphKind.Title or ParagraphKind.Metadata))
                .Take(Most)
            : [];

    /// <summary>Within the years and the status asked about: the rest of the corpus is not shown to the model.</summary>
    public static bool Fits(EvidenceSentence sentence, Scope scope) =>
        Eligibility.InYears(sentence, scope.Years) && Eligibility.StatusFit(sentence, scope.Status) > 0;
}
