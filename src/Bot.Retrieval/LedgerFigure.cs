using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>A figure of the ledger with the paragraph that states it.</summary>
/// <param name="Paragraph">The paragraph with all of its figures, as <see cref="IReportIndex.LoadParagraphsAsync"/> gives it.</param>
public sealed record LedgerFigure(Figure Figure, StoredParagraph Paragraph)
{
    /// <summary>The sentence that states it, verbatim.</summary>
    public string Sentence =>
        Paragraph.Paragraph.Text[Within(Figure.Sentence)];

    /// <summary>The number with its unit, in <see cref="Sentence"/>: what a correction names it by.</summary>
    public TextSpan Number =>
        Figure.Span.Shift(-Math.Max(Figure.Sentence.Start, Paragraph.Paragraph.Span.Start));

    private Range Within(TextSpan span)
    {
        var start = Paragraph.Paragraph.Span.Start;
        return Math.Max(0, span.Start - start)..Math.Min(Paragraph.Paragraph.Text.Length, span.End - start);
    }
}
