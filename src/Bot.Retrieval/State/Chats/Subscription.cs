namespace Bot.Retrieval;

/// <summary>A chat that wants to hear of new reports.</summary>
/// <param name="Since">When it began.</param>
public sealed record Subscription(string Chat, DateTimeOffset Since);
