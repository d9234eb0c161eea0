using System.Globalization;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Sums of money in yuan, from and to the units that documents write.</summary>
internal static class Yuan
{
    private const decimal TenThousand = 10_000m;
    private const decimal HundredMillion = 100_000_000m;

    /// <summary>A sum as written, in yuan; null for units that are no Chinese money. What it is given per (元/平方米) is left aside.</summary>
    public static decimal? Of(decimal value, string unit) => MoneyUnit.Yuan(value, unit);

    public static bool IsMoney(string unit) => MoneyUnit.Yuan(1, unit) is not null;

    /// <summary>In the unit a reader expects: 7.2万元, 1.5亿元, 2000元.</summary>
    public static string Written(decimal yuan) => Math.Abs(yuan) switch
    {
        >= HundredMillion => Number(yuan / HundredMillion) + "亿元",
        >= TenThousand => Number(yuan / TenThousand) + "万元",
        _ => Number(yuan) + "元",
    };

    /// <summary>Without trailing zeros.</summary>
    public static string Number(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
