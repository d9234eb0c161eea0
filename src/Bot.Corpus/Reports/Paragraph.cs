using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// A line of cleaned text that a reader would call a paragraph: the unit of citation.
/// </summary>
/// <param name="Number">Counts from 1 in the report.</param>
/// <param name="Span">Where it stands in <see cref="Report.Text"/>.</param>
/// <param name="Section">The headings above it, outermost first, as printed and trimmed; empty before the first heading.</param>
/// <param name="Years">The years it speaks of, ascending: those written in it, else its heading's, else its part's.</param>
/// <param name="Sentences">Its sentences in order; together they cover its text.</param>
public sealed record Paragraph(
    int Number,
    ParagraphKind Kind,
    string Text,
    TextSpan Span,
    ImmutableArray<string> Section,
    ReportPart Part,
    ImmutableArray<int> Years,
    ImmutableArray<Sentence> Sentences)
{
    public const string SectionSeparator = " › ";

    /// <summary>The section path as shown to people: 一、主要工作 › (二)….</summary>
    public string SectionPath => string.Join(SectionSeparator, Section);
}
