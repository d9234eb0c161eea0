using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Which report of the corpus ended a document, and from when on.</summary>
/// <param name="Title">The report's.</param>
/// <param name="From">As <see cref="Repeal.From"/>.</param>
public sealed record RepealedBy(ReportId Report, string Title, DateOnly? From);
