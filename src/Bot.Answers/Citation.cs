using Bot.Corpus;

namespace Bot.Answers;

/// <summary>What a marker [n] in an answer leads to.</summary>
/// <param name="Number">The n of its marker, from 1, in the order of first mention.</param>
/// <param name="Paragraph">Paragraph number in the report.</param>
/// <param name="Section">Section path as shown to people; empty before the first heading.</param>
/// <param name="Quote">The sentence, verbatim, that holds what is said; part of <paramref name="Text"/>.</param>
/// <param name="Text">The whole paragraph, verbatim but for personal data.</param>
public sealed record Citation(
    int Number,
    ReportId Report,
    string Title,
    string? Region,
    int Paragraph,
    string Section,
    string Quote,
    string Text);
