using System.Collections.Immutable;
using Bot.Answers;

namespace Bot.Channels;

/// <summary>What a chat shows of an answer: its text and tables, its chart, then a quotation per cited sentence.</summary>
internal static class AnswerBlocks
{
    // In characters: what a folded quotation shows before it is opened.
    private const int BeginningLength = 80;

    /// <param name="table">What becomes of a table; null: columns aligned in a fixed-width font.</param>
    public static ImmutableArray<ChatBlock> Of(
        Answer answer, ChatLanguage language, QuotationDetail detail = QuotationDetail.Whole, Func<ImmutableArray<ImmutableArray<string>>, ChatBlock>? table = null)
    {
        var blocks = ImmutableArray.CreateBuilder<ChatBlock>();
        blocks.AddRange(NarrowMarkdown.Blocks(answer.Text, table));
        if (answer.Chart is { } chart)
            blocks.Add(new ChatBlock.Preformatted(TextChart.Lines(chart)));
        if (answer is Answer.Refused && !answer.Citations.IsEmpty)
            blocks.Add(new ChatBlock.Prose(ChatWords.NoAnswer(language)));
        var shorten = ShorteningOf(answer, detail);
        foreach (var same in answer.Citations.GroupBy(c => (c.Report, c.Paragraph, c.Quote)))
            blocks.Add(new ChatBlock.Quotation(HeadOf([.. same], answer, language), shorten(same.Key.Quote)) { Address = new(same.Key.Report, same.Key.Paragraph) });
        return blocks.ToImmutable();
    }

    /// <summary>One whole paragraph, for whoever wants to read on from a quotation.</summary>
    /// <param name="section">Empty before the first heading.</param>
    public static ImmutableArray<ChatBlock> OfParagraph(string title, string section, int paragraph, string text, ChatLanguage language) =>
        [new ChatBlock.Quotation(PlaceOf(title, section, paragraph, language), text)];

    private static string HeadOf(ImmutableArray<Citation> same, Answer answer, ChatLanguage language)
    {
        var markers = string.Concat(same.Select(c => $"[{c.Number}]"));
        var isCorrected = answer.Figures.Any(f => f.Figure.Correction is not null && same.Any(c => c.Number == f.Citation));
        return $"{markers} {PlaceOf(same[0].Title, same[0].Section, same[0].Paragraph, language)}"
            + (isCorrected ? ChatWords.Corrected(language) : "");
    }

    private static string PlaceOf(string title, string section, int paragraph, ChatLanguage language) =>
        string.Join(" › ", ((string[])[title, section, ChatWords.Paragraph(paragraph, language)]).Where(part => part.Length > 0));

    private static Func<string, string> ShorteningOf(Answer answer, QuotationDetail detail)
    {
        if (detail is QuotationDetail.Whole)
            return quote => quote;
        var excerpt = new QuoteExcerpt(answer.Text);
        return quote => excerpt.Of(quote, BeginningLength);
    }
}
