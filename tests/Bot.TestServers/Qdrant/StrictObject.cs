using System.Text.Json;

namespace Bot.TestServers;

/// <summary>A JSON object of which every field must be known: one that nobody asked for is refused with 400.</summary>
internal readonly struct StrictObject
{
    private readonly JsonElement _json;

    public StrictObject(JsonElement json, string what, params ReadOnlySpan<string> known)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            throw Bad($"{what}: expected an object, found {json.ValueKind}");
        foreach (var field in json.EnumerateObject())
            if (!known.Contains(field.Name))
                throw Bad($"{what}: unknown field `{field.Name}`");
        _json = json;
    }

    /// <summary>Null where it is absent or null.</summary>
    public JsonElement? this[string field] =>
        _json.TryGetProperty(field, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    public JsonElement Needed(string field) => this[field] ?? throw Bad($"missing field `{field}`");

    public int Int(string field, int otherwise) =>
        this[field] is not { } value ? otherwise
        : value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Bad($"{field}: expected an integer");

    public bool Flag(string field, bool otherwise) =>
        this[field] is not { } value ? otherwise
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Bad($"{field}: expected a boolean");

    public static RefusalException Bad(string problem) => new(400, $"Format error in JSON body: {problem}");

    /// <summary>Well-formed JSON that means nothing possible.</summary>
    public static RefusalException Invalid(string problem) => new(422, $"Validation error in JSON body: [{problem}]");

    public static JsonElement[] Array(JsonElement json, string what) =>
        json.ValueKind is JsonValueKind.Array ? [.. json.EnumerateArray()] : throw Bad($"{what}: expected a sequence");

    public static float[] Floats(JsonElement json, string what) =>
        [.. Array(json, what).Select(n => n.ValueKind is JsonValueKind.Number ? n.GetSingle() : throw Bad($"{what}: expected numbers"))];
}
