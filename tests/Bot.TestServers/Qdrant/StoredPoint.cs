using System.Text.Json;

namespace Bot.TestServers;

/// <summary>A sparse vector: indices ascending with their values.</summary>
internal sealed record SparseVector(uint[] Indices, float[] Values)
{
    public static SparseVector Of(JsonElement json)
    {
        var sparse = new StrictObject(json, "sparse vector", "indices", "values");
        var indices = StrictObject.Array(sparse.Needed("indices"), "indices")
            .Select(i => i.ValueKind is JsonValueKind.Number && i.TryGetUInt32(out var index) ? index : throw StrictObject.Bad("indices: expected u32"))
            .ToArray();
        var values = StrictObject.Floats(sparse.Needed("values"), "values");
        if (indices.Length != values.Length)
            throw StrictObject.Invalid("values: must be the same length as indices");
        if (indices.Distinct().Count() != indices.Length)
            throw StrictObject.Invalid("indices: must be unique");
        Array.Sort(indices, values);
        return new SparseVector(indices, values);
    }

    public bool Has(uint index) => Array.BinarySearch(Indices, index) >= 0;

    /// <summary>Null where no dimension is in both.</summary>
    public double? Dot(SparseVector query, Func<uint, double> weight)
    {
        double? sum = null;
        for (var i = 0; i < query.Indices.Length; i++)
            if (Array.BinarySearch(Indices, query.Indices[i]) is >= 0 and var at)
                sum = (sum ?? 0) + query.Values[i] * weight(query.Indices[i]) * Values[at];
        return sum;
    }
}

/// <summary>A point as it is stored.</summary>
internal sealed record StoredPoint(
    Guid Id, IReadOnlyDictionary<string, float[]> Dense, IReadOnlyDictionary<string, SparseVector> Sparse, JsonElement Payload)
{
    public static Guid IdOf(JsonElement json) =>
        json.ValueKind is JsonValueKind.String && Guid.TryParse(json.GetString(), out var id) ? id
        : json.ValueKind is JsonValueKind.Number && json.TryGetUInt64(out var number) ? new Guid(0, 0, 0, BitConverter.GetBytes(number))
        : throw StrictObject.Bad($"value {json} is not a valid point ID, valid values are either an unsigned integer or a UUID");

    /// <summary>Those fields of the payload that a request asks for.</summary>
    /// <param name="selector">True, false, or a list of fields; absent: <paramref name="otherwise"/>.</param>
    public JsonElement? PayloadBy(JsonElement? selector, bool otherwise)
    {
        if (selector is not { } wanted)
            return otherwise ? Payload : null;
        if (wanted.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return wanted.GetBoolean() ? Payload : null;
        var fields = StrictObject.Array(wanted, "with_payload").Select(f => f.GetString()).ToHashSet();
        return JsonSerializer.SerializeToElement(Payload.EnumerateObject().Where(f => fields.Contains(f.Name)).ToDictionary(f => f.Name, f => f.Value));
    }
}
