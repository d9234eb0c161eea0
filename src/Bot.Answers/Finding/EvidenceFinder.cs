using System.Collections.Immutable;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>Searches the scope for a question's terms and judges every sentence of what is found.</summary>
internal sealed class EvidenceFinder(IReportIndex index)
{
    // Passages looked at: enough for whole lists over many headings, few enough to judge in a millisecond or two.
    private const int Passages = 60;

    // Other words of a term's group that are searched for too; the index knows no synonyms.
    private const int WordsPerTerm = 6;

    private readonly SentenceCache _cache = new();

    public async Task<Evidence> FindAsync(
        ImmutableArray<TopicTerm> terms, Scope scope, CancellationToken cancellationToken)
    {
        var query = string.Join(' ', terms.SelectMany(t => t.Words.Take(WordsPerTerm)));
        var hits = await index.SearchAsync(
            new PassageQuery(query, [.. scope.Reports.Select(r => r.Id)], Limit: Passages), cancellationToken);
        var versions = scope.Reports.ToDictionary(r => r.Id, r => r.IndexedAt);
        var keys = hits
            .Select(h => new SentenceCache.Key(h.Report, versions[h.Report], h.Paragraph))
            .Distinct()
            .ToList();
        var paragraphs = (await ReadAsync(keys, cancellationToken))
            .Where(p => !p.IsEmpty)
            .OrderByDescending(p => p[0].Source.Metadata.CoveredYears.LastOrDefault())
            .ThenBy(p => p[0].Source.Report)
            .ThenBy(p => p[0].Source.Paragraph.Number)
            .ToImmutableArray();
        var (sentences, weighed) = SentenceJudge.Judge(paragraphs, terms);
        return new Evidence(Superseded.Marked(sentences), weighed);
    }

    private async Task<List<ImmutableArray<EvidenceSentence>>> ReadAsync(
        List<SentenceCache.Key> keys, CancellationToken cancellationToken)
    {
        var read = new List<ImmutableArray<EvidenceSentence>>(keys.Count);
        var missing = new Dictionary<ParagraphAddress, SentenceCache.Key>();
        foreach (var key in keys)
        {
            if (_cache.TryGet(key, out var sentences))
                read.Add(sentences);
            else
                missing[new ParagraphAddress(key.Report, key.Paragraph)] = key;
        }

        if (missing.Count == 0)
            return read;
        foreach (var stored in await index.LoadParagraphsAsync(missing.Keys, cancellationToken))
        {
            var sentences = SentenceReader.Read(stored);
            _cache.Keep(missing[new ParagraphAddress(stored.Report, stored.Paragraph.Number)], sentences);
            read.Add(sentences);
        }

        return read;
    }
}
