using System.Text.Json.Serialization;

namespace Bot.Channels.WeCom;

/// <summary>A card with buttons (https://developer.work.weixin.qq.com/document/path/101032).</summary>
internal sealed record TemplateCard
{
    public const int MostButtons = 6;

    [JsonPropertyName("card_type")]
    public string CardType { get; init; } = "button_interaction";

    [JsonPropertyName("main_title")]
    public required Heading MainTitle { get; init; }

    [JsonPropertyName("sub_title_text")]
    public string? Text { get; init; }

    [JsonPropertyName("quote_area")]
    public Quotation? Quote { get; init; }

    [JsonPropertyName("button_list")]
    public required Button[] Buttons { get; init; }

    /// <summary>At most 128 bytes of letters, digits, _, - and @, no two cards the same.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    internal sealed record Heading([property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("desc")] string? Description = null);

    /// <param name="Type">0: nothing happens when it is tapped; 1: the address opens.</param>
    internal sealed record Quotation(
        [property: JsonPropertyName("type")] int Type,
        [property: JsonPropertyName("url")] string? Url,
        [property: JsonPropertyName("title")] string Title,
        [property: JsonPropertyName("quote_text")] string Text);

    /// <param name="Style">1 to 4.</param>
    /// <param name="Key">At most 1024 bytes; comes back with a tap.</param>
    internal sealed record Button(
        [property: JsonPropertyName("text")] string Text,
        [property: JsonPropertyName("style")] int Style,
        [property: JsonPropertyName("key")] string Key);
}
