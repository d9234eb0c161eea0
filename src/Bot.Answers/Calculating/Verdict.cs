using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Calculating;

/// <summary>Decides yes or no where a stated number decides it; null where it leaves the question open.</summary>
internal static class Verdict
{
    // A round number (约, 近) this close to the claim decides nothing.
    private const decimal TooClose = 0.03m;

    /// <param name="stated">The figure's value, scaled.</param>
    /// <param name="claimed">The number it is held against, scaled.</param>
    public static bool? Decide(ClaimKind claim, decimal stated, Exactness exactness, bool isStrict, decimal claimed) => (claim, exactness) switch
    {
        (_, Exactness.About) => Math.Abs(stated - claimed) <= Math.Abs(claimed) * TooClose ? null
            : Decide(claim, stated, Exactness.Exact, false, claimed),
        (ClaimKind.Equal, Exactness.Exact) => stated == claimed,
        (ClaimKind.More, Exactness.Exact) => stated > claimed,
        (ClaimKind.AtLeast, Exactness.Exact) => stated >= claimed,
        (ClaimKind.Less, Exactness.Exact) => stated < claimed,
        (ClaimKind.More, Exactness.AtLeast) => stated > claimed || (isStrict && stated == claimed) ? true : null,
        (ClaimKind.AtLeast, Exactness.AtLeast) => stated >= claimed ? true : null,
        (ClaimKind.Less or ClaimKind.Equal, Exactness.AtLeast) => stated > claimed || (isStrict && stated == claimed) ? false : null,
        (ClaimKind.More, Exactness.AtMost) => stated <= claimed ? false : null,
        (ClaimKind.AtLeast or ClaimKind.Equal, Exactness.AtMost) => stated < claimed ? false : null,
        (ClaimKind.Less, Exactness.AtMost) => stated < claimed ? true : null,
        _ => null,
    };

    public static bool? Decide(Claim claim, Figure figure) =>
        Decide(claim.Kind, figure.Value * Units.Scale(figure.Unit), Exactnesses.Of(figure), IsStrict(figure), claim.Number.Scaled);

    /// <summary>Whether a result reached a target of the same place, time and measure; null where that can't be told.</summary>
    public static bool? Reached(Figure result, Figure target)
    {
        if (result.Region != target.Region || result.Period != target.Period || result.Period is not { IsPartial: false }
            || result.Aspect != target.Aspect || !Units.AreAlike(result, target)
            || Comparability.LacksUnit(result) || Comparability.LacksUnit(target) || Exactnesses.Of(target) is Exactness.About or Exactness.AtMost)
            return null;
        var claim = IsStrict(target) ? ClaimKind.More : ClaimKind.AtLeast;
        var (stated, wanted) = (result.Value * Units.Scale(result.Unit), target.Value * Units.Scale(target.Unit));
        // In a rank the smaller number is the better one.
        return result.Aspect is FigureAspect.Rank
            ? Decide(ClaimKind.AtLeast, -stated, Exactnesses.Of(result), false, -wanted)
            : Decide(claim, stated, Exactnesses.Of(result), IsStrict(result), wanted);
    }

    // 超过500 is more than 500; 500以上 and 不少于500 may be 500.
    private static bool IsStrict(Figure figure) =>
        figure.Qualifier?.Split('、').Any(q => q is "超" or "超过" or "突破" or "逾" or "大于" or "多" or "余") == true;

    /// <summary>Whether the claimed number is written in the figure's unit.</summary>
    public static bool IsSameUnit(Claim claim, Figure figure)
    {
        if (Units.KindOf(figure.Unit) is UnitKind.Percent)
            return claim.Number.Kind is NumberKind.PerCent && figure.Unit is "%" or "％";
        if (claim.Number.Kind is NumberKind.PerCent || figure.Unit.Length == 0)
            return false;
        var unit = TextFolding.Fold(figure.Unit).TrimStart('万', '亿', '余', '多');
        // In English the thing counted was named before: did the number of … exceed 1500 in 2022?
        if (Units.KindOf(figure.Unit) is UnitKind.Count && (claim.After.Length == 0 || claim.After[0] is ' ' or '?'))
            return true;
        return unit.Length > 0 && (claim.After.StartsWith(unit, StringComparison.Ordinal)
            || (Units.KindOf(figure.Unit) is UnitKind.Count && claim.After is ['家' or '个' or '项' or '件', ..] && unit is ['家' or '个' or '项' or '件'])
            || (unit == "元" && claim.Number.Scaled != claim.Number.Value && (claim.After.Length == 0 || claim.After[0] is '吗' or '了' or '吧' or '?' or '以')));
    }
}
