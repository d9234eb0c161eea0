using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Finding;

/// <summary>Units as written, for comparing and calculating.</summary>
internal static partial class Units
{
    public static UnitKind KindOf(string unit) => unit switch
    {
        _ when unit.Contains("百分点", StringComparison.Ordinal) || unit is "个点" => UnitKind.Points,
        _ when unit.Contains('%', StringComparison.Ordinal) || unit is "％" or "‰" => UnitKind.Percent,
        _ when Currency().IsMatch(unit) => UnitKind.Money,
        _ when Counted().IsMatch(unit) => UnitKind.Count,
        _ => UnitKind.Other,
    };

    /// <summary>The factor of 万 or 亿 at a unit's front: 10000 for 万元; 1 for none.</summary>
    public static decimal Scale(string unit) =>
        unit.StartsWith("万亿", StringComparison.Ordinal) ? 1_000_000_000_000m
        : unit.StartsWith('亿') ? 100_000_000m
        : unit.StartsWith('万') ? 10_000m
        : 1m;

    /// <summary>True when the units differ at most by 万 or 亿, or by the measure word of counts (家, 个).</summary>
    public static bool AreAlike(Figure a, Figure b) =>
        KindOf(a.Unit) == KindOf(b.Unit)
        && KindOf(a.Unit) switch
        {
            UnitKind.Count => true,
            // 元 is no dollar, ‰ no %.
            UnitKind.Money => Currency().Match(a.Unit).Groups["of"].Value == Currency().Match(b.Unit).Groups["of"].Value,
            _ => a.Unit == b.Unit,
        };

    [GeneratedRegex("^(万亿|亿|千万|百万|万|千)?(?<of>元|美元|欧元|日元|人民币)$")]
    private static partial Regex Currency();

    [GeneratedRegex("^(万|亿)?(余|多)?(家|个|项|件|人|名|位|场|次|笔|条|份|支|户|只|辆|台|套|种|类|座|所|篇|批|家次|人次|项次|单|亩|例|处|对|组|期|届)(次)?$")]
    private static partial Regex Counted();
}
