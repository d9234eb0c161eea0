namespace Bot.Channels.Telegram;

/// <summary>What kept a request from being carried out, as far as the bot acts differently upon it.</summary>
internal enum TelegramFailure
{
    /// <summary>No connection came about; the request was not carried out.</summary>
    Unreachable,

    /// <summary>The connection broke; whether the request was carried out is not known.</summary>
    ConnectionLost,

    /// <summary>No answer in time; whether the request was carried out is not known.</summary>
    TimedOut,

    /// <summary>What answered doesn't speak the Bot API.</summary>
    BadAnswer,

    /// <summary>5xx.</summary>
    ServerFault,

    /// <summary>401, or 404 for a token that can't be one.</summary>
    WrongToken,

    /// <summary>404: the server is older than the method.</summary>
    UnknownMethod,

    /// <summary>429; <see cref="TelegramException.RetryAfter"/> tells how long to wait.</summary>
    RateLimited,

    /// <summary>409: updates go to a webhook, so they can't be asked for.</summary>
    WebhookActive,

    /// <summary>409: another process asks for the same bot's updates.</summary>
    OtherInstance,

    /// <summary>409: a webhook was set while updates were asked for.</summary>
    ReplacedByWebhook,

    /// <summary>403: this person blocked the bot.</summary>
    Blocked,

    /// <summary>403: this account is gone.</summary>
    Deactivated,

    /// <summary>403: the bot is no longer in the chat.</summary>
    Kicked,

    /// <summary>Any other 403.</summary>
    Forbidden,

    /// <summary>The group has a new id: <see cref="TelegramException.MigrateToChatId"/>.</summary>
    Migrated,

    /// <summary>The edit would change nothing: harmless.</summary>
    NotModified,
    EditTargetMissing,
    ReplyTargetMissing,
    ThreadMissing,
    ChatMissing,

    /// <summary>A callback or inline query was answered too late.</summary>
    QueryExpired,
    TextEmpty,

    /// <summary>Text or caption is over the limit.</summary>
    TextTooLong,

    /// <summary>The markup was refused; plain text may pass.</summary>
    CannotParse,

    /// <summary>Any other refusal.</summary>
    Invalid,
}
