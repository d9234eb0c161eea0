using Bot.Corpus;

namespace Bot.Answers.Finding;

/// <summary>Whether two figures state one value, one of them only less exactly: 731家 and 730余家, 56.2% and 56.22%.</summary>
internal static class Rounding
{
    // 以上 and 超 set a bound: what lies further above it is another value.
    private const decimal BoundShare = 0.05m;

    public static bool Agree(Figure a, Figure b) => Rounds(a, b) || Rounds(b, a);

    /// <summary>True when the figure says itself that it is rounded or a bound.</summary>
    public static bool IsRough(Figure figure) => Qualifiers(figure).Any(q => q is "约" or "近" or "左右" or "余" or "多" or "超" or "超过" or "突破" or "以上");

    private static bool Rounds(Figure rough, Figure exact)
    {
        var value = exact.Value * Units.Scale(exact.Unit) / Units.Scale(rough.Unit);
        var above = value - rough.Value;
        if (above == 0)
            return true;
        var decimals = rough.Value.Scale;
        var written = decimals == 0 ? 1m : Power(-decimals);
        // Fewer decimals than the other: rounded, or cut off.
        if (Decimals(value) > decimals && Math.Abs(above) < written)
            return true;
        var step = decimals == 0 ? Zeros(rough.Value) : written;
        return Qualifiers(rough).Any(q => q switch
        {
            "余" or "多" => above > 0 && above < step,
            "近" => above < 0 && -above < step,
            "约" or "左右" => Math.Abs(above) <= step / 2,
            "超" or "超过" or "突破" or "以上" or "不少于" or "不低于" or "至少" => above > 0 && above < Math.Min(step, rough.Value * BoundShare),
            _ => false,
        });
    }

    private static string[] Qualifiers(Figure figure) => figure.Qualifier?.Split('、') ?? [];

    private static int Decimals(decimal value) => (value / 1.0000000000000000000000000000m).Scale;

    // 100 for 700, 10 for 730.
    private static decimal Zeros(decimal value)
    {
        var step = 1m;
        while (value != 0 && value % (step * 10) == 0)
            step *= 10;
        return step;
    }

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i > exponent; i--)
            power /= 10;
        return power;
    }
}
