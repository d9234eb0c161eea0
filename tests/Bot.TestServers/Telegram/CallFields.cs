using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>The fields of a call, of which every one must be known: Telegram itself would ignore a wrong one, and hide a mistake.</summary>
internal sealed class CallFields
{
    private readonly JsonObject _json;

    public CallFields(JsonObject json, string what, params ReadOnlySpan<string> known)
    {
        foreach (var field in json)
            if (!known.Contains(field.Key))
                throw TelegramRefusalException.Bad($"{what}: unknown field \"{field.Key}\"");
        _json = json;
    }

    public JsonNode? this[string field] => _json[field];

    public string? Text(string field) => _json[field] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String => (string?)value,
        _ => throw TelegramRefusalException.Bad($"field \"{field}\" must be of type String"),
    };

    public long? Number(string field) => _json[field] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out long number) => number,
        JsonValue value when value.TryGetValue(out string? text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw TelegramRefusalException.Bad($"field \"{field}\" must be a Number"),
    };

    public bool Flag(string field) => _json[field] is JsonValue value && value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw TelegramRefusalException.Bad($"field \"{field}\" must be of type Boolean"),
    };

    public JsonObject? Object(string field) => _json[field] switch
    {
        null => null,
        JsonObject inner => inner,
        _ => throw TelegramRefusalException.Bad($"field \"{field}\" must be of type Object"),
    };

    public JsonObject[] Objects(string field) => _json[field] switch
    {
        null => [],
        JsonArray inner => [.. inner.Select(item => item as JsonObject ?? throw TelegramRefusalException.Bad($"field \"{field}\" must be an Array of Objects"))],
        _ => throw TelegramRefusalException.Bad($"field \"{field}\" must be of type Array"),
    };
}
