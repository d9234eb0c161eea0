using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Retrieval;

/// <summary>A ranking asked of the server.</summary>
/// <param name="Query">A sparse or dense vector, or how the rankings of <paramref name="Prefetch"/> are joined.</param>
/// <param name="Using">The vector's name; null for a joined ranking.</param>
/// <param name="Limit">Always said: the server's own default is 10.</param>
/// <param name="WithPayload">The fields wanted; null in a prefetch.</param>
internal sealed record QdrantQuery(
    JsonNode Query,
    string? Using,
    int Limit,
    QdrantFilter? Filter = null,
    IReadOnlyList<string>? WithPayload = null,
    IReadOnlyList<QdrantQuery>? Prefetch = null)
{
    public static QdrantQuery OfSparse(QdrantSparse vector, int limit, QdrantFilter? filter = null, IReadOnlyList<string>? withPayload = null) =>
        new(JsonSerializer.SerializeToNode(vector, QdrantJson.Readable.QdrantSparse)!, QdrantCollection.Sparse, limit, filter, withPayload);

    public static QdrantQuery OfDense(ReadOnlyMemory<float> vector, int limit, QdrantFilter? filter = null, IReadOnlyList<string>? withPayload = null) =>
        new(JsonSerializer.SerializeToNode(vector.ToArray(), QdrantJson.Readable.SingleArray)!, QdrantCollection.Dense, limit, filter, withPayload);

    /// <summary>Joins rankings by reciprocal ranks.</summary>
    /// <param name="k">Always said: the server's default of 2 lets the first ranks decide alone.</param>
    public static QdrantQuery OfRanks(IReadOnlyList<(QdrantQuery Ranking, double Weight)> rankings, int k, int limit, IReadOnlyList<string>? withPayload) =>
        new(
            new JsonObject
            {
                ["rrf"] = new JsonObject { ["k"] = k, ["weights"] = new JsonArray([.. rankings.Select(r => (JsonNode)r.Weight)]) },
            },
            null, limit, null, withPayload, [.. rankings.Select(r => r.Ranking)]);
}

internal sealed record QdrantQueryBatch(IReadOnlyList<QdrantQuery> Searches);

/// <param name="Offset">The id that the page before ended before; null: from the start.</param>
internal sealed record QdrantScroll(QdrantFilter Filter, int Limit, IReadOnlyList<string> WithPayload, JsonElement? Offset, bool WithVector = false);

internal sealed record QdrantCounting(QdrantFilter Filter, bool Exact);

/// <summary>Points to delete: by filter or by id.</summary>
internal sealed record QdrantDeletion(QdrantFilter? Filter, IReadOnlyList<Guid>? Points);
