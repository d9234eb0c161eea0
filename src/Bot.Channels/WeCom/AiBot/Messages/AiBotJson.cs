using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Channels.WeCom;

/// <summary>An AI bot's messages and replies as JSON.</summary>
[JsonSerializable(typeof(AiBotMessage))]
[JsonSerializable(typeof(AiBotEvent))]
[JsonSerializable(typeof(AiBotReply))]
[JsonSerializable(typeof(AiBotBody))]
[JsonSerializable(typeof(AiBotSeal))]
[JsonSerializable(typeof(SocketFrame))]
[JsonSerializable(typeof(SocketOrder))]
internal sealed partial class AiBotJson : JsonSerializerContext
{
    public static AiBotJson Wire { get; } = new(new JsonSerializerOptions
    {
        // The limits are in bytes, and Chinese escaped takes twice as many.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    /// <summary>What came in, where nothing may stand twice.</summary>
    public static AiBotJson Strict { get; } = new(new JsonSerializerOptions { AllowDuplicateProperties = false, MaxDepth = 32 });
}
