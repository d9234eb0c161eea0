using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>One passage found: a paragraph, or a few sentences of a long one.</summary>
/// <param name="Paragraph">Number of its paragraph in the report.</param>
/// <param name="Span">The passage in the paragraph's text.</param>
/// <param name="Score">Higher is better; comparable within one search only.</param>
/// <param name="Coverage">Score divided by that of a perfect match of the query: 0 to 1, comparable across searches.</param>
public sealed record PassageHit(ReportId Report, int Paragraph, TextSpan Span, double Score, double Coverage);
