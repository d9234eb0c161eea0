namespace Bot.Channels.WeCom;

/// <summary>How what the bot says reaches WeCom: in answer to its callbacks, or through a connection of the bot's own.</summary>
internal interface IAiBotDelivery
{
    /// <summary>Messages can be sent that answer nothing: announcements.</summary>
    bool CanSpeakFirst { get; }

    /// <summary>Begins to show a stream.</summary>
    /// <param name="requestId">Of the question; null: it came by callback.</param>
    void Begin(ShownStream stream, string? requestId);

    /// <summary>Finishes the reply's stream, or sends it as a message where that is no longer, or never was, possible.</summary>
    /// <param name="chat">A group's id or a member's.</param>
    /// <exception cref="DeliveryException">Not now, or never.</exception>
    Task DeliverAsync(string chat, AiBotReply reply, CancellationToken cancellationToken);
}
