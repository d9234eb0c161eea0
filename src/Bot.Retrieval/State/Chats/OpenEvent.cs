namespace Bot.Retrieval;

/// <summary>An event that was stored and is not answered yet.</summary>
/// <param name="Number">In the order of arrival, over all platforms.</param>
/// <param name="At">When it was stored.</param>
public sealed record OpenEvent(long Number, ChatEvent Event, DateTimeOffset At);
