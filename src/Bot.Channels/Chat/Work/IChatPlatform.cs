using Bot.Answers;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>One platform's part in the work on events: reading, writing in its own form, sending. <see cref="ChatWork"/> does the rest.</summary>
internal interface IChatPlatform
{
    /// <summary>Reads an event, has the desk answer it and writes what is said; perhaps nothing.</summary>
    /// <exception cref="Exception">It can't be answered: the work apologises.</exception>
    Task<IReadOnlyList<ChatReply>> AnswerAsync(OpenEvent open, CancellationToken cancellationToken);

    /// <summary>The bot's own words in answer to an event that could not be answered.</summary>
    IReadOnlyList<ChatReply> Apologize(OpenEvent open, string text);

    /// <summary>Hands a message over, one attempt.</summary>
    /// <returns>What the platform knows it by; null where it doesn't say.</returns>
    /// <exception cref="DeliveryException">It can't be sent now, or never.</exception>
    Task<string?> SendAsync(OpenReply reply, CancellationToken cancellationToken);

    /// <summary>The announcement of a report as messages to a chat that subscribed.</summary>
    IReadOnlyList<ChatReply> Announce(Answer.Answered digest, string lane);
}
