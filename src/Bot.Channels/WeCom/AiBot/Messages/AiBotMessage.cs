using System.Text.Json.Serialization;

namespace Bot.Channels.WeCom;

/// <summary>
/// What WeCom tells an AI bot: a message, an event, or that it wants to know how a stream goes on
/// (https://developer.work.weixin.qq.com/document/path/100719). Members that are not used are left out.
/// </summary>
internal sealed record AiBotMessage
{
    /// <summary>The same when it is delivered again; events may have none.</summary>
    [JsonPropertyName("msgid")]
    public string? MsgId { get; init; }

    /// <summary>Unix seconds; with events only.</summary>
    [JsonPropertyName("create_time")]
    public long? CreateTime { get; init; }

    /// <summary>Of a group; null where a person is alone with the bot.</summary>
    [JsonPropertyName("chatid")]
    public string? ChatId { get; init; }

    /// <summary>single or group.</summary>
    [JsonPropertyName("chattype")]
    public string? ChatType { get; init; }

    [JsonPropertyName("from")]
    public Sender? From { get; init; }

    /// <summary>Takes one message more, within an hour; by callback only.</summary>
    [JsonPropertyName("response_url")]
    public string? ResponseUrl { get; init; }

    /// <summary>text, mixed, image, voice, file, video, stream or event.</summary>
    [JsonPropertyName("msgtype")]
    public string? MsgType { get; init; }

    [JsonPropertyName("text")]
    public Words? Text { get; init; }

    [JsonPropertyName("mixed")]
    public MixedItems? Mixed { get; init; }

    /// <summary>What was spoken, as WeCom heard it.</summary>
    [JsonPropertyName("voice")]
    public Words? Voice { get; init; }

    /// <summary>The message that this one quotes.</summary>
    [JsonPropertyName("quote")]
    public AiBotMessage? Quote { get; init; }

    [JsonPropertyName("stream")]
    public StreamAsked? Stream { get; init; }

    [JsonPropertyName("event")]
    public Happening? Event { get; init; }

    internal sealed record Sender([property: JsonPropertyName("userid")] string? UserId);

    internal sealed record Words([property: JsonPropertyName("content")] string? Content);

    internal sealed record MixedItems([property: JsonPropertyName("msg_item")] AiBotMessage[]? Items);

    internal sealed record StreamAsked([property: JsonPropertyName("id")] string? Id);

    internal sealed record Happening
    {
        /// <summary>enter_chat, template_card_event, feedback_event or disconnected_event.</summary>
        [JsonPropertyName("eventtype")]
        public string? EventType { get; init; }

        [JsonPropertyName("template_card_event")]
        public CardTap? Card { get; init; }

        [JsonPropertyName("feedback_event")]
        public Opinion? Feedback { get; init; }
    }

    /// <param name="Key">The button's.</param>
    /// <param name="TaskId">The card's; its new state is given under the same.</param>
    internal sealed record CardTap(
        [property: JsonPropertyName("event_key")] string? Key,
        [property: JsonPropertyName("task_id")] string? TaskId);

    /// <param name="Id">As the reply gave it.</param>
    /// <param name="Type">1: right, 2: not right, 3: taken back.</param>
    /// <param name="Reasons">1: irrelevant, 2: incomplete, 3: wrong, 4: badly reasoned.</param>
    internal sealed record Opinion(
        [property: JsonPropertyName("id")] string? Id,
        [property: JsonPropertyName("type")] int Type,
        [property: JsonPropertyName("content")] string? Content,
        [property: JsonPropertyName("inaccurate_reason_list")] int[]? Reasons);
}
