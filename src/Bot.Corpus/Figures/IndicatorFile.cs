using System.Buffers;
using System.Globalization;

namespace Bot.Corpus;

/// <summary>Reads an operator's file of indicators; a line that would be misunderstood is refused.</summary>
internal static class IndicatorFile
{
    private const int Columns = 5;
    private const string Form = "名称 | 其他写法（用、分开） | 英文 | 单位（用空格分开） | 属于";

    // Of the other vocabularies, or of a text saved in another encoding.
    private static readonly SearchValues<char> Misplaced = SearchValues.Create(",，;；=\uFFFD");

    /// <exception cref="FormatException">See <see cref="IndicatorVocabulary.OfFolder"/>.</exception>
    public static IReadOnlyList<string[]> Read(string path)
    {
        var rows = new List<string[]>();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
                continue;
            var row = text.Split('|', StringSplitOptions.TrimEntries);
            if (ProblemOf(row) is { } problem || (problem = Clash(row, owners)) is not null)
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{path} 第 {number} 行“{text}”：{problem}"));
            rows.Add(row);
        }
        return rows;
    }

    private static string? ProblemOf(string[] row)
    {
        if (row.Length is < 2 or > Columns)
            return $"须用 | 分成 2 到 {Columns} 栏：{Form} / 2 to {Columns} columns parted by |";
        if (row[0].Length == 0)
            return $"第一栏是指标名称，不能为空：{Form} / the name is missing";
        return row[0].AsSpan().ContainsAny(Misplaced) || row[1].AsSpan().ContainsAny(Misplaced) || row[0].Contains('、', StringComparison.Ordinal)
            ? $"名称和其他写法里有不该有的符号；写法之间用顿号、分开，文件须存为 UTF-8：{Form} / writings are parted by 、, the file is UTF-8"
            : null;
    }

    // Within one file nobody could tell which of two indicators a writing means.
    private static string? Clash(string[] row, Dictionary<string, string> owners)
    {
        foreach (var writing in row[1].Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(row[0]))
        {
            if (!owners.TryAdd(writing, row[0]) && owners[writing] != row[0])
                return $"“{writing}”已写给“{owners[writing]}”，一个写法只能属于一个指标 / a writing belongs to one indicator";
        }
        return null;
    }
}
