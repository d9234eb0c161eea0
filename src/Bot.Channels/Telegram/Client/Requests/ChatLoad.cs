namespace Bot.Channels.Telegram;

/// <summary>What a request means to its chat, and so how long it may wait.</summary>
internal enum ChatLoad
{
    /// <summary>Must arrive, in order: it waits for its turn.</summary>
    Lasting,

    /// <summary>
    /// A preview, worth nothing later: it never waits and never takes the room that messages need, but is refused with
    /// <see cref="TelegramFailure.RateLimited"/> instead.
    /// </summary>
    Passing,

    /// <summary>As <see cref="Passing"/>, and leaves nothing in the chat, so that only the pace over all chats counts it.</summary>
    Sign,
}
