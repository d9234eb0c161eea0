using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>The earlier time that a change is counted from: 比上年末增加, 较“十三五”末分别增加. It is no part of what is counted.</summary>
internal static partial class Comparand
{
    /// <summary>The clause without it, and the time where it is another than the year before (2020年); else null.</summary>
    public static (string Clause, string? Base) Cut(string clause)
    {
        var match = Earlier().Match(clause);
        if (!match.Success)
            return (clause, null);
        var rest = clause.Remove(match.Index, match.Length);
        // 比上年多1.9亿元: alone, 多 and 少 are no words of growth.
        if (rest.EndsWith('多') || (rest.EndsWith('少') && !rest.EndsWith("减少", StringComparison.Ordinal)))
            rest = rest[..^1] + (rest[^1] == '多' ? "增加" : "减少");
        return (rest, match.Groups["named"] is { Success: true } named ? named.Value : null);
    }

    [GeneratedRegex(
        """
        (?:分别|均|都|各)?(?:同比)?[比较]
        (?:(?:上年度?|去年|前年|上一?年|上月|上季度|上半年|年初|期初|上届)(?:同期|年?[末底]|度)?
          |(?<named>(?:“?十[一二三四五]五”?|(?:19|20)[0-9]{2}年?)(?:期?[末底初]|年[末底初]|全年)?))
        (?:同期|相比)?的?
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Earlier();
}
