using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Corpus.Tests;

/// <summary>Makes small Word files.</summary>
internal static class WordFile
{
    public static byte[] Of(Action<Body> write)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            AddStyles(main);
            AddNumbering(main);
            write(body);
        }
        return stream.ToArray();
    }

    public static void Line(this Body body, string text, string? style = null, int? numberLevel = null)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
            properties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        if (numberLevel is { } level)
            properties.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = 1 });
        body.Append(new WordParagraph(properties, new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve })));
    }

    public static void Table(this Body body, params string[][] rows) => body.Append(new Table(rows.Select(row =>
        new TableRow(row.Select(cell => new TableCell(new WordParagraph(new Run(new Text(cell)))))))));

    private static void AddStyles(MainDocumentPart main) => main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
        Style("a1", "heading 1"), Style("a2", "heading 2"), Style("own", "我的样式", basedOn: "a2"), Style("t", "Title"));

    private static Style Style(string id, string name, string? basedOn = null)
    {
        var style = new Style(new StyleName { Val = name }) { StyleId = id, Type = StyleValues.Paragraph };
        if (basedOn is not null)
            style.BasedOn = new BasedOn { Val = basedOn };
        return style;
    }

    private static void AddNumbering(MainDocumentPart main) => main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
        new AbstractNum(Level(0, NumberFormatValues.ChineseCounting, "%1、"), Level(1, NumberFormatValues.ChineseCounting, "（%2）"), Level(2, NumberFormatValues.Decimal, "%3."), Level(3, NumberFormatValues.Bullet, "·"))
        { AbstractNumberId = 7 },
        new NumberingInstance(new AbstractNumId { Val = 7 }) { NumberID = 1 });

    private static Level Level(int index, NumberFormatValues format, string text) =>
        new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = index };
}
