using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Channels;

/// <summary>Reads the narrow Markdown of an answer's text (paragraphs, "- " lists, pipe tables) into blocks.</summary>
internal static partial class NarrowMarkdown
{
    /// <param name="table">What becomes of a table; null: columns aligned in a fixed-width font.</param>
    public static IEnumerable<ChatBlock> Blocks(string text, Func<ImmutableArray<ImmutableArray<string>>, ChatBlock>? table = null)
    {
        table ??= AlignedTable.Of;
        List<string> open = [];
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (open.Count > 0 && (line.Length == 0 || IsRow(line) != IsRow(open[0])))
            {
                yield return BlockOf(open, table);
                open = [];
            }
            if (line.Length > 0)
                open.Add(line);
        }
        if (open.Count > 0)
            yield return BlockOf(open, table);
    }

    private static bool IsRow(string line) => line.StartsWith('|');

    private static ChatBlock BlockOf(List<string> lines, Func<ImmutableArray<ImmutableArray<string>>, ChatBlock> table) => IsRow(lines[0])
        ? table([.. lines.Where(line => !IsRule(line)).Select(CellsOf)])
        : new ChatBlock.Prose(string.Join('\n', lines.Select(line => Bullet().Replace(line, "• "))));

    private static ImmutableArray<string> CellsOf(string line) =>
        [.. CellWall().Split(OuterWall().Replace(line, "")).Select(cell => cell.Trim().Replace(@"\|", "|", StringComparison.Ordinal))];

    // The line under a table's head: |---|:--|.
    private static bool IsRule(string line) => line.Contains('-', StringComparison.Ordinal) && line.All(c => c is '|' or '-' or ':' or ' ');

    [GeneratedRegex(@"^[-*•]\s+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\||(?<!\\)\|$")]
    private static partial Regex OuterWall();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellWall();
}
