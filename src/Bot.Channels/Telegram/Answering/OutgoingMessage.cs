using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Channels.Telegram;

/// <summary>A message as the journal keeps it until it is sent.</summary>
/// <param name="Message">Null: only <paramref name="Replace"/> is deleted.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Replace">A message of the bot's own that it takes the place of; null: it is sent anew.</param>
internal sealed record OutgoingMessage(RenderedMessage? Message, InlineKeyboardMarkup? Keyboard, MessageTarget Target, long? Replace)
{
    public string ToJson() => JsonSerializer.Serialize(this, OutgoingJson.Default.OutgoingMessage);

    /// <exception cref="JsonException">It was not written by this version.</exception>
    public static OutgoingMessage Read(string json) =>
        JsonSerializer.Deserialize(json, OutgoingJson.Default.OutgoingMessage) ?? throw new JsonException("A message is null.");
}

[JsonSerializable(typeof(OutgoingMessage))]
internal sealed partial class OutgoingJson : JsonSerializerContext;
