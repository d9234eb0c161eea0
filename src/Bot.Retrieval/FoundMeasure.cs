using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>A measure of the register with what answering needs.</summary>
/// <param name="State">On the day of the query.</param>
/// <param name="RepealedBy">The report that ends its document, be it later than the day of the query; null when none of the corpus does.</param>
/// <param name="Paragraphs">
/// Every paragraph that one of its spans touches, those of general conditions included, in reading order. At least one.
/// </param>
public sealed record FoundMeasure(
    ReportId Report, ReportMetadata Metadata, Measure Measure, MeasureState State, RepealedBy? RepealedBy, ImmutableArray<StoredParagraph> Paragraphs)
{
    /// <summary>The paragraph in which words of the measure begin.</summary>
    /// <param name="span">One of the measure's, in <see cref="Report.Text"/>.</param>
    public StoredParagraph ParagraphOf(TextSpan span) =>
        Paragraphs.LastOrDefault(p => p.Paragraph.Span.Start <= span.Start) ?? Paragraphs[0];

    /// <summary>The words at a span of the measure, verbatim; paragraphs are parted by a line feed.</summary>
    /// <param name="span">As in <see cref="ParagraphOf"/>.</param>
    public string WordsAt(TextSpan span) => string.Join('\n', Paragraphs
        .Where(p => p.Paragraph.Span.Overlaps(span))
        .Select(p => p.Paragraph.Text[Within(p.Paragraph, span)]));

    /// <summary>Words of the measure in their sentence, for quoting.</summary>
    /// <param name="span">As in <see cref="ParagraphOf"/>.</param>
    public QuotedWords Quote(TextSpan span) => QuotedWords.Of(ParagraphOf(span).Paragraph, span);

    private static Range Within(Paragraph paragraph, TextSpan span)
    {
        var (start, length) = (paragraph.Span.Start, paragraph.Text.Length);
        return Math.Clamp(span.Start - start, 0, length)..Math.Clamp(span.End - start, 0, length);
    }
}
