using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>What a table's row takes from the lines above it.</summary>
/// <param name="Unit">The one unit that the line above the table names (单位：亿元); null when none or several.</param>
/// <param name="Whole">The name of the last row that is no 其中 row, a unit in brackets included; null when there is none.</param>
internal sealed partial record TableContext(string? Unit, string? Whole)
{
    private const int LongestCaption = 60;

    /// <summary>Of a table that follows this line.</summary>
    public static TableContext Of(string line) =>
        line.Length <= LongestCaption && UnitOf().Match(line) is { Success: true } match && UnitVocabulary.Default.KindOf(match.Groups[1].Value) != UnitKind.None
            ? new(match.Groups[1].Value, null)
            : new(null, null);

    [GeneratedRegex(@"单位\s*[：:]\s*([^\s、，,；;）)]+)\s*[）)]?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnitOf();
}
