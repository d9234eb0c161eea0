using System.Collections.Immutable;
using Bot.Answers;

namespace Bot.Channels;

/// <summary>
/// A table for a chat: columns aligned in a fixed-width font as long as a phone shows them in one line. A wider one says once what
/// all rows share; one that is still too wide becomes a list with an entry per row.
/// </summary>
internal static class AlignedTable
{
    private const string Gap = "  ";
    private const string Bullet = "• ";

    /// <param name="rows">The first names the columns. A row with fewer cells ends in empty ones.</param>
    public static ChatBlock Of(ImmutableArray<ImmutableArray<string>> rows)
    {
        var columns = rows.Max(row => row.Length);
        var table = rows.Select(row => row.AddRange(Enumerable.Repeat("", columns - row.Length))).ToList();
        if (WidthOf(table, [.. Enumerable.Range(0, columns)]) <= TextChart.Width || table.Count < 2)
            return new ChatBlock.Preformatted([.. Lines(table, [.. Enumerable.Range(0, columns)])]);

        // The first column tells the rows apart and stays.
        int[] shared = table.Count < 3 ? [] : [.. Enumerable.Range(1, columns - 1).Where(c => table.Skip(2).All(row => row[c] == table[1][c]))];
        int[] own = [.. Enumerable.Range(0, columns).Except(shared)];
        var caption = string.Join("；", shared.Select(c => Named(table[0][c], table[1][c])));
        return shared.Length > 0 && own.Length > 1 && TextChart.WidthOf(caption) <= TextChart.Width && WidthOf(table, own) <= TextChart.Width
            ? new ChatBlock.Preformatted([caption, .. Lines(table, own)])
            : new ChatBlock.Prose(string.Join('\n', table.Skip(1).Select(row => Entry(table[0], row))));
    }

    private static string Entry(ImmutableArray<string> head, ImmutableArray<string> row) =>
        Bullet + row[0] + string.Concat(Enumerable.Range(1, row.Length - 1)
            .Where(c => row[c].Length > 0)
            .Select(c => $"\n   {Named(head[c], row[c])}"));

    private static string Named(string name, string value) => name.Length == 0 ? value : $"{name}：{value}";

    private static int WidthOf(List<ImmutableArray<string>> table, int[] columns) =>
        columns.Sum(c => Width(table, c)) + (Gap.Length * (columns.Length - 1));

    private static int Width(List<ImmutableArray<string>> table, int column) => table.Max(row => TextChart.WidthOf(row[column]));

    private static IEnumerable<string> Lines(List<ImmutableArray<string>> table, int[] columns)
    {
        int[] widths = [.. columns.Select(c => Width(table, c))];
        foreach (var row in table)
            yield return string.Join(Gap, columns.Zip(widths, (c, width) => row[c] + new string(' ', width - TextChart.WidthOf(row[c])))).TrimEnd();
    }
}
