using System.Text.Json;

namespace Bot.TestServers;

/// <summary>The calls of the REST API, each from the parsed body to the result.</summary>
internal static class QdrantCalls
{
    private static readonly string[] s_indexTypes = ["keyword", "integer", "float", "bool", "text", "datetime", "uuid", "geo"];

    /// <returns>What goes into the envelope as the result.</returns>
    /// <param name="path">Split at slashes.</param>
    /// <param name="waits">The query string's wait; null: not said.</param>
    public static object Run(string method, string[] path, bool? waits, JsonElement body, LoopbackCluster cluster) => (method, path) switch
    {
        ("GET", ["aliases"]) => new { aliases = cluster.Aliases.Select(a => new { alias_name = a.Key, collection_name = a.Value }) },
        ("POST", ["collections", "aliases"]) => Done(() => cluster.Change(body)),
        ("GET", ["collections", var name, "exists"]) => new { exists = cluster.Has(name) },
        ("PUT", ["collections", var name]) => Done(() => cluster.Create(name, body)),
        ("DELETE", ["collections", var name]) => cluster.Drop(name),
        ("PUT", ["collections", var name, "index"]) => Index(cluster[name], body, waits),
        ("PUT", ["collections", var name, "points"]) => Upsert(cluster[name], body, waits),
        ("POST", ["collections", var name, "points", "delete"]) => Delete(cluster[name], body, waits),
        ("POST", ["collections", var name, "points", "scroll"]) => Scroll(cluster[name], body),
        ("POST", ["collections", var name, "points", "count"]) => Count(cluster[name], body),
        ("POST", ["collections", var name, "points", "query"]) => Query(cluster[name], body),
        ("POST", ["collections", var name, "points", "query", "batch"]) => StrictObject
            .Array(new StrictObject(body, "batch", "searches").Needed("searches"), "searches").Select(q => Query(cluster[name], q)).ToList(),
        _ => throw new RefusalException(404, "", isPlain: true),
    };

    private static bool Done(Action change)
    {
        change();
        return true;
    }

    private static object Changed(bool? waits) => new { operation_id = 1, status = waits == true ? "completed" : "acknowledged" };

    private static object Index(LoopbackCollection collection, JsonElement body, bool? waits)
    {
        var index = new StrictObject(body, "index", "field_name", "field_schema");
        var schema = index.Needed("field_schema");
        var type = schema.ValueKind is JsonValueKind.String
            ? schema.GetString()
            : new StrictObject(schema, "field_schema", "type", "lookup", "range", "tokenizer", "on_disk", "is_tenant").Needed("type").GetString();
        if (!s_indexTypes.Contains(type))
            throw StrictObject.Bad($"field_schema: unknown type `{type}`");
        collection.Indexed.Add(index.Needed("field_name").GetString()!);
        return Changed(waits);
    }

    private static object Upsert(LoopbackCollection collection, JsonElement body, bool? waits)
    {
        var points = StrictObject.Array(new StrictObject(body, "upsert", "points").Needed("points"), "points").Select(collection.Read).ToList();
        collection.Change(waits == true, () => points.ForEach(collection.Put));
        return Changed(waits);
    }

    private static object Delete(LoopbackCollection collection, JsonElement body, bool? waits)
    {
        var deletion = new StrictObject(body, "delete", "filter", "points");
        if (deletion["points"] is { } points)
        {
            var ids = StrictObject.Array(points, "points").Select(StoredPoint.IdOf).ToHashSet();
            collection.Change(waits == true, () => collection.Remove(p => ids.Contains(p.Id)));
        }
        else
        {
            var filter = PointFilter.Of(deletion.Needed("filter").Clone());
            collection.Change(waits == true, () => collection.Remove(filter));
        }
        return Changed(waits);
    }

    private static object Scroll(LoopbackCollection collection, JsonElement body)
    {
        var scroll = new StrictObject(body, "scroll", "filter", "limit", "offset", "with_payload", "with_vector");
        var (filter, limit) = (PointFilter.Of(scroll["filter"]), scroll.Int("limit", PointRanking.DefaultLimit));
        if (limit < 1)
            throw StrictObject.Invalid("limit: value 0 invalid, must be 1 or larger");
        var offset = scroll["offset"] is { } from ? StoredPoint.IdOf(from) : (Guid?)null;
        var page = collection.Points.Where(p => (offset is null || p.Id.CompareTo(offset.Value) >= 0) && filter(p)).Take(limit + 1).ToList();
        return new
        {
            points = page.Take(limit).Select(p => new { id = p.Id, payload = p.PayloadBy(scroll["with_payload"], true) }),
            next_page_offset = page.Count > limit ? page[limit].Id : (Guid?)null,
        };
    }

    private static object Count(LoopbackCollection collection, JsonElement body)
    {
        var count = new StrictObject(body, "count", "filter", "exact");
        count.Flag("exact", true);
        return new { count = collection.Points.Count(PointFilter.Of(count["filter"])) };
    }

    private static object Query(LoopbackCollection collection, JsonElement body) => new
    {
        points = PointRanking.Of(body, collection).Select(r => new
        {
            id = r.Point.Id,
            version = 1,
            score = (float)r.Score,
            payload = r.Point.PayloadBy(body.TryGetProperty("with_payload", out var selector) ? selector : null, false),
        }),
    };
}
