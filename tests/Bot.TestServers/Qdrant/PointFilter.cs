using System.Text.Json;

namespace Bot.TestServers;

/// <summary>The filters that the facts name: must, should, must_not over match, range, has_id and is_empty.</summary>
internal static class PointFilter
{
    public static Func<StoredPoint, bool> Of(JsonElement? json)
    {
        if (json is not { } filter)
            return _ => true;
        var clauses = new StrictObject(filter, "filter", "must", "should", "must_not");
        var (must, should, mustNot) = (Conditions(clauses["must"]), Conditions(clauses["should"]), Conditions(clauses["must_not"]));
        return point => must.All(c => c(point))
            && (should.Length == 0 || should.Any(c => c(point)))
            && !mustNot.Any(c => c(point));
    }

    private static Func<StoredPoint, bool>[] Conditions(JsonElement? json) =>
        json is not { } list ? []
        : list.ValueKind is JsonValueKind.Object ? [Condition(list)]
        : [.. StrictObject.Array(list, "conditions").Select(Condition)];

    private static Func<StoredPoint, bool> Condition(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Object && (json.TryGetProperty("must", out _) || json.TryGetProperty("should", out _) || json.TryGetProperty("must_not", out _)))
            return Of(json);
        var condition = new StrictObject(json, "condition", "key", "match", "range", "has_id", "is_empty");
        if (condition["has_id"] is { } ids)
        {
            var known = StrictObject.Array(ids, "has_id").Select(StoredPoint.IdOf).ToHashSet();
            return point => known.Contains(point.Id);
        }
        if (condition["is_empty"] is { } empty)
        {
            var field = new StrictObject(empty, "is_empty", "key").Needed("key").GetString()!;
            return point => !Values(point, field).Any(v => v.ValueKind is not JsonValueKind.Null);
        }
        var key = condition.Needed("key").GetString()!;
        if (condition["match"] is { } match)
        {
            var fits = Match(match);
            return point => Values(point, key).Any(fits);
        }
        var between = Range(condition["range"] ?? throw StrictObject.Bad("a condition needs match, range, has_id or is_empty"));
        return point => Values(point, key).Any(between);
    }

    private static Func<JsonElement, bool> Match(JsonElement json)
    {
        var match = new StrictObject(json, "match", "value", "any", "except");
        if (match["value"] is { } value)
            return v => JsonElement.DeepEquals(v, value);
        if (match["any"] is { } any)
        {
            var values = StrictObject.Array(any, "any").Select(v => v.ToString()).ToHashSet();
            return v => values.Contains(v.ToString());
        }
        var except = StrictObject.Array(match.Needed("except"), "except");
        return v => !except.Any(e => JsonElement.DeepEquals(e, v));
    }

    private static Func<JsonElement, bool> Range(JsonElement json)
    {
        var range = new StrictObject(json, "range", "gt", "gte", "lt", "lte");
        var (gt, gte, lt, lte) = (range["gt"]?.GetDouble(), range["gte"]?.GetDouble(), range["lt"]?.GetDouble(), range["lte"]?.GetDouble());
        return v => v.ValueKind is JsonValueKind.Number && v.GetDouble() is var n
            && (gt is null || n > gt) && (gte is null || n >= gte) && (lt is null || n < lt) && (lte is null || n <= lte);
    }

    private static JsonElement[] Values(StoredPoint point, string key) =>
        !point.Payload.TryGetProperty(key, out var value) ? []
        : value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()]
        : [value];
}
