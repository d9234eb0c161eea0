using System.Globalization;

namespace Bot.Corpus;

/// <summary>Prints a table's rows so that each can be read, found and quoted by itself: "市区：绍兴 | 高企：416".</summary>
internal static class TableRows
{
    public const string CellSeparator = " | ";

    /// <summary>The rows below the header, each cell after its column's name; without a header, the cells alone. Empty rows are left out.</summary>
    /// <param name="grid">Row by row; merged cells repeated in every place they cover.</param>
    /// <param name="headerRows">How many rows name the columns; null to tell from the cells themselves.</param>
    public static IEnumerable<(int Row, string Text)> Print(IReadOnlyList<IReadOnlyList<string>> grid, int? headerRows = null)
    {
        var header = headerRows ?? CountHeaderRows(grid);
        var names = Names(grid, header);
        for (var row = header; row < grid.Count; row++)
        {
            var cells = grid[row].Select((cell, column) => Cell(names, column, cell)).OfType<string>().ToArray();
            if (cells.Length > 0)
                yield return (row, string.Join(CellSeparator, Distinct(grid[row], cells)));
        }
    }

    /// <summary>1 where the first row names columns (words, and figures below), 2 where it groups names that the second tells, else 0.</summary>
    public static int CountHeaderRows(IReadOnlyList<IReadOnlyList<string>> grid)
    {
        if (grid.Count < 2 || grid[0].Count < 2 || !IsHeader(grid[0]))
            return 0;
        var grouped = grid[0].Zip(grid[0].Skip(1)).Any(p => p.First.Length > 0 && p.First == p.Second);
        if (grouped && grid.Count > 2 && IsHeader(grid[1]))
            return 2;
        return 1;
    }

    // Column names hold words, not amounts; a year or a unit in brackets is no amount.
    private static bool IsHeader(IReadOnlyList<string> row) =>
        row.Count(c => c.Length > 0) >= Math.Max(2, row.Count - 1)
        && row.All(c => c.Length <= 30 && !c.Contains('。', StringComparison.Ordinal) && !IsAmount(c));

    private static bool IsAmount(string cell)
    {
        var number = cell.Trim().TrimEnd('%', '％', '家', '个', '项', '件', '人', '元', '万', '亿').Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && value is < 1990 or > 2060;
    }

    private static string[] Names(IReadOnlyList<IReadOnlyList<string>> grid, int header) =>
        header == 0 ? [] : [.. Enumerable.Range(0, grid[0].Count).Select(column =>
            string.Concat(grid.Take(header).Select(row => column < row.Count ? row[column] : "").Distinct()))];

    private static string? Cell(string[] names, int column, string value)
    {
        if (value.Length == 0)
            return null;
        return column < names.Length && names[column].Length > 0 && names[column] != value ? $"{names[column]}：{value}" : value;
    }

    // A cell merged over several columns is said once.
    private static string[] Distinct(IReadOnlyList<string> row, string[] cells) =>
        row.Where(c => c.Length > 0).Distinct().Take(2).Count() == 1 ? [row.First(c => c.Length > 0)] : cells;
}
