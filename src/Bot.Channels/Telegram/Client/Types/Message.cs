namespace Bot.Channels.Telegram;

/// <summary>A message, with the fields that the bot reads. One without text, and with none of the others, is of another kind.</summary>
internal sealed record Message
{
    public required long MessageId { get; init; }

    public long? MessageThreadId { get; init; }

    /// <summary>Null for channels and for administrators who post as their group.</summary>
    public User? From { get; init; }

    public Chat? SenderChat { get; init; }

    public required Chat Chat { get; init; }

    public DateTimeOffset Date { get; init; }

    public DateTimeOffset? EditDate { get; init; }

    public bool? IsTopicMessage { get; init; }

    public bool? IsAutomaticForward { get; init; }

    public Message? ReplyToMessage { get; init; }

    public User? ViaBot { get; init; }

    public string? Text { get; init; }

    public MessageEntity[]? Entities { get; init; }

    public string? Caption { get; init; }

    public MessageEntity[]? CaptionEntities { get; init; }

    public FileReference? Voice { get; init; }

    public FileReference? Audio { get; init; }

    public FileReference? Video { get; init; }

    public FileReference? VideoNote { get; init; }

    public FileReference? Document { get; init; }

    public FileReference? Sticker { get; init; }

    public FileReference[]? Photo { get; init; }

    public User[]? NewChatMembers { get; init; }

    public User? LeftChatMember { get; init; }

    public long? MigrateToChatId { get; init; }

    public long? MigrateFromChatId { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Text of special meaning, in UTF-16 code units of the message's text.</summary>
/// <param name="Type">mention, text_mention, bot_command, url …; new ones may come.</param>
/// <param name="User">Whom a text_mention names.</param>
internal sealed record MessageEntity(string Type, int Offset, int Length, User? User = null, string? Url = null);

internal sealed record FileReference(string FileId);
