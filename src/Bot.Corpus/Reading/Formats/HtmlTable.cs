using System.Globalization;
using AngleSharp.Dom;

namespace Bot.Corpus;

/// <summary>A web page's table as a grid, merged cells repeated in every place they cover.</summary>
internal static class HtmlTable
{
    /// <summary>True for tables that only place things on the page: they hold tables, paragraphs of running text, or one cell a row.</summary>
    public static bool IsLayout(IElement element)
    {
        var table = element.LocalName == "table" ? element : element.Closest("table") ?? element;
        if (table.QuerySelector("table") is not null)
            return true;
        var rows = Rows(table);
        return rows.Length == 0 || rows.All(r => Cells(r).Length <= 1) || table.QuerySelectorAll("td").Any(c => c.QuerySelectorAll("p,div,h1,h2,h3").Length > 6);
    }

    public static IElement[] Rows(IElement table) => [.. table.QuerySelectorAll("tr").Where(r => r.Closest("table") == table)];

    public static IReadOnlyList<IReadOnlyList<string>> Grid(IElement table)
    {
        var rows = Rows(table);
        var filled = new Dictionary<(int Row, int Column), string>();
        for (var row = 0; row < rows.Length; row++)
        {
            var column = 0;
            foreach (var cell in Cells(rows[row]))
            {
                while (filled.ContainsKey((row, column)))
                    column++;
                Fill(filled, row, column, cell, rows.Length);
                column += Span(cell, "colspan");
            }
        }
        var width = filled.Count == 0 ? 0 : filled.Keys.Max(k => k.Column) + 1;
        return [.. Enumerable.Range(0, rows.Length).Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(0, width).Select(c => filled.GetValueOrDefault((r, c), ""))])];
    }

    /// <summary>How many rows the page itself marks as header; null where it marks none.</summary>
    public static int? HeaderRows(IElement table)
    {
        var count = Rows(table).TakeWhile(r => r.ParentElement?.LocalName == "thead" || Cells(r) is { Length: > 0 } cells && cells.All(c => c.LocalName == "th")).Count();
        return count > 0 ? count : null;
    }

    private static IElement[] Cells(IElement row) => [.. row.Children.Where(c => c.LocalName is "td" or "th")];

    private static void Fill(Dictionary<(int Row, int Column), string> filled, int row, int column, IElement cell, int rows)
    {
        var text = HtmlLines.Inline(cell);
        for (var r = row; r < Math.Min(rows, row + Span(cell, "rowspan")); r++)
        {
            for (var c = column; c < column + Span(cell, "colspan"); c++)
                filled.TryAdd((r, c), text);
        }
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, 200) : 1;
}
