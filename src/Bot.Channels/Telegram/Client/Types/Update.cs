namespace Bot.Channels.Telegram;

/// <summary>Something that happened: at most one of the optional fields is there. None: a kind that the bot doesn't know.</summary>
internal sealed record Update
{
    public required long UpdateId { get; init; }

    public Message? Message { get; init; }

    public Message? EditedMessage { get; init; }

    public Message? ChannelPost { get; init; }

    public Message? EditedChannelPost { get; init; }

    public InlineQuery? InlineQuery { get; init; }

    public CallbackQuery? CallbackQuery { get; init; }

    public ChatMemberUpdated? MyChatMember { get; init; }

    public StoppedMessageGeneration? StoppedMessageGeneration { get; init; }
}

/// <param name="Query">Up to 256 characters.</param>
/// <param name="Offset">What the bot gave as <see cref="AnswerInlineQueryRequest.NextOffset"/>; empty at first.</param>
internal sealed record InlineQuery(string Id, User From, string Query, string Offset, string? ChatType);

/// <param name="Message">Null when the button was pressed under an inline result; its text is absent when it is too old.</param>
/// <param name="Data">What the button carried: 1 to 64 bytes.</param>
internal sealed record CallbackQuery(string Id, User From, Message? Message, string? InlineMessageId, string? Data);

/// <summary>The bot was added to a chat, removed, blocked, promoted …</summary>
internal sealed record ChatMemberUpdated(Chat Chat, User From, DateTimeOffset Date, ChatMember OldChatMember, ChatMember NewChatMember);

/// <summary>A person stopped an answer that was being drafted.</summary>
internal sealed record StoppedMessageGeneration(Chat Chat, long? MessageThreadId, long DraftId);
