using System.Text.Json;

namespace Bot.Channels.WeCom;

/// <summary>A message of the bot's as the journal keeps it.</summary>
/// <param name="Content">Markdown, at most <see cref="MaximumBytes"/>.</param>
/// <param name="AskedAt">When the question came: WeCom waits for a stream only so long.</param>
/// <param name="Stream">The stream that it finishes; null: it is a message of its own.</param>
/// <param name="RequestId">Of the question, when that came through the connection.</param>
/// <param name="ResponseUrl">Takes it when the stream no longer can, once.</param>
/// <param name="Answer">The answer's id, for feedback; null: no answer.</param>
internal sealed record AiBotReply(
    string Content, DateTimeOffset AskedAt, string? Stream, string? RequestId, string? ResponseUrl, TemplateCard? Card, string? Answer)
{
    /// <summary>Of a stream's content and of Markdown, in UTF-8.</summary>
    public const int MaximumBytes = 20_480;

    public string ToJson() => JsonSerializer.Serialize(this, AiBotJson.Wire.AiBotReply);

    /// <exception cref="JsonException">Another version wrote it.</exception>
    public static AiBotReply Read(string json) =>
        JsonSerializer.Deserialize(json, AiBotJson.Wire.AiBotReply) ?? throw new JsonException("Null is no reply.");
}
