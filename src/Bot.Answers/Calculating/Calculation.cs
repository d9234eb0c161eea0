using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Composing;
using Bot.Answers.Finding;
using Bot.Corpus;

namespace Bot.Answers.Calculating;

/// <summary>Arithmetic over cited figures, always shown: 731−603=128家. What is only known to about, or from one side, says so in its result.</summary>
internal sealed class Calculation(AnswerDraft draft, bool english)
{
    // Inexact figures that are closer than this share of them leave open which is the higher.
    private const decimal TooClose = 0.03m;

    /// <summary>A figure as its report writes it, qualifier and all: 力争2.9%以上.</summary>
    public static string Written(Figure figure)
    {
        var number = Number(figure.Value);
        if (figure.Aspect == FigureAspect.Rank)
            return $"第{number}{(figure.Unit is "位" or "名" ? figure.Unit : "位")}";
        var words = figure.Qualifier?.Split('、') ?? [];
        var after = words.FirstOrDefault(q => q is "以上" or "左右" or "以下" or "以内" or "上下" or "多" or "余") ?? "";
        var before = words.FirstOrDefault(q => q is "约" or "大约" or "超" or "超过" or "突破" or "逾" or "近" or "将近" or "接近" or "不少于" or "不低于" or "至少" or "不超过" or "不高于") ?? "";
        return before + number + figure.Unit + after;
    }

    public static string Number(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>The sum of figures that don't overlap; what stands in the way of adding is said instead.</summary>
    /// <param name="between">What stands between the figures where they are of one sentence.</param>
    public string Sum(ImmutableArray<Operand> parts, string between = "")
    {
        var markers = string.Concat(parts.Select(p => p.Markers).Distinct());
        if (parts.Zip(parts.Skip(1)).Any(p => Comparability.Overlap(p.First.Figure, p.Second.Figure, between)))
            return english ? $"One of these counts part of the other, so they are not added up{markers}." : $"两者有包含或重复关系，不相加{markers}。";
        if (parts.Any(p => Comparability.LacksUnit(p.Figure) || p.Figure.Unit != parts[0].Figure.Unit) || parts.Any(p => Units.KindOf(p.Figure.Unit) is UnitKind.Percent or UnitKind.Points))
            return english ? $"These figures cannot be added up{markers}." : $"单位或口径不同，不相加{markers}。";
        var exactness = parts.Select(p => Exactnesses.Of(p.Figure)).Aggregate(Exactnesses.Sum);
        if (exactness is Exactness.Unknown)
            return english ? $"The figures are bounds that point apart, so no sum is given{markers}." : $"原文只给出方向不同的界限，无法求和{markers}。";
        var total = parts.Sum(p => p.Figure.Value);
        var expression = string.Join('+', parts.Select(p => Number(p.Figure.Value))) + "=" + Number(total) + parts[0].Figure.Unit;
        draft.Compute(total, expression);
        return (english ? "In all " : "合计") + Exactnesses.Word(exactness, english) + expression + markers + (english ? "." : "。") + Qualified(parts);
    }

    /// <summary>Who is higher and by how much; what stands in the way of comparing is said instead.</summary>
    public string Compare(Operand a, Operand b)
    {
        if (Comparability.Obstacle(a, b, english) is { } obstacle)
            return obstacle;
        var (x, y, unit) = Scaling.Common(a.Figure, b.Figure);
        if (a.Figure.Aspect == FigureAspect.Rank)
            return Ranks(a, b);
        var (high, low, upper, lower) = x >= y ? (x, y, a, b) : (y, x, b, a);
        var exactness = Scaling.Rounded(Difference(upper, lower), upper.Figure, lower.Figure);
        if (exactness is Exactness.Unknown or Exactness.AtMost || (exactness is Exactness.About && high - low <= high * TooClose))
            return Undecided(a, b);
        var shown = Units.KindOf(unit) == UnitKind.Percent ? english ? " percentage points" : "个百分点" : unit;
        var expression = $"{Scaling.Shown(upper.Figure, lower.Figure)}−{Scaling.Shown(lower.Figure, upper.Figure)}={Number(high - low)}{shown}";
        draft.Compute(high - low, expression);
        return Verdict(a, b, x, y) + Exactnesses.Word(exactness, english) + expression + a.Markers + b.Markers + (english ? "." : "。")
            + Completion(a, b, x, y) + Change(a, b, x, y) + Qualified([a, b]) + Comparability.Caution(a, b, english);
    }

    /// <summary>How many times the other one figure is, or what part of it; null where they may not be set against each other.</summary>
    public string? Ratio(Operand part, Operand whole, bool asPercent)
    {
        if (Comparability.Obstacle(part, whole, english) is { } obstacle)
            return obstacle;
        var (x, y, _) = Scaling.Common(part.Figure, whole.Figure);
        var exactness = Exactnesses.Less(Exactnesses.Of(part.Figure), Exactnesses.Of(whole.Figure));
        if (y <= 0 || part.Figure.Aspect is FigureAspect.Rank or FigureAspect.Growth or FigureAspect.Difference
            || (part.Figure.Region != whole.Figure.Region && part.Figure.Period != whole.Figure.Period))
            return null;
        if (exactness is Exactness.Unknown)
            return Undecided(part, whole);
        var ratio = Math.Round(asPercent ? x / y * 100 : x / y, asPercent ? 1 : 2);
        var expression = $"{Scaling.Shown(part.Figure, whole.Figure)}÷{Scaling.Shown(whole.Figure, part.Figure)}={Number(ratio)}{(asPercent ? "%" : english ? "" : "倍")}";
        draft.Compute(ratio, expression);
        // A division seldom ends where it is cut off.
        var word = exactness is Exactness.Exact && ratio * y != (asPercent ? x * 100 : x) ? Exactness.About : exactness;
        var sign = Exactnesses.Word(word, english);
        return (asPercent
                ? english ? $"{part.Name} is {sign}{expression} of {whole.Name}" : $"{part.Name}相当于{whole.Name}的{sign}{expression}"
                : english ? $"{part.Name} is {sign}{expression} times {whole.Name}" : $"{part.Name}是{whole.Name}的{sign}{expression}")
            + part.Markers + whole.Markers + (english ? "." : "。") + Qualified([part, whole]) + Comparability.Caution(part, whole, english);
    }

    private string Verdict(Operand a, Operand b, decimal x, decimal y) => (x.CompareTo(y), english) switch
    {
        (0, false) => $"{a.Name}与{b.Name}相同，相差",
        ( > 0, false) => $"{a.Name}高于{b.Name}，相差",
        (_, false) => $"{a.Name}低于{b.Name}，相差",
        (0, true) => $"{a.Name} equals {b.Name}; difference ",
        ( > 0, true) => $"{a.Name} is higher than {b.Name}, by ",
        _ => $"{a.Name} is lower than {b.Name}, by ",
    };

    private string Ranks(Operand a, Operand b)
    {
        var order = a.Figure.Value.CompareTo(b.Figure.Value);
        var verdict = (order, english) switch
        {
            (0, false) => $"{a.Name}与{b.Name}位次相同",
            ( > 0, false) => $"{a.Name}排名后于{b.Name}",
            (_, false) => $"{a.Name}排名先于{b.Name}",
            (0, true) => $"{a.Name} and {b.Name} rank alike",
            ( > 0, true) => $"{a.Name} ranks behind {b.Name}",
            _ => $"{a.Name} ranks before {b.Name}",
        };
        return verdict + a.Markers + b.Markers + (english ? "." : "。") + Comparability.Caution(a, b, english);
    }

    // A target's lower bound (突破1800家) is what a result is held against; between results a bound leaves the difference open.
    private static Exactness Difference(Operand upper, Operand lower)
    {
        var exactness = Exactnesses.Less(Exactnesses.Of(upper.Figure), Exactnesses.Of(lower.Figure));
        return exactness is Exactness.AtMost or Exactness.Unknown && (upper.Figure.Status is FigureStatus.Target || lower.Figure.Status is FigureStatus.Target)
            ? Exactnesses.Less(Threshold(upper.Figure), Threshold(lower.Figure))
            : exactness;
    }

    private static Exactness Threshold(Figure figure) =>
        figure.Status is FigureStatus.Target && Exactnesses.Of(figure) is Exactness.AtLeast ? Exactness.Exact : Exactnesses.Of(figure);

    private string Undecided(Operand a, Operand b) => english
        ? $"The reports give only bounds or round numbers (“{Written(a.Figure)}”, “{Written(b.Figure)}”), so the exact difference is not known{a.Markers}{b.Markers}."
        : $"原文只有约数或界限（{a.Name}“{Written(a.Figure)}”、{b.Name}“{Written(b.Figure)}”），不能据此算出准确的差距{a.Markers}{b.Markers}。";

    private string Qualified(ImmutableArray<Operand> operands)
    {
        var inexact = operands.Where(o => Exactnesses.Of(o.Figure) is not Exactness.Exact).ToList();
        if (inexact.Count == 0)
            return "";
        var listed = string.Join(english ? "; " : "；", inexact.Select(o => english ? $"{o.Name}: “{Written(o.Figure)}”" : $"{o.Name}原文为“{Written(o.Figure)}”"));
        return (english ? $" (As written: {listed}.)" : $"（{listed}，按所写数字计算。）");
    }

    // Target against result of the same year: how much of it was reached.
    private string Completion(Operand a, Operand b, decimal x, decimal y)
    {
        if (a.Figure.Period is not { IsPartial: false } p || b.Figure.Period is not { IsPartial: false } q || p != q)
            return "";
        if (a.Figure.Status == b.Figure.Status || a.Figure.Aspect != b.Figure.Aspect || x == 0 || y == 0 || Units.KindOf(a.Figure.Unit) is UnitKind.Percent or UnitKind.Points)
            return "";
        var (result, target, resulting, targeted) = a.Figure.Status == FigureStatus.Target ? (y, x, b, a) : (x, y, a, b);
        var rate = Math.Round(result / target * 100, 1);
        var expression = $"{Scaling.Shown(resulting.Figure, targeted.Figure)}÷{Scaling.Shown(targeted.Figure, resulting.Figure)}={Number(rate)}%";
        draft.Compute(rate, expression);
        var word = Exactnesses.Word(Exactnesses.Of(resulting.Figure), english);
        return english ? $" The result is {word}{expression} of the target." : $"实际为目标的{word}{expression}。";
    }

    // The same level in two years: how much it grew. Only of exact numbers: a rate of round ones would pretend to know more.
    private string Change(Operand a, Operand b, decimal x, decimal y)
    {
        if (a.Figure.Period is not { IsPartial: false } p || b.Figure.Period is not { IsPartial: false } q || p == q
            || a.Figure.Status != b.Figure.Status || a.Figure.Region != b.Figure.Region || a.Figure.Aspect != b.Figure.Aspect
            || Exactnesses.Of(a.Figure) is not Exactness.Exact || Exactnesses.Of(b.Figure) is not Exactness.Exact
            || Units.KindOf(a.Figure.Unit) is not (UnitKind.Count or UnitKind.Money))
            return "";
        var (before, after, earlier, later) = p.FromYear < q.FromYear ? (x, y, a, b) : (y, x, b, a);
        if (before <= 0)
            return "";
        var rate = Math.Round((after - before) / before * 100, 1);
        var expression = $"({Scaling.Shown(later.Figure, earlier.Figure)}−{Scaling.Shown(earlier.Figure, later.Figure)})÷{Scaling.Shown(earlier.Figure, later.Figure)}={Number(rate)}%";
        draft.Compute(rate, expression);
        return english ? $" The change is {expression}." : $"变化率为{expression}。";
    }
}
