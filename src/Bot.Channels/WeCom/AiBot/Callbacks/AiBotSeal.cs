using System.Text.Json.Serialization;

namespace Bot.Channels.WeCom;

/// <summary>The envelope of a reply to a callback.</summary>
/// <param name="Timestamp">Unix seconds.</param>
/// <param name="Nonce">The callback's.</param>
internal sealed record AiBotSeal(
    [property: JsonPropertyName("encrypt")] string Encrypt,
    [property: JsonPropertyName("msgsignature")] string Signature,
    [property: JsonPropertyName("timestamp")] long Timestamp,
    [property: JsonPropertyName("nonce")] string Nonce);
