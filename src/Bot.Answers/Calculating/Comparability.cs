using Bot.Answers.Finding;
using Bot.Corpus;

namespace Bot.Answers.Calculating;

/// <summary>Whether two figures may be set against each other, and what stands in the way.</summary>
internal static class Comparability
{
    /// <summary>Why they are not compared, as a sentence; null when they may be.</summary>
    public static string? Obstacle(Operand a, Operand b, bool english)
    {
        var both = a.Markers + b.Markers;
        if (LacksUnit(a.Figure) || LacksUnit(b.Figure))
        {
            var bare = LacksUnit(a.Figure) ? a : b;
            return english
                ? $"“{Written(bare)}” stands without a unit in the report, so nothing is calculated from it{bare.Markers}."
                : $"原文“{Written(bare)}”没有写单位，不据此计算{bare.Markers}。";
        }

        if (!Units.AreAlike(a.Figure, b.Figure))
        {
            return english
                ? $"The units differ ({a.Figure.Unit}, {b.Figure.Unit}), so the two are not compared{both}."
                : $"两者单位不同（{a.Figure.Unit}、{b.Figure.Unit}），不直接比较{both}。";
        }

        if (!AspectsMeet(a.Figure, b.Figure))
        {
            return english
                ? $"The two figures are of different kinds (such as newly added and total), so they are not compared{both}."
                : $"两者口径不同（{AspectName(a.Figure.Aspect)}、{AspectName(b.Figure.Aspect)}），不直接比较{both}。";
        }

        if (HaveOtherBases(a.Figure, b.Figure))
        {
            return english
                ? $"The shares are of different bases ({a.Figure.Base}, {b.Figure.Base}), so they are not compared{both}."
                : $"两者占比的基数不同（{a.Figure.Base}、{b.Figure.Base}），不直接比较{both}。";
        }

        if (HaveOtherMonths(a.Figure, b.Figure))
        {
            return english
                ? $"One figure is for part of the year only ({a.Name}, {b.Name}), so the two are not compared{both}."
                : $"两者时间口径不同（{a.Name}、{b.Name}），其中有的不是全年数，不直接比较{both}。";
        }

        return null;
    }

    /// <summary>What must be said beside a comparison that is made; empty: nothing.</summary>
    public static string Caution(Operand a, Operand b, bool english)
    {
        var caution = "";
        if (a.Figure.Aspect != b.Figure.Aspect && (a.Figure.Aspect, b.Figure.Aspect) is (FigureAspect.New, FigureAspect.NetIncrease) or (FigureAspect.NetIncrease, FigureAspect.New))
            caution += english ? " Newly added and net increase are not the same measure." : "注意新增与净增口径不同。";
        if (a.Figure.Region != b.Figure.Region && a.Figure.Period != b.Figure.Period)
            caution += english ? $" The times differ ({a.Name}, {b.Name}); take the comparison as a rough one." : $"两者时间不同（{a.Name}、{b.Name}），比较仅供参考。";
        if (a.Figure.Aspect == FigureAspect.Share && a.Figure.Base is { } x && b.Figure.Base is { } y && x != y)
            caution += english ? $" The bases are worded differently ({x}, {y})." : $"两者占比的基数写法不同（{x}、{y}）。";
        return caution;
    }

    /// <summary>A share or rate without its % (占GDP比重达2.8左右): what it is a number of is a guess.</summary>
    public static bool LacksUnit(Figure figure) =>
        figure.Unit.Length == 0
        || (figure.Aspect is FigureAspect.Share or FigureAspect.Growth && Units.KindOf(figure.Unit) is not (UnitKind.Percent or UnitKind.Points) && !figure.Unit.Contains('倍', StringComparison.Ordinal) && figure.Unit is not "成");

    /// <summary>One counts part of the other (其中…), or both count the same thing in another way: they are not added up.</summary>
    public static bool Overlap(Figure a, Figure b, string between) =>
        between.Contains("其中", StringComparison.Ordinal)
        || (a.Region == b.Region && a.Period == b.Period && a.Status == b.Status
            && (a.Words.Contains(b.Words, StringComparison.Ordinal) || b.Words.Contains(a.Words, StringComparison.Ordinal)
                || (a.Indicator is not null && a.Indicator == b.Indicator)));

    private static string Written(Operand operand) => Calculation.Written(operand.Figure);

    // A count without a word for it may be a stock or what was added; growth, rank and share are only ever of their own kind.
    private static bool AspectsMeet(Figure a, Figure b) => a.Aspect == b.Aspect || (a.Aspect, b.Aspect) switch
    {
        (FigureAspect.New, FigureAspect.NetIncrease) or (FigureAspect.NetIncrease, FigureAspect.New) => true,
        (FigureAspect.Level, FigureAspect.New or FigureAspect.NetIncrease) or (FigureAspect.New or FigureAspect.NetIncrease, FigureAspect.Level) => true,
        (FigureAspect.Level, FigureAspect.Cumulative) or (FigureAspect.Cumulative, FigureAspect.Level) => Units.KindOf(a.Unit) is not UnitKind.Money,
        (FigureAspect.Level, FigureAspect.Share) or (FigureAspect.Share, FigureAspect.Level) => true,
        _ => false,
    };

    private static bool HaveOtherBases(Figure a, Figure b)
    {
        if (a.Aspect != b.Aspect || a.Aspect is not (FigureAspect.Share or FigureAspect.Rank) || a.Base is not { } x || b.Base is not { } y)
            return false;
        var (p, q) = (Plain(x), Plain(y));
        return !p.Contains(q, StringComparison.OrdinalIgnoreCase) && !q.Contains(p, StringComparison.OrdinalIgnoreCase);
    }

    // 规模以上工业 and 规上工业增加值 are one base in two writings; so are 地区生产总值 and GDP.
    private static string Plain(string based) => TextFolding.Fold(based)
        .Replace("规模以上", "规上", StringComparison.Ordinal)
        .Replace("地区生产总值", "gdp", StringComparison.Ordinal)
        .Replace("生产总值", "gdp", StringComparison.Ordinal)
        .Replace("企业", "", StringComparison.Ordinal)
        .Replace("的", "", StringComparison.Ordinal);

    private static bool HaveOtherMonths(Figure a, Figure b) =>
        a.Period is { } p && b.Period is { } q && (p.FromMonth, p.ToMonth) != (q.FromMonth, q.ToMonth) && IsFlow(a);

    // A stock (拥有量, 占比 at a date) may be read in any month; what a year brings in may not.
    private static bool IsFlow(Figure figure) =>
        figure.Aspect is FigureAspect.New or FigureAspect.NetIncrease or FigureAspect.Growth
        || (figure.Aspect is FigureAspect.Level && Units.KindOf(figure.Unit) is UnitKind.Money);

    private static string AspectName(FigureAspect aspect) => aspect switch
    {
        FigureAspect.New => "新增",
        FigureAspect.NetIncrease => "净增",
        FigureAspect.Cumulative => "累计",
        FigureAspect.Growth => "增速",
        FigureAspect.Share => "占比",
        FigureAspect.Rank => "位次",
        FigureAspect.Difference => "变动",
        _ => "总量",
    };
}
