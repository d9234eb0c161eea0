namespace Bot.Channels.WeCom;

/// <summary>What is wrong with a callback. The operator reads it in the log; whoever sent it never learns it.</summary>
internal enum CallbackFlaw
{
    /// <summary>A part of the query is missing, doubled or of the wrong form.</summary>
    Query,
    ContentType,
    TooLarge,

    /// <summary>The time is outside the window.</summary>
    Stale,

    /// <summary>The body is not the envelope: not XML or JSON, a DTD, a missing or doubled member.</summary>
    Envelope,
    Signature,
    Replay,
    Base64,

    /// <summary>Not a whole number of blocks.</summary>
    BlockLength,
    Padding,

    /// <summary>The stated length of the message goes past what there is.</summary>
    MessageLength,

    /// <summary>Meant for another receiver, or bytes left over behind the message.</summary>
    Receiver,

    /// <summary>Not UTF-8.</summary>
    Encoding,

    /// <summary>What was inside is no message: not XML or JSON, a DTD, a missing or doubled member.</summary>
    Message,
}
