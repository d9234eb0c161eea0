namespace Bot.Channels;

/// <summary>A message was not sent: not now, or never.</summary>
internal sealed class DeliveryException : Exception
{
    private DeliveryException(string reason, Exception? inner)
        : base(reason, inner)
    {
    }

    /// <summary>No later attempt can send it.</summary>
    public bool IsFinal { get; private init; }

    /// <summary>How long the platform wants to be left alone; null: it doesn't say.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Only the platform's answer may have been lost: the message may stand in the chat.</summary>
    public bool IsUncertain { get; private init; }

    /// <summary>Nothing can be sent to this chat any more.</summary>
    public bool ChatIsGone { get; private init; }

    /// <param name="reason">For the log and for administrators: neither a secret nor text of the message.</param>
    public static DeliveryException NotNow(string reason, TimeSpan? retryAfter = null, bool isUncertain = false, Exception? inner = null) =>
        new(reason, inner) { RetryAfter = retryAfter, IsUncertain = isUncertain };

    /// <inheritdoc cref="NotNow"/>
    public static DeliveryException Never(string reason, bool chatIsGone = false, Exception? inner = null) =>
        new(reason, inner) { IsFinal = true, ChatIsGone = chatIsGone };
}
