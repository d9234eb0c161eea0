using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Corpus;

/// <summary>Word files: headings by style or outline level, the numbers of numbered paragraphs, tables as rows.</summary>
internal static class WordText
{
    /// <exception cref="UnreadableReportException">The file is no Word document, or was cut short.</exception>
    public static DecodedDocument Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var word = WordprocessingDocument.Open(stream, isEditable: false);
            var part = word.MainDocumentPart ?? throw Problems.NotWord();
            var body = part.Document?.Body ?? throw Problems.NotWord();
            return Read(body, new WordStyles(part), new WordNumbers(part));
        }
        // Which of its many exceptions the package throws depends on where the file broke.
        catch (Exception e) when (e is not (OperationCanceledException or UnreadableReportException))
        {
            throw Problems.NotWord(e);
        }
    }

    private static DecodedDocument Read(Body body, WordStyles styles, WordNumbers numbers)
    {
        var lines = ImmutableArray.CreateBuilder<CleanLine>();
        string? title = null;
        var number = 0;
        foreach (var block in Blocks(body))
        {
            if (block is Table table)
            {
                foreach (var text in Rows(table))
                    lines.Add(new(++number, text, CleanLineKind.TableRow, 0));
            }
            else if (block is WordParagraph paragraph)
            {
                number++;
                var text = numbers.Next(paragraph, styles) + Text(paragraph);
                var level = styles.HeadingLevel(paragraph);
                if (styles.IsTitle(paragraph))
                    title ??= text.Trim();
                foreach (var line in text.Split('\n'))
                    lines.Add(new(number, line, level > 0 && text.Trim().Length > 0 ? CleanLineKind.Heading : CleanLineKind.Text, level));
                // Paragraphs are parted, whatever their length: Word wraps lines by itself.
                lines.Add(new(number, "", CleanLineKind.Text, 0));
            }
        }
        return new(lines.ToImmutable(), HeadFields.None with { PageTitle = title }, [], []);
    }

    // Content controls and the like only wrap blocks.
    private static IEnumerable<OpenXmlElement> Blocks(OpenXmlElement parent) => parent.ChildElements.SelectMany(child =>
        child is WordParagraph or Table ? [child] : child is SdtBlock or SdtContentBlock or CustomXmlBlock ? Blocks(child) : []);

    private static IEnumerable<string> Rows(Table table)
    {
        var grid = new List<IReadOnlyList<string>>();
        foreach (var row in table.Elements<TableRow>())
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements<TableCell>())
            {
                var text = string.Join(' ', cell.Elements<WordParagraph>().Select(Text).Select(t => t.Replace('\n', ' ').Trim()).Where(t => t.Length > 0));
                var merge = cell.TableCellProperties?.VerticalMerge;
                if (merge is not null && merge.Val?.Value != MergedCellValues.Restart && grid.Count > 0 && cells.Count < grid[^1].Count)
                    text = grid[^1][cells.Count];
                cells.AddRange(Enumerable.Repeat(text, Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, 200)));
            }
            grid.Add(cells);
        }
        return TableRows.Print(grid).Select(r => r.Text);
    }

    private static string Text(WordParagraph paragraph)
    {
        var text = new StringBuilder();
        Append(paragraph, text);
        return text.ToString();
    }

    // Deleted text and field codes have element types of their own; drawings and text boxes' fallbacks would say things twice.
    private static void Append(OpenXmlElement element, StringBuilder text)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case Text run:
                    text.Append(run.Text);
                    break;
                case TabChar:
                    text.Append('\t');
                    break;
                case Break or CarriageReturn:
                    text.Append('\n');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case AlternateContentFallback or DeletedRun or MoveFromRun or ParagraphProperties or RunProperties:
                    break;
                default:
                    Append(child, text);
                    break;
            }
        }
    }
}
