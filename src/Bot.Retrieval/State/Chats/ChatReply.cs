namespace Bot.Retrieval;

/// <summary>A message to be sent to a lane.</summary>
/// <param name="Body">As the channel wrote it; only the channel reads it.</param>
public sealed record ChatReply(string Lane, string Body);
