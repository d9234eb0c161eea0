using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Runs one query over one snapshot: by words, and where the question has a vector by that as well.</summary>
internal static class PassageSearch
{
    private const int Reranked = 50;
    private const double Unit = 1 << TermWorth.UnitBits;
    private const double Unknown = -1;

    /// <param name="question">Null, or of another model than the vectors that are searched: by words alone.</param>
    /// <param name="textOf">The text of a passage.</param>
    public static ImmutableArray<PassageHit> Run(
        PassageQuery query, QuestionVector? question, IndexSnapshot snapshot, SearchScratch scratch, Func<PassagePlace, PassageText> textOf)
    {
        var terms = QueryTerms.Of(query.Text, snapshot);
        if (terms.Keys.Length == 0)
            return [];
        var scope = query.Reports?.Select(snapshot.Find).OfType<CataloguedReport>().ToList();
        var lexical = ByWords(query, scope, snapshot, terms, scratch, textOf);
        var hits = question is null || snapshot.Dense.Searched is not { } vectors || vectors.Model != question.Model
            ? lexical.Take(query.Limit)
            : Fused(lexical, ByVector(query, scope, snapshot, vectors, question), snapshot, vectors)
                .Take(query.Limit)
                .Select(found => found.Hit.Coverage < 0 ? WithCoverage(found, textOf(PlaceOf(found.Passage, snapshot)), terms, snapshot.Ranking) : found);
        ImmutableArray<PassageHit> found = [.. hits.Select(hit => hit.Hit)];
        GC.KeepAlive(snapshot);
        return found;
    }

    private static List<FoundPassage> ByWords(
        PassageQuery query,
        List<CataloguedReport>? scope,
        IndexSnapshot snapshot,
        QueryTerms terms,
        SearchScratch scratch,
        Func<PassagePlace, PassageText> textOf)
    {
        var top = new TopPassages(snapshot, Math.Max(query.Limit, Reranked), query.Part);
        for (var segment = 0; segment < snapshot.Segments.Length; segment++)
        {
            var ranges = snapshot.Segments[segment].Within(scope);
            if (ranges.Length > 0)
                new SegmentScan(snapshot, segment, terms, top, scratch).Run(ranges);
        }
        var nearness = new Nearness(terms.Weights);
        return InOrder(top.ToSorted().Select((passage, i) =>
        {
            var place = PlaceOf(passage, snapshot);
            var score = passage.Score / Unit + (i < Reranked ? Nearness.Weight * nearness.Of(textOf(place).WithHeading) : 0);
            return new FoundPassage(passage with { Score = 0 }, HitOf(place, score, Math.Min(1, score / terms.PerfectScore)));
        }));
    }

    private static RankedPassage[] ByVector(
        PassageQuery query, List<CataloguedReport>? scope, IndexSnapshot snapshot, DenseGeneration vectors, QuestionVector question)
    {
        var wanted = Math.Max(query.Limit, Reranked);
        var top = new TopPassages(snapshot, wanted, query.Part);
        for (var segment = 0; segment < snapshot.Segments.Length; segment++)
        {
            var ranges = snapshot.Segments[segment].Within(scope);
            if (ranges.Length > 0 && vectors.Of(snapshot.Segments[segment].Segment) is { } file)
                new DenseScan(file, segment, question, top).Run(ranges, wanted);
        }
        return top.ToSorted();
    }

    // One that has no vector yet stands among the vectors where it stands among the words, or all that have one would pass it.
    private static List<FoundPassage> Fused(List<FoundPassage> lexical, RankedPassage[] dense, IndexSnapshot snapshot, DenseGeneration vectors)
    {
        var found = new Dictionary<RankedPassage, FoundPassage>();
        for (var rank = 0; rank < lexical.Count; rank++)
        {
            var (passage, hit) = (lexical[rank].Passage, lexical[rank].Hit);
            var inStead = vectors.Holds(snapshot.Segments[passage.Segment].Segment, passage.Passage) ? 0 : RankFusion.OfVector(rank);
            found[passage] = new FoundPassage(passage, hit with { Score = RankFusion.OfWords(rank) + inStead });
        }
        for (var rank = 0; rank < dense.Length; rank++)
        {
            var passage = dense[rank] with { Score = 0 };
            var known = found.TryGetValue(passage, out var both) ? both : new FoundPassage(passage, HitOf(PlaceOf(passage, snapshot), 0, Unknown));
            found[passage] = known with { Hit = known.Hit with { Score = known.Hit.Score + RankFusion.OfVector(rank) } };
        }
        return InOrder(found.Values);
    }

    // What the words of a passage that only its vector found would have given it.
    private static FoundPassage WithCoverage(FoundPassage found, PassageText text, QueryTerms terms, Bm25 ranking)
    {
        var counts = new TermCounts(TextFolding.Fold(text.Title), text.Section, text.Text);
        var score = terms.Weights.Sum(weight => counts.Worth(weight.Key, weight.Value, ranking)) / Unit;
        score += Nearness.Weight * new Nearness(terms.Weights).Of(text.WithHeading);
        return found with { Hit = found.Hit with { Coverage = Math.Min(1, score / terms.PerfectScore) } };
    }

    private static List<FoundPassage> InOrder(IEnumerable<FoundPassage> passages) =>
    [
        .. passages
            .OrderByDescending(passage => passage.Hit.Score)
            .ThenBy(passage => passage.Hit.Report)
            .ThenBy(passage => passage.Hit.Paragraph)
            .ThenBy(passage => passage.Hit.Span.Start),
    ];

    private static PassagePlace PlaceOf(RankedPassage passage, IndexSnapshot snapshot)
    {
        var view = snapshot.Segments[passage.Segment];
        return new PassagePlace(view.Report(passage.Report), view.Segment.Passages[passage.Passage]);
    }

    private static PassageHit HitOf(PassagePlace place, double score, double coverage) => new(
        place.Report.Entry.Id, place.Entry.Paragraph, new TextSpan(place.Entry.Start, place.Entry.End), score, coverage);

    /// <param name="Passage">Without score: what it is known by.</param>
    private readonly record struct FoundPassage(RankedPassage Passage, PassageHit Hit);
}
