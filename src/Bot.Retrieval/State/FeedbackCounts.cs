namespace Bot.Retrieval;

/// <summary>Numbers of the answers still kept, by outcome and by vote.</summary>
public sealed record FeedbackCounts(int Answered, int Refused, int Up, int Down);
