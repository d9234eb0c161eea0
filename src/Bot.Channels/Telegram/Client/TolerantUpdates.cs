using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Channels.Telegram;

/// <summary>
/// Reads updates one by one: one whose shape is not understood keeps its id and nothing else, so that it can be acknowledged. It
/// would otherwise fail its whole batch, again and again.
/// </summary>
internal sealed class TolerantUpdates : JsonConverter<Update[]>
{
    public override Update[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    public override void Write(Utf8JsonWriter writer, Update[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var update in value)
            JsonSerializer.Serialize(writer, update, TelegramJson.Wire.Update);
        writer.WriteEndArray();
    }

    private static Update Read(JsonElement json)
    {
        try
        {
            return json.Deserialize(TelegramJson.Wire.Update) ?? throw new JsonException("An update is null.");
        }
        catch (JsonException) when (json.ValueKind is JsonValueKind.Object && json.TryGetProperty("update_id", out var id) && id.TryGetInt64(out var number))
        {
            return new Update { UpdateId = number };
        }
    }
}
