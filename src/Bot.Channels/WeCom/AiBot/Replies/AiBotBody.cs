using System.Text.Json.Serialization;

namespace Bot.Channels.WeCom;

/// <summary>What WeCom is told: a message, or what becomes of a card.</summary>
internal sealed record AiBotBody
{
    /// <summary>Null when a card is replaced.</summary>
    [JsonPropertyName("msgtype")]
    public string? MsgType { get; init; }

    [JsonPropertyName("response_type")]
    public string? ResponseType { get; init; }

    /// <summary>Where to, when it answers nothing: a group's id or a member's.</summary>
    [JsonPropertyName("chatid")]
    public string? ChatId { get; init; }

    /// <summary>0: whatever <see cref="ChatId"/> is.</summary>
    [JsonPropertyName("chat_type")]
    public int? ChatType { get; init; }

    [JsonPropertyName("text")]
    public Phrase? Text { get; init; }

    [JsonPropertyName("markdown")]
    public Phrase? Markdown { get; init; }

    [JsonPropertyName("stream")]
    public StreamState? Stream { get; init; }

    [JsonPropertyName("template_card")]
    public TemplateCard? Card { get; init; }

    // Of an order to the connection.
    [JsonPropertyName("bot_id")]
    public string? BotId { get; init; }

    [JsonPropertyName("secret")]
    public string? Secret { get; init; }

    internal sealed record Phrase([property: JsonPropertyName("content")] string Content);

    /// <param name="Content">Takes the place of what was there.</param>
    internal sealed record StreamState(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("finish")] bool IsFinished,
        [property: JsonPropertyName("content")] string Content,
        [property: JsonPropertyName("feedback")] FeedbackName? Feedback);

    /// <param name="Id">At most 256 bytes. WeCom takes it from a stream's first state only.</param>
    internal sealed record FeedbackName([property: JsonPropertyName("id")] string Id);

    /// <summary>A stream's state. Its feedback goes by the stream's own name, as the answer's isn't known when the stream begins.</summary>
    public static AiBotBody OfStream(string id, string content, bool isFinished, TemplateCard? card) => new()
    {
        MsgType = card is null ? "stream" : "stream_with_template_card",
        Stream = new(id, isFinished, content, new(id)),
        Card = card,
    };

    public static AiBotBody OfMarkdown(string content, string? chat = null) => new()
    {
        MsgType = "markdown",
        ChatId = chat,
        ChatType = chat is null ? null : 0,
        Markdown = new(content),
    };

    public static AiBotBody OfText(string content) => new() { MsgType = "text", Text = new(content) };

    public static AiBotBody OfNewCard(TemplateCard card, string chat) => new() { MsgType = "template_card", ChatId = chat, ChatType = 0, Card = card };

    public static AiBotBody OfCard(TemplateCard card) => new() { ResponseType = "update_template_card", Card = card };
}
