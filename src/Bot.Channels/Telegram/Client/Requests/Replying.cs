namespace Bot.Channels.Telegram;

/// <summary>Ends the wait of whoever pressed a button.</summary>
internal sealed record AnswerCallbackQueryRequest() : RequestBase<bool>("answerCallbackQuery")
{
    public required string CallbackQueryId { get; init; }

    /// <summary>Up to 200 characters; null: nothing is shown.</summary>
    public string? Text { get; init; }

    public bool? ShowAlert { get; init; }
}

internal sealed record AnswerInlineQueryRequest() : RequestBase<bool>("answerInlineQuery")
{
    public required string InlineQueryId { get; init; }

    /// <summary>Up to 50.</summary>
    public required InlineQueryResultArticle[] Results { get; init; }

    /// <summary>Seconds that Telegram may give the same answer itself; null: 300.</summary>
    public int? CacheTime { get; init; }

    public bool? IsPersonal { get; init; }

    /// <summary>Comes back as the next query's offset, up to 64 bytes; null or empty: there is no more.</summary>
    public string? NextOffset { get; init; }
}

/// <param name="Id">1 to 64 bytes.</param>
internal sealed record InlineQueryResultArticle(
    string Id, string Title, InputTextMessageContent InputMessageContent, string? Description = null, string? Url = null,
    InlineKeyboardMarkup? ReplyMarkup = null)
{
    public string Type { get; init; } = "article";
}

/// <param name="MessageText">As <see cref="SendMessageRequest.Text"/>.</param>
internal sealed record InputTextMessageContent(string MessageText, string? ParseMode = null, LinkPreviewOptions? LinkPreviewOptions = null);
