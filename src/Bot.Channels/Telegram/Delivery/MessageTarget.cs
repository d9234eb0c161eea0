namespace Bot.Channels.Telegram;

/// <summary>Where an answer goes.</summary>
/// <param name="ThreadId">The topic; null: the chat itself. 1, the General topic, is not named on the wire: Telegram wouldn't find it.</param>
/// <param name="ReplyTo">The message that is answered; null: none is shown.</param>
internal sealed record MessageTarget(long ChatId, bool IsPrivate, long? ThreadId = null, long? ReplyTo = null)
{
    public long? WireThread => ThreadId is 1 ? null : ThreadId;

    public ReplyParameters? WireReply => ReplyTo is { } message ? new ReplyParameters(message) : null;
}
