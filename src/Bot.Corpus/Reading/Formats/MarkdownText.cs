using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Corpus;

/// <summary>Markdown files: headings and tables as they are marked, the rest as plain lines without its markup.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().UseYamlFrontMatter().Build();

    public static DecodedDocument Read(ReadOnlySpan<byte> bytes)
    {
        var text = TextDecoder.Decode(bytes);
        // Chinese paragraphs open with two ideographic spaces or four ordinary ones, which Markdown would take for code.
        var source = string.Join('\n', WhiteSpace.UnifyLineEnds(text.Text).Split('\n').Select(l => l.TrimStart('\u3000')));
        var lines = ImmutableArray.CreateBuilder<CleanLine>();
        var removed = ImmutableArray.CreateBuilder<RemovedText>();
        foreach (var block in Markdown.Parse(source, Pipeline))
        {
            if (block is YamlFrontMatterBlock matter)
                removed.Add(new(block.Line + 1, matter.Lines.ToString(), "Markdown 文件头"));
            else
                AddBlock(block, "", lines);
        }
        return new(lines.ToImmutable(), HeadFields.None, removed.ToImmutable(), text.Warnings);
    }

    private static void AddBlock(Block block, string marker, ImmutableArray<CleanLine>.Builder lines)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Add(lines, heading.Line, marker + Text(heading.Inline), CleanLineKind.Heading, heading.Level);
                break;
            case Table table:
                AddTable(table, lines);
                break;
            case ListBlock list:
                AddList(list, lines);
                break;
            case ContainerBlock container:
                foreach (var child in container)
                    AddBlock(child, "", lines);
                break;
            case LeafBlock { Inline: not null } leaf:
                AddLines(lines, leaf.Line, marker + Text(leaf.Inline));
                break;
            case LinkReferenceDefinition or ThematicBreakBlock:
                break;
            case LeafBlock leaf:
                AddLines(lines, leaf.Line, leaf.Lines.ToString());
                break;
        }
        // A blank line parts paragraphs, so that the rejoining of wrapped lines sees it.
        Add(lines, block.Line, "", CleanLineKind.Text, 0);
    }

    // The number of a numbered item is part of the text; a bullet is not.
    private static void AddList(ListBlock list, ImmutableArray<CleanLine>.Builder lines)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var marker = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}{list.OrderedDelimiter}") : "";
            for (var i = 0; i < item.Count; i++)
                AddBlock(item[i], i == 0 ? marker : "", lines);
        }
    }

    private static void AddTable(Table table, ImmutableArray<CleanLine>.Builder lines)
    {
        var rows = table.OfType<TableRow>().ToArray();
        var grid = rows.Select(r => (IReadOnlyList<string>)[.. r.OfType<TableCell>().Select(Text)]).ToArray();
        foreach (var (row, text) in TableRows.Print(grid, rows.Count(r => r.IsHeader)))
            Add(lines, rows[row].Line, text, CleanLineKind.TableRow, 0);
    }

    private static string Text(TableCell cell) =>
        string.Join(' ', cell.Descendants<ParagraphBlock>().Select(p => Text(p.Inline).Replace('\n', ' '))).Trim();

    private static void AddLines(ImmutableArray<CleanLine>.Builder lines, int line, string text)
    {
        foreach (var part in text.Split('\n'))
            Add(lines, line++, part, CleanLineKind.Text, 0);
    }

    private static void Add(ImmutableArray<CleanLine>.Builder lines, int line, string text, CleanLineKind kind, int level) =>
        lines.Add(new(line + 1, text, kind, level));

    private static string Text(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline => "\n",
                AutolinkInline link => link.Url,
                HtmlInline html when !html.Tag.StartsWith("<!--", StringComparison.Ordinal) => html.Tag,
                _ => "",
            });
        }
        return text.ToString();
    }
}
