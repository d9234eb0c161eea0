namespace Bot.Retrieval;

/// <summary>A message that is to be sent.</summary>
/// <param name="Number">In the order of sending.</param>
/// <param name="Event">The event it answers; null for an announcement.</param>
/// <param name="Body">As the channel wrote it.</param>
/// <param name="MayBeSent">
/// It was handed to the platform before the process ended, and nobody knows whether it arrived. Sending it again may show it
/// twice, leaving it may lose it: the channel decides.
/// </param>
public sealed record OpenReply(long Number, long? Event, string Lane, string Body, bool MayBeSent);
