using System.Text.Json.Serialization;

namespace Bot.Channels.Telegram;

internal sealed record SendMessageRequest() : RequestBase<Message>("sendMessage"), IChatRequest
{
    public required long ChatId { get; init; }

    /// <summary>Never 1, the General topic: Telegram doesn't find it.</summary>
    public long? MessageThreadId { get; init; }

    /// <summary>1 to 4096 UTF-16 code units without its markup, and at most 32,768 bytes with it.</summary>
    public required string Text { get; init; }

    /// <summary>HTML; null: plain text.</summary>
    public string? ParseMode { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public bool? DisableNotification { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    ChatLoad IChatRequest.Load => ChatLoad.Lasting;
}

/// <summary>Shows text that is still being written; private chats only, and gone after 30 seconds.</summary>
internal sealed record SendMessageDraftRequest() : RequestBase<bool>("sendMessageDraft"), IChatRequest
{
    public required long ChatId { get; init; }

    public long? MessageThreadId { get; init; }

    /// <summary>Not 0; the same one changes the draft.</summary>
    public required long DraftId { get; init; }

    /// <summary>Up to 4096 UTF-16 code units.</summary>
    public required string Text { get; init; }

    public string? ParseMode { get; init; }

    /// <summary>The person may stop the answer, which comes as <see cref="Update.StoppedMessageGeneration"/>.</summary>
    public bool? CanStop { get; init; }

    ChatLoad IChatRequest.Load => ChatLoad.Passing;
}

/// <summary>Replaces a message's text. One without <see cref="ReplyMarkup"/> takes the buttons away.</summary>
internal sealed record EditMessageTextRequest() : RequestBase<Message>("editMessageText"), IChatRequest
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }

    /// <inheritdoc cref="SendMessageRequest.Text"/>
    public required string Text { get; init; }

    public string? ParseMode { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    /// <summary>The text is not final: the edit may be left out.</summary>
    [JsonIgnore]
    public bool IsPassing { get; init; }

    ChatLoad IChatRequest.Load => IsPassing ? ChatLoad.Passing : ChatLoad.Lasting;
}

internal sealed record DeleteMessageRequest() : RequestBase<bool>("deleteMessage"), IChatRequest
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }

    ChatLoad IChatRequest.Load => ChatLoad.Lasting;
}

/// <summary>A picture up to 10 MB, width and height together up to 10,000.</summary>
internal sealed record SendPhotoRequest() : RequestBase<Message>("sendPhoto"), IChatRequest
{
    public required long ChatId { get; init; }

    public long? MessageThreadId { get; init; }

    /// <summary>Never absent; not marked as required, which the serialiser allows no field that it leaves out.</summary>
    [JsonIgnore]
    public InputFile? Photo { get; init; }

    /// <summary>Up to 1024 UTF-16 code units without its markup.</summary>
    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    [JsonIgnore]
    public override InputFile? File => Photo;

    ChatLoad IChatRequest.Load => ChatLoad.Lasting;
}

/// <summary>Shows that the bot is at work, for 5 seconds; not in channels.</summary>
internal sealed record SendChatActionRequest() : RequestBase<bool>("sendChatAction"), IChatRequest
{
    public required long ChatId { get; init; }

    public long? MessageThreadId { get; init; }

    public string Action { get; init; } = "typing";

    ChatLoad IChatRequest.Load => ChatLoad.Sign;
}
