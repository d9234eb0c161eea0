using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Bot.Corpus;

/// <summary>Lays a page's elements out as lines: blocks and line breaks part them, headings and table rows keep their kind.</summary>
internal sealed partial class HtmlLines
{
    private readonly ImmutableArray<HtmlLine>.Builder _lines = ImmutableArray.CreateBuilder<HtmlLine>();
    private readonly StringBuilder _text = new();
    private readonly IElement _content;
    private int _number = 1;
    private bool _inContent;
    private bool _pastContent;

    private HtmlLines(IElement content) => _content = content;

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Breaks { get; }

    public static ImmutableArray<HtmlLine> Of(IElement body, IElement content)
    {
        var lines = new HtmlLines(content);
        lines.Visit(body);
        lines.End(CleanLineKind.Text, 0);
        return lines._lines.ToImmutable();
    }

    public static bool IsBlock(IElement element) => element.LocalName is
        "address" or "article" or "blockquote" or "body" or "center" or "dd" or "div" or "dl" or "dt" or "fieldset" or "figcaption" or "figure"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "header" or "hr" or "li" or "main" or "ol" or "p" or "pre" or "section"
        or "table" or "tbody" or "td" or "th" or "thead" or "tr" or "ul" or "ucapcontent" or "ucaptitle";

    /// <summary>An element's text on one line.</summary>
    public static string Inline(IElement element) => Collapse(element.TextContent).Trim();

    private void Visit(INode node)
    {
        switch (node)
        {
            case IText text:
                _text.Append(Collapse(text.Data));
                break;
            case IElement { LocalName: "br" } br:
                End(CleanLineKind.Text, 0);
                Place(br);
                break;
            case IElement { LocalName: "table" } table when !HtmlTable.IsLayout(table):
                EnterBlock(table);
                AddTable(table);
                Leave(table);
                break;
            case IElement element when IsBlock(element):
                VisitBlock(element);
                break;
            case IElement element:
                VisitChildren(element);
                break;
        }
    }

    private void VisitBlock(IElement element)
    {
        EnterBlock(element);
        var level = element.LocalName is ['h', >= '1' and <= '6'] ? element.LocalName[1] - '0' : 0;
        if (element.LocalName == "li" && Marker(element) is { } marker)
            _text.Append(marker);
        VisitChildren(element);
        End(level > 0 ? CleanLineKind.Heading : CleanLineKind.Text, level);
        Leave(element);
    }

    private void VisitChildren(IElement element)
    {
        if (element == _content)
            _inContent = true;
        foreach (var child in element.ChildNodes)
            Visit(child);
    }

    private void EnterBlock(IElement element)
    {
        End(CleanLineKind.Text, 0);
        Place(element);
        if (element == _content)
            _inContent = true;
    }

    private void Leave(IElement element)
    {
        if (element == _content)
        {
            _inContent = false;
            _pastContent = true;
        }
        // Blocks part paragraphs as blank lines do.
        _lines.Add(new(new(_number, "", CleanLineKind.Text, 0), _inContent, !_inContent && !_pastContent));
    }

    private void AddTable(IElement table)
    {
        var grid = HtmlTable.Grid(table);
        var rows = HtmlTable.Rows(table);
        if (IsFieldTable(grid))
        {
            for (var row = 0; row < grid.Count; row++)
                Add(rows[row], AsLabels(grid[row]), CleanLineKind.Text, 0);
            return;
        }
        foreach (var (row, text) in TableRows.Print(grid, HtmlTable.HeaderRows(table)))
            Add(rows[row], text, CleanLineKind.TableRow, 0);
    }

    // 索引号 | 1133… | 发布机构 | 县科技局: labels and values in turn, the page's head in a table.
    private static bool IsFieldTable(IReadOnlyList<IReadOnlyList<string>> grid) =>
        grid.Count(row => row.Count > 0 && LabelledLine.Read(AsLabels(row)) is { Pieces.Length: > 0 }) >= Math.Max(1, (grid.Count + 1) / 2)
        && grid.Any(row => row.Count > 0 && PageVocabulary.Label.Match(row[0].TrimEnd(':', '：') + "：") is { Success: true, Index: 0 } m && m.Length == row[0].TrimEnd(':', '：').Length + 1);

    private static string AsLabels(IReadOnlyList<string> row) => string.Join(' ', row.Chunk(2).Where(pair => pair[0].Length > 0)
        .Select(pair => pair[0].TrimEnd(':', '：') + "：" + string.Concat(pair.Skip(1))));

    private void Add(IElement element, string text, CleanLineKind kind, int level)
    {
        Place(element);
        _text.Clear().Append(text);
        End(kind, level);
    }

    private void End(CleanLineKind kind, int level)
    {
        var text = _text.ToString().Trim(' ');
        _text.Clear();
        if (text.Length > 0)
            _lines.Add(new(new(_number, text, kind, level), _inContent, !_inContent && !_pastContent));
    }

    private void Place(IElement element) => _number = element.SourceReference?.Position.Line ?? _number;

    // Numbers that the page draws belong to the text; bullets do not.
    private static string? Marker(IElement item) => item.ParentElement is { LocalName: "ol" } list
        ? $"{list.Children.Where(c => c.LocalName == "li").ToList().IndexOf(item) + Start(list)}." : null;

    private static int Start(IElement list) => int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;

    // In a page's source any run of white space is one space; between Chinese characters a broken line is none.
    private static string Collapse(string text) => Breaks.Replace(text, m =>
        m.Index > 0 && m.Index + m.Length < text.Length && m.Value.Contains('\n', StringComparison.Ordinal) && text[m.Index - 1] > '\u2e7f' && text[m.Index + m.Length] > '\u2e7f' ? "" : " ");
}
