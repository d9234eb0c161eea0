namespace Bot.Channels.Telegram;

/// <summary>A request that puts something into a chat, and so counts against its pace.</summary>
internal interface IChatRequest
{
    long ChatId { get; }

    ChatLoad Load { get; }
}
