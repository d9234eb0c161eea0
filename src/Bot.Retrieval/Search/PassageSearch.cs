using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>Runs one query over one snapshot.</summary>
internal static class PassageSearch
{
    private const int Reranked = 50;
    private const double Unit = 1 << TermWorth.UnitBits;

    /// <param name="textsOf">The text of each passage and its nearest heading, in the order asked.</param>
    public static ImmutableArray<PassageHit> Run(
        PassageQuery query,
        IndexSnapshot snapshot,
        SearchScratch scratch,
        Func<IEnumerable<PassagePlace>, string[]> textsOf)
    {
        var terms = QueryTerms.Of(query.Text, snapshot);
        if (terms.Keys.Length == 0)
            return [];
        var best = Rank(query, snapshot, terms, scratch);
        PassagePlace[] places = [.. best.Select(passage => PlaceOf(passage, snapshot))];
        var texts = textsOf(places.Take(Reranked));
        GC.KeepAlive(snapshot);

        var nearness = new Nearness(terms.Weights);
        return [.. places
            .Select((place, i) => HitOf(place, best[i].Score / Unit + (i < texts.Length ? Nearness.Weight * nearness.Of(texts[i]) : 0), terms))
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Report)
            .ThenBy(hit => hit.Paragraph)
            .ThenBy(hit => hit.Span.Start)
            .Take(query.Limit)];
    }

    private static RankedPassage[] Rank(PassageQuery query, IndexSnapshot snapshot, QueryTerms terms, SearchScratch scratch)
    {
        var scope = query.Reports?.Select(snapshot.Find).OfType<CataloguedReport>().ToList();
        var top = new TopPassages(snapshot, Math.Max(query.Limit, Reranked), query.Part);
        for (var segment = 0; segment < snapshot.Segments.Length; segment++)
        {
            var ranges = snapshot.Segments[segment].Within(scope);
            if (ranges.Length > 0)
                new SegmentScan(snapshot, segment, terms, top, scratch).Run(ranges);
        }
        return top.ToSorted();
    }

    private static PassagePlace PlaceOf(RankedPassage passage, IndexSnapshot snapshot)
    {
        var view = snapshot.Segments[passage.Segment];
        return new PassagePlace(view.Report(passage.Report), view.Segment.Passages[passage.Passage]);
    }

    private static PassageHit HitOf(PassagePlace place, double score, QueryTerms terms) => new(
        place.Report.Entry.Id,
        place.Entry.Paragraph,
        new Bot.Corpus.TextSpan(place.Entry.Start, place.Entry.End),
        score,
        Math.Min(1, score / terms.PerfectScore));
}
