using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Finding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Arithmetic over cited figures, always shown: 731−603=128家.</summary>
internal static class Calculation
{
    /// <summary>A figure as its report writes it, qualifier and all: 力争2.9%以上.</summary>
    public static string Written(Figure figure)
    {
        var number = Number(figure.Value);
        if (figure.Aspect == FigureAspect.Rank)
            return $"第{number}{(figure.Unit is "位" or "名" ? figure.Unit : "位")}";
        var after = figure.Qualifier?.Split('、').FirstOrDefault(q => q is "以上" or "左右" or "以下" or "以内" or "多" or "余") ?? "";
        var before = figure.Qualifier?.Split('、').FirstOrDefault(q => q is "约" or "超" or "超过" or "突破" or "近" or "不少于" or "不低于" or "至少") ?? "";
        return before + number + figure.Unit + after;
    }

    public static string Sum(AnswerDraft draft, ImmutableArray<(Figure Figure, string Marker)> parts)
    {
        var total = parts.Sum(p => p.Figure.Value);
        var unit = parts[0].Figure.Unit;
        var expression = string.Join('+', parts.Select(p => Number(p.Figure.Value))) + "=" + Number(total) + unit;
        draft.Compute(total, expression);
        return $"合计{expression}{string.Concat(parts.Select(p => p.Marker).Distinct())}。";
    }

    /// <summary>Who is higher and by how much; what stands in the way of comparing is said instead.</summary>
    public static string? Compare(AnswerDraft draft, Operand a, Operand b)
    {
        if (!Units.AreAlike(a.Figure, b.Figure))
            return $"两者单位不同（{a.Figure.Unit}、{b.Figure.Unit}），不直接比较。";
        if (a.Figure.Aspect != b.Figure.Aspect && (a.Figure.Aspect is FigureAspect.Growth or FigureAspect.Rank || b.Figure.Aspect is FigureAspect.Growth or FigureAspect.Rank))
            return "两者口径不同，不直接比较。";
        var (x, y, unit) = SameScale(a.Figure, b.Figure);
        var verdict = x == y ? $"{a.Name}与{b.Name}相同" : x > y ? $"{a.Name}高于{b.Name}" : $"{a.Name}低于{b.Name}";
        if (a.Figure.Aspect == FigureAspect.Rank)
            return $"{verdict.Replace("高于", "排名后于", StringComparison.Ordinal).Replace("低于", "排名先于", StringComparison.Ordinal)}{a.Markers}{b.Markers}。";
        var (high, low) = x >= y ? (x, y) : (y, x);
        var shown = Units.KindOf(unit) == UnitKind.Percent ? "个百分点" : unit;
        var expression = $"{Number(high)}−{Number(low)}={Number(high - low)}{shown}";
        draft.Compute(high - low, expression);
        var line = $"{verdict}，相差{expression}{a.Markers}{b.Markers}。";
        return line + Completion(draft, a, b, x, y) + Change(draft, a, b, x, y) + Caution(a, b);
    }

    public static string? Highest(ImmutableArray<Operand> operands, string words)
    {
        if (operands.Any(o => !Units.AreAlike(o.Figure, operands[0].Figure)))
            return null;
        var lowest = words.Contains("最低", StringComparison.Ordinal) || words.Contains("最少", StringComparison.Ordinal);
        var ordered = operands.OrderByDescending(o => o.Figure.Value * Units.Scale(o.Figure.Unit)).ToList();
        var best = lowest ? ordered[^1] : ordered[0];
        return $"资料所及，{best.Name}{(lowest ? "最低" : "最高")}：{Written(best.Figure)}{best.Markers}。" + (operands.Select(o => o.Figure.Period).Distinct().Count() > 1 ? "各地时间不同，比较仅供参考。" : "");
    }

    public static string Number(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    private static (decimal A, decimal B, string Unit) SameScale(Figure a, Figure b)
    {
        var (sa, sb) = (Units.Scale(a.Unit), Units.Scale(b.Unit));
        if (sa == sb)
            return (a.Value, b.Value, a.Unit);
        // The smaller unit, so that nothing is lost to rounding.
        return sa < sb ? (a.Value, b.Value * sb / sa, a.Unit) : (a.Value * sa / sb, b.Value, b.Unit);
    }

    // Target against result of the same year: how much of it was reached.
    private static string Completion(AnswerDraft draft, Operand a, Operand b, decimal x, decimal y)
    {
        if (a.Figure.Period is not { } p || b.Figure.Period is not { } q || p.FromYear != q.FromYear || p.IsPartial || q.IsPartial)
            return "";
        if (a.Figure.Status == b.Figure.Status || a.Figure.Aspect != b.Figure.Aspect || x == 0 || y == 0 || Units.KindOf(a.Figure.Unit) is UnitKind.Percent or UnitKind.Points)
            return "";
        var (result, target) = a.Figure.Status == FigureStatus.Target ? (y, x) : (x, y);
        var rate = Math.Round(result / target * 100, 1);
        var expression = $"{Number(result)}÷{Number(target)}={Number(rate)}%";
        draft.Compute(rate, expression);
        return $"实际为目标的{expression}。";
    }

    // The same level in two years: how much it grew.
    private static string Change(AnswerDraft draft, Operand a, Operand b, decimal x, decimal y)
    {
        if (a.Figure.Period is not { IsPartial: false } p || b.Figure.Period is not { IsPartial: false } q || p == q
            || a.Figure.Status != b.Figure.Status || a.Figure.Region != b.Figure.Region || a.Figure.Aspect != b.Figure.Aspect
            || Units.KindOf(a.Figure.Unit) is not (UnitKind.Count or UnitKind.Money) || a.Figure.Aspect is FigureAspect.Rank)
            return "";
        var (before, after) = p.FromYear < q.FromYear ? (x, y) : (y, x);
        if (before <= 0)
            return "";
        var rate = Math.Round((after - before) / before * 100, 1);
        var expression = $"({Number(after)}−{Number(before)})÷{Number(before)}={Number(rate)}%";
        draft.Compute(rate, expression);
        return $"变化率为{expression}。";
    }

    private static string Caution(Operand a, Operand b)
    {
        if (a.Figure.Region == b.Figure.Region && a.Figure.Period is { IsPartial: false } && b.Figure.Period is { IsPartial: false })
            return "";
        if (a.Figure.Period is { } p && b.Figure.Period is { } q && p != q)
            return $"两者时间不同（{a.Name}、{b.Name}），比较仅供参考。";
        return a.Figure.Base != b.Figure.Base && a.Figure.Aspect == FigureAspect.Share && a.Figure.Base is not null && b.Figure.Base is not null
            ? $"两者占比的基数写法不同（{a.Figure.Base}、{b.Figure.Base}）。"
            : "";
    }
}
