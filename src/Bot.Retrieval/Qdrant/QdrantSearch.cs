using System.Collections.Immutable;
using System.Text.Json;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// Runs one query. The server finds the passages; what each is worth is then added up here, in whole numbers as the embedded index
/// does, so that equal passages come out equal and in order.
/// </summary>
internal sealed class QdrantSearch(QdrantClient client, string collection)
{
    private const int Reranked = 50;

    // More than are wanted, because passages of versions not to be read are among them.
    private const int Spare = 14;

    // How many passages of equal score are looked through for those that come first by report and paragraph.
    private const int Most = 4096;

    // Scores from the server, sums of single floats, count as equal within this share.
    private const double Rounding = 1e-5;

    private static readonly string[] s_fields =
    [
        PointField.Kind, PointField.Version, PointField.Report, PointField.Number, PointField.Start, PointField.End, PointField.Parts,
        PointField.Title, PointField.Section, PointField.Text,
    ];

    private sealed record Candidate(QdrantReport Report, PassagePayload Passage, int Score);

    public async Task<ImmutableArray<PassageHit>> RunAsync(PassageQuery query, QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        var terms = QueryTerms.Read(query.Text, out var keys);
        var scope = query.Reports?.Select(catalogue.Find).OfType<QdrantReport>().ToList();
        if (keys.Length == 0 || catalogue.Passages == 0 || scope is { Count: 0 })
            return [];
        var ranking = PassageRanking.Of(catalogue.Passages);
        var finding = FindAsync(query, keys, scope, catalogue, cancellationToken);
        var weighing = WeighAsync(keys, catalogue, ranking, cancellationToken);
        await Task.WhenAll(finding, weighing);
        var weights = await weighing;
        return Order(await finding, query.Limit, weights, QueryTerms.PerfectScoreOf(terms, keys, weights, ranking), ranking);
    }

    private static ImmutableArray<PassageHit> Order(
        List<(QdrantReport Report, PassagePayload Passage)> found, int limit, Dictionary<ulong, double> weights, double perfect, Bm25 ranking)
    {
        var nearness = new Nearness(weights);
        return [.. found
            .Select(f => new Candidate(f.Report, f.Passage, ScoreOf(f.Passage, weights, ranking)))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Report.Entry.Id).ThenBy(c => c.Passage.Number).ThenBy(c => c.Passage.Start)
            .Take(Math.Max(limit, Reranked))
            .Select((c, i) => HitOf(c, c.Score / PassageRanking.Unit + (i < Reranked ? Nearness.Weight * nearness.Of(TextOf(c.Passage)) : 0), perfect))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Report).ThenBy(hit => hit.Paragraph).ThenBy(hit => hit.Span.Start)
            .Take(limit)];
    }

    // Asks for more until enough are of versions to be read, and those of equal score at the end are all there.
    private async Task<List<(QdrantReport Report, PassagePayload Passage)>> FindAsync(
        PassageQuery query, ulong[] keys, List<QdrantReport>? scope, QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        var wanted = Math.Max(query.Limit, Reranked);
        var vector = VectorOf(keys);
        var filter = FilterOf(query.Part, scope);
        for (var asked = wanted + Spare; ; asked = Math.Min(4 * asked, Most))
        {
            var points = await client.QueryAsync(collection, QdrantQuery.OfSparse(vector, asked, filter, s_fields), cancellationToken);
            var current = points
                .Select(point => (Point: point, Report: catalogue.OfVersion(point.Payload.GetProperty(PointField.Version).GetString()!)))
                .Where(f => f.Report is not null)
                .ToList();
            var isWhole = current.Count >= wanted && points[^1].Score < current[wanted - 1].Point.Score * (1 - Rounding);
            if (points.Count < asked || asked == Most || isWhole)
                return [.. current.Select(f => (f.Report!, f.Point.Payload.Deserialize(PointJson.Readable.PassagePayload)!))];
        }
    }

    // The server tells no frequencies, but the best passage of a single term does: its score is the term's idf times its worth there.
    private async Task<Dictionary<ulong, double>> WeighAsync(
        ulong[] keys, QdrantCatalogue catalogue, Bm25 ranking, CancellationToken cancellationToken)
    {
        var unknown = keys.Where(key => catalogue.Rarity(key) is null).ToArray();
        var rarities = new Dictionary<ulong, double>();
        if (unknown.Length > 0)
        {
            var best = await client.QueryAsync(
                collection, [.. unknown.Select(key => QdrantQuery.OfSparse(new([PassageRanking.DimensionOf(key)], [1]), 1, null, s_fields))], cancellationToken);
            foreach (var (key, found) in unknown.Zip(best))
            {
                rarities[key] = RarityOf(key, found.Points, ranking);
                catalogue.Remember(key, rarities[key]);
            }
        }
        return keys.ToDictionary(
            key => key, key => Bm25.WeightOf(Term.FieldOf(key)) * (rarities.TryGetValue(key, out var rarity) ? rarity : catalogue.Rarity(key)!.Value));
    }

    private static double RarityOf(ulong key, IReadOnlyList<QdrantFound> best, Bm25 ranking)
    {
        if (best.Count > 0)
        {
            var worth = CountsOf(best[0].Payload.Deserialize(PointJson.Readable.PassagePayload)!).Worth(key, 1, ranking);
            if (worth > 0)
                return best[0].Score * PassageRanking.Unit / worth;
        }
        // No passage has it, or only another term at the same dimension.
        return ranking.WeightOf(Term.FieldOf(key), 0) / Bm25.WeightOf(Term.FieldOf(key));
    }

    private static QdrantFilter? FilterOf(ReportPart? part, List<QdrantReport>? scope)
    {
        var conditions = new List<QdrantCondition>();
        if (scope is not null)
            conditions.Add(QdrantCondition.IsAny(PointField.Version, [.. scope.Select(r => r.Version)]));
        if (part is not null)
            conditions.Add(QdrantCondition.Is(PointField.Parts, $"{part}"));
        return conditions.Count == 0 ? null : new QdrantFilter(conditions);
    }

    private static QdrantSparse VectorOf(ulong[] keys)
    {
        var values = new SortedDictionary<uint, float>();
        foreach (var key in keys)
            values[PassageRanking.DimensionOf(key)] = (float)Bm25.WeightOf(Term.FieldOf(key));
        return new QdrantSparse([.. values.Keys], [.. values.Values]);
    }

    private static int ScoreOf(PassagePayload passage, Dictionary<ulong, double> weights, Bm25 ranking)
    {
        var counts = CountsOf(passage);
        return weights.Sum(weight => counts.Worth(weight.Key, weight.Value, ranking));
    }

    private static TermCounts CountsOf(PassagePayload passage) => new(TextFolding.Fold(passage.Title), passage.Section ?? [], passage.Text);

    // What nearness is measured in: the nearest heading and the passage.
    private static string TextOf(PassagePayload passage) => passage.Section is [.., var heading] ? $"{heading}\n{passage.Text}" : passage.Text;

    private static PassageHit HitOf(Candidate candidate, double score, double perfect) => new(
        candidate.Report.Entry.Id,
        candidate.Passage.Number,
        new TextSpan(candidate.Passage.Start, candidate.Passage.End),
        score,
        Math.Min(1, score / perfect));
}
