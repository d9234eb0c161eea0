namespace Bot.Channels.Telegram;

/// <summary>Sets the menu of commands of a scope and a language.</summary>
internal sealed record SetMyCommandsRequest() : RequestBase<bool>("setMyCommands")
{
    /// <summary>Up to 100.</summary>
    public required BotCommand[] Commands { get; init; }

    public BotCommandScope? Scope { get; init; }

    /// <summary>Two letters; null: whoever has no menu of their own language.</summary>
    public string? LanguageCode { get; init; }
}

/// <param name="Command">1 to 32 of a-z, 0-9 and _.</param>
/// <param name="Description">1 to 256 characters.</param>
internal sealed record BotCommand(string Command, string Description);

/// <param name="Type">default, all_private_chats, all_group_chats, all_chat_administrators, chat, chat_member …</param>
/// <param name="ChatId">Of the scopes that name a chat.</param>
internal sealed record BotCommandScope(string Type, long? ChatId = null, long? UserId = null);

internal sealed record GetChatMemberRequest() : RequestBase<ChatMember>("getChatMember")
{
    public required long ChatId { get; init; }

    public required long UserId { get; init; }
}
