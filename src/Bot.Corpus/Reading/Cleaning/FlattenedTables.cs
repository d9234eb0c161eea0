using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Recognises tables that were flattened into text: several lines running whose cells, parted by bars, tabs or gaps, are short and
/// equal in number. Where single spaces part them, a header and a column of numbers must show that it is a table.
/// </summary>
internal static partial class FlattenedTables
{
    private const int LeastRows = 3;
    private const int LongestCell = 40;

    // No table of a report is wider or longer; the bounds keep reading linear on files that are nothing but gaps.
    private const int LongestRow = 400;

    /// <summary>A bar, a tab, or a gap of two and more spaces (one ideographic space and more).</summary>
    [GeneratedRegex(@"\s*[|｜┃│]\s*|\t+| {2,}|[ \u3000]*\u3000[ \u3000]*")]
    private static partial Regex CellGap { get; }

    /// <summary>White space of any width.</summary>
    [GeneratedRegex(@"\s+")]
    private static partial Regex AnyGap { get; }

    /// <summary>A cell of a column of numbers: 1.68, 5,595, ≥3, 104.5%, 416家, 2亿元, or a dash where there is none. Dates and numbers of entries are none.</summary>
    [GeneratedRegex(@"^(?:[≥≤＞＜><约]?[-+]?\d[\d,，]*(?:\.\d+)?(?:[%％‰]|(?![年月日号第章节条])[一-鿿]{1,3})?|[-—–/／]+)$")]
    private static partial Regex NumberCell { get; }

    /// <summary>The caption of a table: 表1 …, 专栏2 …, 附表3 …. It stands above the header and is none.</summary>
    [GeneratedRegex(@"^(?:附?表|专栏|图表)\s?[\d一二三四五六七八九十]{1,3}(?![\d个家项人])")]
    public static partial Regex Caption { get; }

    public static void Recognise(Draft draft)
    {
        var result = new List<DraftLine>();
        for (var i = 0; i < draft.Lines.Count;)
        {
            if (TableAt(draft.Lines, i) is not { } table)
            {
                result.Add(draft.Lines[i++]);
                continue;
            }
            foreach (var (row, text) in TableRows.Print(table.Rows, table.HeaderRows))
                result.Add(draft.Lines[i + row] with { Text = text, Kind = CleanLineKind.TableRow });
            i += table.Rows.Count;
        }
        draft.Lines = result;
    }

    private static (List<string[]> Rows, int? HeaderRows)? TableAt(List<DraftLine> lines, int from)
    {
        var parted = ReadRows(lines, from, CellGap);
        if (parted.Count >= LeastRows && HoldsFigures(parted))
            return (parted, null);
        var spaced = ReadRows(lines, from, AnyGap);
        return spaced.Count >= LeastRows && HoldsFigures(spaced) && !spaced[0].Any(NumberCell.IsMatch) && HoldsNumberColumn(spaced)
            ? (spaced, 1)
            : null;
    }

    private static List<string[]> ReadRows(List<DraftLine> lines, int from, Regex gap)
    {
        var rows = new List<string[]>();
        for (var i = from; i < lines.Count && lines[i].Kind == CleanLineKind.Text && lines[i].Text.Length <= LongestRow; i++)
        {
            var cells = gap.Split(lines[i].Text.Trim().Trim('|', '｜', '│').Trim());
            if (cells.Length < 2 || (rows.Count > 0 && cells.Length != rows[0].Length) || cells.Any(c => !IsCell(c)) || (rows.Count == 0 && Caption.IsMatch(lines[i].Text)))
                break;
            rows.Add(cells);
        }
        return rows;
    }

    private static bool IsCell(string cell) =>
        cell.Length is > 0 and <= LongestCell && cell.AsSpan().IndexOfAny("。；") < 0 && cell[^1] is not ('：' or ':' or '，');

    // Links and buttons stand in rows too; a table worth keeping as one holds figures, or is wide.
    private static bool HoldsFigures(List<string[]> rows) =>
        rows.Skip(1).Count(r => r.Any(c => char.IsAsciiDigit(c[0]))) >= (rows.Count - 1) * 0.6 && !rows.Any(r => PageVocabulary.Label.IsMatch(string.Join('|', r) + "|"));

    // A column that only counts the rows (1, 2, 3) makes no table of a list.
    private static bool HoldsNumberColumn(List<string[]> rows) =>
        Enumerable.Range(0, rows[0].Length).Any(column =>
            rows.Skip(1).All(r => NumberCell.IsMatch(r[column]))
            && rows.Skip(1).Any(r => r[column].Any(char.IsAsciiDigit))
            && !rows.Skip(1).Select((r, i) => r[column] == (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(counts => counts));
}
