namespace Bot.Retrieval;

/// <summary>An answer as it was given, kept so that feedback and administrators can come back to it.</summary>
/// <param name="Text">What the bot said, whole.</param>
/// <param name="Citations">JSON, as the answer carried them; read by people, not by the bot.</param>
/// <param name="Conversation">Chat and sender it belongs to; null outside conversations.</param>
public sealed record AnswerRecord(
    string Id,
    DateTimeOffset At,
    string Question,
    string Text,
    AnswerOutcome Outcome,
    string Citations,
    string? Conversation);
