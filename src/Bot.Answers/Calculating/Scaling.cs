using Bot.Answers.Finding;
using Bot.Corpus;

namespace Bot.Answers.Calculating;

/// <summary>Brings figures to one scale: 1.14万家 beside 7911家.</summary>
internal static class Scaling
{
    /// <summary>Both values in one unit: the smaller of the two, so that nothing is lost to rounding.</summary>
    public static (decimal A, decimal B, string Unit) Common(Figure a, Figure b)
    {
        var (sa, sb) = (Units.Scale(a.Unit), Units.Scale(b.Unit));
        if (sa == sb)
            return (a.Value, b.Value, a.Unit);
        return sa < sb ? (a.Value, b.Value * sb / sa, a.Unit) : (a.Value * sa / sb, b.Value, b.Unit);
    }

    /// <summary>A figure's value in the unit of another.</summary>
    public static decimal InUnitOf(Figure unit, Figure figure) =>
        figure.Unit == unit.Unit ? figure.Value : figure.Value * Units.Scale(figure.Unit) / Units.Scale(unit.Unit);

    /// <summary>The number as its report writes it; with its 万 or 亿 where the other has none.</summary>
    public static string Shown(Figure figure, Figure other)
    {
        var number = Calculation.Number(figure.Value);
        return Units.Scale(figure.Unit) == Units.Scale(other.Unit) ? number : number + figure.Unit[..figure.Unit.TakeWhile(c => c is '万' or '亿').Count()];
    }

    /// <summary>What is written in 万 or 亿 is rounded: beside a smaller unit the result is only known to about.</summary>
    public static Exactness Rounded(Exactness exactness, Figure a, Figure b) =>
        exactness is Exactness.Exact && Units.Scale(a.Unit) != Units.Scale(b.Unit) ? Exactness.About : exactness;
}
