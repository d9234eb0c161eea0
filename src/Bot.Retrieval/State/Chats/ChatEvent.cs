namespace Bot.Retrieval;

/// <summary>A message, a tap or another event as a platform delivered it.</summary>
/// <param name="Key">What the platform knows it by: the same when it is delivered again.</param>
/// <param name="Lane">Events of one lane are answered one after the other: a chat, or a topic of one.</param>
/// <param name="Person">Who caused it; null when the platform doesn't say.</param>
/// <param name="Body">As the channel wrote it; only the channel reads it.</param>
/// <param name="Subject">What it is about, where others may be about the same: a message and its later changes; null: nothing of the kind.</param>
public sealed record ChatEvent(string Key, string Lane, string? Person, string Body, string? Subject = null);
