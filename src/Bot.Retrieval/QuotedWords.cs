using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Words of a report in their sentence.</summary>
/// <param name="Sentence">Verbatim: the sentence, or the several that hold the words; of words that run over paragraphs, what the first holds.</param>
/// <param name="Place">The words, in <paramref name="Sentence"/>.</param>
public readonly record struct QuotedWords(string Sentence, TextSpan Place)
{
    /// <summary>The words alone.</summary>
    public string Words => Place.Of(Sentence);

    /// <param name="span">In the report's text; begins in <paramref name="paragraph"/>.</param>
    internal static QuotedWords Of(Paragraph paragraph, TextSpan span)
    {
        var within = span.Shift(-paragraph.Span.Start);
        within = new TextSpan(Math.Clamp(within.Start, 0, paragraph.Text.Length), Math.Clamp(within.End, 0, paragraph.Text.Length));
        var held = paragraph.Sentences.Where(s => s.Span.Overlaps(within)).ToArray();
        var (start, end) = held.Length == 0
            ? (0, paragraph.Text.Length)
            : (Math.Min(held[0].Span.Start, within.Start), Math.Max(held[^1].Span.End, within.End));
        return new QuotedWords(paragraph.Text[start..end], within.Shift(-start));
    }
}
