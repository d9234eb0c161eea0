using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>One passage found: a paragraph, or a few sentences of a long one.</summary>
/// <param name="Paragraph">Number of its paragraph in the report.</param>
/// <param name="Span">The passage in the paragraph's text.</param>
/// <param name="Score">Higher is better; comparable within one search only. With vectors it is made of ranks, without of words.</param>
/// <param name="Coverage">
/// What its words score, divided by what a perfect match of the query would: 0 to 1, comparable across searches. 0 for one found by its
/// vector alone that shares no word.
/// </param>
public sealed record PassageHit(ReportId Report, int Paragraph, TextSpan Span, double Score, double Coverage);
