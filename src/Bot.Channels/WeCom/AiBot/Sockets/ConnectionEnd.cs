namespace Bot.Channels.WeCom;

/// <summary>How a connection ended.</summary>
/// <param name="WasReady">WeCom had let the bot in.</param>
/// <param name="Refusal">Why it did not; null otherwise.</param>
/// <param name="IsTakenOver">Another connection of the same bot took its place.</param>
internal readonly record struct ConnectionEnd(bool WasReady, string? Refusal, bool IsTakenOver);
