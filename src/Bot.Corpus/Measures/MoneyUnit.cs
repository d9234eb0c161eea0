namespace Bot.Corpus;

/// <summary>Sums of money by their unit as written: 万元, 亿元, 元.</summary>
public static class MoneyUnit
{
    /// <summary>The sum in yuan; null when the unit is none of money, or of another currency.</summary>
    public static decimal? Yuan(decimal value, string unit)
    {
        var factor = 1m;
        var at = 0;
        for (; at < unit.Length && unit[at] is '百' or '千' or '万' or '亿'; at++)
            factor *= ChineseNumber.FactorOf(unit[at]);
        return unit[at..] is "元" or "元人民币" || unit[at..].StartsWith("元/", StringComparison.Ordinal) ? value * factor : null;
    }
}
