using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Words of a measure in their sentence, as it may be shown: without personal data.</summary>
/// <param name="Words">The words, in <paramref name="Sentence"/>; null when part of them was left out there.</param>
internal sealed record QuoteBody(string Sentence, SpanBody? Words, int Paragraph, string Section, string Url)
{
    public static QuoteBody Of(FoundMeasure found, TextSpan span, ReportLinks links)
    {
        var (quote, paragraph) = (found.Quote(span), found.ParagraphOf(span).Paragraph);
        var shown = ShownSentence.Of(quote.Sentence, quote.Place);
        return new(shown.Text, shown.Number, paragraph.Number, paragraph.SectionPath, links.To(found.Report, paragraph.Number));
    }
}
