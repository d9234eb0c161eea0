using Bot.Answers.Calculating;
using Bot.Answers.Finding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>How far a figure moved from one time to another: calculated only where both are alike, else said why not.</summary>
internal static class TrendChange
{
    /// <summary>Ends the sentence 由…变为…: "，增加182.7−136.4=46.3亿元，变化率为…", or the reason for not calculating.</summary>
    public static string Between(AnswerDraft draft, Figure first, Figure last, bool english)
    {
        if (Obstacle(first, last, english) is { } obstacle)
            return obstacle;
        var (before, after, common) = Scaling.Common(first, last);
        if (before == after)
            return english ? ", unchanged" : "，数值持平";
        var isUp = after > before;
        var (high, low) = isUp ? (last, first) : (first, last);
        var exactness = Scaling.Rounded(Exactnesses.Less(Exactnesses.Of(high), Exactnesses.Of(low)), high, low);
        if (exactness is Exactness.Unknown or Exactness.AtMost)
            return english ? "; the reports give only bounds, so no change is calculated" : "；原文只给出界限，不计算增减";
        var unit = first.Aspect == FigureAspect.Rank ? "位" : IsRate(first) ? "个百分点" : common;
        var difference = Math.Abs(after - before);
        var expression = $"{Scaling.Shown(high, low)}−{Scaling.Shown(low, high)}={Calculation.Number(difference)}{unit}";
        draft.Compute(difference, expression);
        return $"{(english ? ", " : "，")}{Direction(first, isUp, english)}{Exactnesses.Word(exactness, english)}{expression}"
            + (exactness is Exactness.AtLeast ? "" : Rate(draft, first, last, exactness, english));
    }

    private static string? Obstacle(Figure first, Figure last, bool english)
    {
        var (p, q) = (first.Period!.Value, last.Period!.Value);
        if (p.ToYear - p.FromYear != q.ToYear - q.FromYear || (p.FromMonth, p.ToMonth) != (q.FromMonth, q.ToMonth))
            return english ? "; the periods differ in length, so no change is calculated" : "；两者时间口径不同，不计算增减";
        if (first.Status != last.Status)
            return english ? "; one is a result and one a target, so no change is calculated" : "；一为结果、一为目标，不计算增减";
        return null;
    }

    private static string Direction(Figure figure, bool isUp, bool english) => (figure.Aspect == FigureAspect.Rank, isUp, english) switch
    {
        (true, true, false) => "后退",
        (true, false, false) => "前进",
        (true, true, true) => "down ",
        (true, false, true) => "up ",
        (_, true, false) => IsRate(figure) ? "提高" : "增加",
        (_, false, false) => IsRate(figure) ? "下降" : "减少",
        (_, true, true) => "up ",
        (_, false, true) => "down ",
    };

    private static string Rate(AnswerDraft draft, Figure first, Figure last, Exactness exactness, bool english)
    {
        var (before, after, _) = Scaling.Common(first, last);
        if (before <= 0 || IsRate(first) || first.Aspect is FigureAspect.Rank || Units.KindOf(first.Unit) is UnitKind.Other)
            return "";
        var rate = Math.Round((after - before) / before * 100, 1);
        var (later, earlier) = (Scaling.Shown(last, first), Scaling.Shown(first, last));
        var expression = $"({later}−{earlier})÷{earlier}={Calculation.Number(rate)}%";
        draft.Compute(rate, expression);
        return (english ? ", a change of " : "，变化率为") + Exactnesses.Word(exactness, english) + expression;
    }

    private static bool IsRate(Figure figure) => Units.KindOf(figure.Unit) is UnitKind.Percent or UnitKind.Points;
}
