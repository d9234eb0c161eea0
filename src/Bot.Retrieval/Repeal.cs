using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>That a report ends another document.</summary>
/// <param name="From">The first day on which that no longer holds; null when it isn't known: then it doesn't hold at all any more.</param>
public sealed record Repeal(NamedDocument Document, DateOnly? From);
