using System.Text.Json;

namespace Bot.TestServers;

/// <summary>Runs queries: sparse and dense ones exactly, joined ones by reciprocal ranks.</summary>
internal static class PointRanking
{
    public const int DefaultLimit = 10;
    private const int DefaultK = 2;

    /// <summary>Best first.</summary>
    public static List<(StoredPoint Point, double Score)> Of(JsonElement json, LoopbackCollection collection, Func<StoredPoint, bool>? outer = null)
    {
        var query = new StrictObject(json, "query", "prefetch", "query", "using", "filter", "limit", "with_payload", "with_vector", "offset", "score_threshold");
        var limit = query.Int("limit", DefaultLimit);
        if (limit < 1)
            throw StrictObject.Invalid("limit: value 0 invalid, must be 1 or larger");
        var own = PointFilter.Of(query["filter"]);
        // A filter at the root reaches the prefetches.
        var filter = outer is null ? own : p => own(p) && outer(p);
        var what = query.Needed("query");
        var prefetches = query["prefetch"] is not { } list ? [] : list.ValueKind is JsonValueKind.Array ? [.. list.EnumerateArray()] : (JsonElement[])[list];
        var ranked = prefetches.Length > 0
            ? Join(what, [.. prefetches.Select(p => Of(Prefetch(p), collection, filter))])
            : Score(what, query["using"]?.GetString() ?? "", collection, filter);
        // Equal scores have no order: what came last comes first, so that nobody relies on the order of storing.
        return [.. ranked.OrderByDescending(r => r.Score).ThenByDescending(r => r.Point.Id).Take(limit)];
    }

    private static JsonElement Prefetch(JsonElement json)
    {
        _ = new StrictObject(json, "prefetch", "prefetch", "query", "using", "filter", "limit", "score_threshold");
        return json;
    }

    private static IEnumerable<(StoredPoint Point, double Score)> Score(
        JsonElement query, string name, LoopbackCollection collection, Func<StoredPoint, bool> filter)
    {
        if (collection.IsSparse(name))
        {
            var (sparse, weight) = (SparseVector.Of(query), collection.WeightOf(name));
            return collection.Points.Where(p => p.Sparse.ContainsKey(name) && filter(p))
                .Select(p => (Point: p, Score: p.Sparse[name].Dot(sparse, weight)))
                .Where(r => r.Score is not null)
                .Select(r => (r.Point, (double)(float)r.Score!.Value));
        }
        var dense = collection.DenseOf(name, query);
        return collection.Points.Where(p => p.Dense.ContainsKey(name) && filter(p)).Select(p => (p, Cosine(dense, p.Dense[name])));
    }

    private static IEnumerable<(StoredPoint Point, double Score)> Join(JsonElement query, List<(StoredPoint Point, double Score)>[] rankings)
    {
        var rrf = new StrictObject(new StrictObject(query, "query", "rrf").Needed("rrf"), "rrf", "k", "weights");
        var k = rrf.Int("k", DefaultK);
        var weights = rrf["weights"] is { } given ? StrictObject.Floats(given, "weights") : [.. rankings.Select(_ => 1f)];
        if (weights.Length != rankings.Length)
            throw new RefusalException(400, "Wrong input: the number of weights must be that of the prefetches");
        return rankings
            .SelectMany((ranking, list) => ranking.Select((r, position) => (r.Point, Score: 1 / ((position + 1) / weights[list] + k - 1.0))))
            .GroupBy(r => r.Point, r => r.Score)
            .Select(g => (g.Key, g.Sum()));
    }

    private static double Cosine(float[] a, float[] b)
    {
        double dot = 0, lengthA = 0, lengthB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            dot += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }
        return lengthA == 0 || lengthB == 0 ? 0 : dot / Math.Sqrt(lengthA * lengthB);
    }
}
