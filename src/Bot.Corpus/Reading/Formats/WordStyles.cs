using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Corpus;

/// <summary>What a Word file's styles say of its paragraphs, styles they are based on included.</summary>
internal sealed class WordStyles(MainDocumentPart part)
{
    private readonly Dictionary<string, Style> _styles = (part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(s => s.StyleId?.Value is not null)
        .GroupBy(s => s.StyleId?.Value ?? "", StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>1 for the outermost (a title style too), 0 for paragraphs that are no headings.</summary>
    public int HeadingLevel(WordParagraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own and >= 0 and < 9)
            return own + 1;
        if (IsTitle(paragraph))
            return 1;
        foreach (var (id, style) in Chain(paragraph))
        {
            if (style?.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level and >= 0 and < 9)
                return level + 1;
            if (LevelByName(style?.StyleName?.Val?.Value ?? id) is { } named)
                return named;
        }
        return 0;
    }

    public bool IsTitle(WordParagraph paragraph) =>
        Chain(paragraph).Any(s => (s.Style?.StyleName?.Val?.Value ?? s.Id) is var name
            && (name.Equals("Title", StringComparison.OrdinalIgnoreCase) || name == "标题"));

    /// <summary>The numbering that the paragraph takes from its style; null when it has none.</summary>
    public NumberingProperties? Numbering(WordParagraph paragraph) =>
        Chain(paragraph).Select(s => s.Style?.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(n => n is not null);

    private IEnumerable<(string Id, Style? Style)> Chain(WordParagraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        // Eleven levels are what Word itself allows styles to be based on one another; a ring would never end.
        for (var depth = 0; id is not null && depth < 11; depth++)
        {
            var style = _styles.GetValueOrDefault(id);
            yield return (id, style);
            id = style?.BasedOn?.Val?.Value;
        }
    }

    private static int? LevelByName(string name)
    {
        var digits = name.StartsWith("heading", StringComparison.OrdinalIgnoreCase) ? name[7..]
            : name.StartsWith("标题", StringComparison.Ordinal) ? name[2..] : "";
        return int.TryParse(digits.Trim(), CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9 ? level : null;
    }
}
