using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Parts paragraphs into pieces: the items of a list that runs inside one paragraph become pieces of their own.</summary>
internal static partial class PolicyPieces
{
    public static IEnumerable<PolicyPiece> Of(PolicyText text)
    {
        foreach (var paragraph in text.Paragraphs)
        {
            if (paragraph.Kind is ParagraphKind.Title or ParagraphKind.Metadata || paragraph.Text.Length == 0)
                continue;
            if (paragraph.Kind == ParagraphKind.TableRow)
            {
                yield return new(paragraph.Number, null, 0, paragraph.Span, paragraph.Span, false, paragraph.Kind);
                continue;
            }
            foreach (var piece in Of(text, paragraph))
                yield return piece;
        }
    }

    private static IEnumerable<PolicyPiece> Of(PolicyText text, Paragraph paragraph)
    {
        var mark = HeadingMark.Of(paragraph.Text);
        if (mark is { Style: HeadingStyle.Bare })
            mark = null;
        var start = paragraph.Span.Start;
        var items = Items(text.PlainOf(paragraph.Span), mark?.Length ?? 0);
        var firstEnd = items.Count > 0 ? items[0].At : paragraph.Text.Length;
        var isHeading = paragraph.Kind == ParagraphKind.Heading && items.Count == 0;
        var style = mark?.Style ?? (isHeading ? HeadingStyle.Bare : null);
        yield return new(paragraph.Number, style, mark?.Number ?? 0, new(start, start + firstEnd), new(start + (mark?.Length ?? 0), start + firstEnd), isHeading, paragraph.Kind);
        for (var i = 0; i < items.Count; i++)
        {
            var end = i + 1 < items.Count ? items[i + 1].At : paragraph.Text.Length;
            var (at, length, itemStyle, number) = items[i];
            yield return new(paragraph.Number, itemStyle, number, new(start + at, start + end), new(start + at + length, start + end), false, paragraph.Kind);
        }
    }

    // Items count up from one; brackets around other numbers are asides.
    private static List<(int At, int Length, HeadingStyle Style, int Number)> Items(string text, int from)
    {
        foreach (var (form, style) in new[] { (InBrackets(), HeadingStyle.ChineseInBrackets), (Arabic(), HeadingStyle.Arabic), (ArabicInBrackets(), HeadingStyle.ArabicInBrackets), (Circled(), HeadingStyle.Circled) })
        {
            var items = new List<(int, int, HeadingStyle, int)>();
            foreach (Match match in form.Matches(text, from))
                if (HeadingNumber.Read(match.Groups[1].Value) == items.Count + 1)
                    items.Add((match.Index, match.Length, style, items.Count + 1));
            if (items.Count > 1)
                return items;
        }
        return [];
    }

    [GeneratedRegex("(?<=[。;:])\\s?\\(([一二三四五六七八九十]{1,3})\\)[、.]?\\s?")]
    private static partial Regex InBrackets();

    [GeneratedRegex("(?<=[。;:])\\s?(\\d{1,2})(?:[、．]|\\.(?!\\d))\\s?")]
    private static partial Regex Arabic();

    [GeneratedRegex("(?<=[。;:])\\s?\\(?(\\d{1,2})\\)[、.]?\\s?")]
    private static partial Regex ArabicInBrackets();

    [GeneratedRegex("(?<=[。;:,])\\s?([①-⑳])\\s?")]
    private static partial Regex Circled();
}
