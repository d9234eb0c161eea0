using System.Collections.Immutable;
using System.Text.Json;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// Runs one query. The server finds the passages; what each is worth is then added up here, in whole numbers as the embedded index
/// does, so that equal passages come out equal and in order. By words and vector together the server joins both rankings; since equal ranks
/// have no order there and nearness is unknown to it, what it joined is ranked here as the embedded index does.
/// </summary>
internal sealed class QdrantSearch(QdrantClient client, string collection, QdrantEmbedding embedding)
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
        PointField.Title, PointField.Section, PointField.Text, PointField.Embedded,
    ];

    private sealed record Candidate(Guid Id, QdrantReport Report, PassagePayload Passage, int Score);

    public async Task<ImmutableArray<PassageHit>> RunAsync(PassageQuery query, QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        var terms = QueryTerms.Read(query.Text, out var keys);
        var scope = query.Reports?.Select(catalogue.Find).OfType<QdrantReport>().ToList();
        if (keys.Length == 0 || catalogue.Passages == 0 || scope is { Count: 0 })
            return [];
        var ranking = PassageRanking.Of(catalogue.Passages);
        var weighing = WeighAsync(keys, catalogue, ranking, cancellationToken);
        var question = await embedding.QuestionAsync(query.Text, cancellationToken);
        if (question is not { } asked)
        {
            var finding = FindAsync(query, keys, scope, catalogue, cancellationToken);
            await Task.WhenAll(finding, weighing);
            var weights = await weighing;
            return [.. Order(await finding, query.Limit, weights, QueryTerms.PerfectScoreOf(terms, keys, weights, ranking), ranking).Select(r => r.Hit).Take(query.Limit)];
        }
        var known = await weighing;
        var both = await FindBothAsync(query, keys, asked.Vector, asked.Collection, scope, catalogue, c => ScoreOf(c, known, ranking), cancellationToken);
        return Fuse(both, query.Limit, known, QueryTerms.PerfectScoreOf(terms, keys, known, ranking), ranking);
    }

    private static List<(Candidate Candidate, PassageHit Hit)> Order(
        IEnumerable<(QdrantReport Report, PassagePayload Passage, Guid Id)> found, int limit, Dictionary<ulong, double> weights, double perfect, Bm25 ranking)
    {
        var nearness = new Nearness(weights);
        return [.. found
            .Select(f => new Candidate(f.Id, f.Report, f.Passage, ScoreOf(f.Passage, weights, ranking)))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Report.Entry.Id).ThenBy(c => c.Passage.Number).ThenBy(c => c.Passage.Start)
            .Take(Math.Max(limit, Reranked))
            .Select((c, i) => (Candidate: c, Hit: HitOf(c.Report, c.Passage, c.Score / PassageRanking.Unit + (i < Reranked ? NearnessOf(c.Passage, nearness) : 0), perfect)))
            .OrderByDescending(r => r.Hit.Score).ThenBy(r => r.Hit.Report).ThenBy(r => r.Hit.Paragraph).ThenBy(r => r.Hit.Span.Start)];
    }

    // As the embedded index: a passage without an embedding stands among the vectors where it stands among the words.
    private static ImmutableArray<PassageHit> Fuse(Both both, int limit, Dictionary<ulong, double> weights, double perfect, Bm25 ranking)
    {
        var near = both.Near.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        var hits = new Dictionary<Guid, PassageHit>();
        foreach (var (rank, (candidate, hit)) in Order(both.Shared, limit, weights, perfect, ranking).Index())
        {
            var isUnembedded = !near.ContainsKey(candidate.Id) && candidate.Passage.Embedded != true;
            hits[candidate.Id] = hit with { Score = RankFusion.OfWords(rank) + (isUnembedded ? RankFusion.OfVector(rank) : 0) };
        }
        var nearness = new Nearness(weights);
        foreach (var (rank, found) in both.Near.Index())
        {
            var hit = hits.TryGetValue(found.Id, out var known)
                ? known
                : HitOf(found.Report, found.Passage, ScoreOf(found.Passage, weights, ranking) / PassageRanking.Unit + NearnessOf(found.Passage, nearness), perfect) with { Score = 0 };
            hits[found.Id] = hit with { Score = hit.Score + RankFusion.OfVector(rank) };
        }
        return [.. hits.Values
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Report).ThenBy(hit => hit.Paragraph).ThenBy(hit => hit.Span.Start)
            .Take(limit)];
    }

    /// <param name="Shared">Passages that share words with the question.</param>
    /// <param name="Near">Those nearest to its vector, nearest first, in order.</param>
    private sealed record Both(
        List<(QdrantReport Report, PassagePayload Passage, Guid Id)> Shared, List<(QdrantReport Report, PassagePayload Passage, Guid Id)> Near);

    // In one request: what either ranking finds, with payloads, and how near each is. More is asked for as in FindAsync.
    private async Task<Both> FindBothAsync(
        PassageQuery query, ulong[] keys, ReadOnlyMemory<float> vector, string own, List<QdrantReport>? scope, QdrantCatalogue catalogue,
        Func<PassagePayload, int> score, CancellationToken cancellationToken)
    {
        var wanted = Math.Max(query.Limit, Reranked);
        var (sparse, filter) = (VectorOf(keys), FilterOf(query.Part, scope));
        for (var asked = wanted + Spare; ; asked = Math.Min(4 * asked, Most))
        {
            var near = QdrantQuery.OfDense(vector, asked, filter);
            (QdrantQuery, double)[] rankings = [(near, RankFusion.Vector), (QdrantQuery.OfSparse(sparse, asked, filter), RankFusion.Words)];
            var joined = QdrantQuery.OfRanks(rankings, RankFusion.Damping, 2 * asked, s_fields);
            var answers = await client.QueryAsync(own, [joined, near], cancellationToken);
            var found = answers[0].Points
                .Select(point => (Report: catalogue.OfVersion(point.Payload.GetProperty(PointField.Version).GetString()!)!, Passage: point.Payload.Deserialize(PointJson.Readable.PassagePayload)!, point.Id))
                .Where(f => f.Report is not null)
                .ToDictionary(f => f.Id);
            var nearest = answers[1].Points.Where(p => found.ContainsKey(p.Id)).ToList();
            var shared = found.Values.Select(f => (Found: f, Score: score(f.Passage))).Where(f => f.Score > 0).OrderByDescending(f => f.Score).ToList();
            if (asked == Most || (IsWhole(answers[1].Points.Count, nearest.Select(p => p.Score)) && IsWhole(shared.Count, shared.Select(s => (double)s.Score))))
            {
                return new Both(
                    [.. shared.Select(s => s.Found)],
                    [.. nearest.Select(p => (Found: found[p.Id], p.Score))
                        .OrderByDescending(p => p.Score).ThenBy(p => p.Found.Report.Entry.Id).ThenBy(p => p.Found.Passage.Number).ThenBy(p => p.Found.Passage.Start)
                        .Select(p => p.Found).Take(wanted)]);
            }

            // All there are, or enough, and those of equal score at the end all there.
            bool IsWhole(int count, IEnumerable<double> scores)
            {
                var ranked = scores.ToList();
                return count < asked || (ranked.Count >= wanted && ranked[^1] < ranked[wanted - 1] * (1 - Rounding));
            }
        }
    }

    // Asks for more until enough are of versions to be read, and those of equal score at the end are all there.
    private async Task<List<(QdrantReport Report, PassagePayload Passage, Guid Id)>> FindAsync(
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
                return [.. current.Select(f => (f.Report!, f.Point.Payload.Deserialize(PointJson.Readable.PassagePayload)!, f.Point.Id))];
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
            var worth = best[0].Payload.Deserialize(PointJson.Readable.PassagePayload)!.Counts().Worth(key, 1, ranking);
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
        var counts = passage.Counts();
        return weights.Sum(weight => counts.Worth(weight.Key, weight.Value, ranking));
    }

    private static double NearnessOf(PassagePayload passage, Nearness nearness) => Nearness.Weight * nearness.Of(passage.ToText().WithHeading);

    private static PassageHit HitOf(QdrantReport report, PassagePayload passage, double score, double perfect) => new(
        report.Entry.Id,
        passage.Number,
        new TextSpan(passage.Start, passage.End),
        score,
        Math.Min(1, score / perfect));
}
