using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Channels.Telegram;

/// <summary>Times as Telegram writes them: seconds since 1970.</summary>
internal sealed class UnixSeconds : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64());
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new JsonException("A time is out of range.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
