using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>The cases of a measure (首次认定的…；重新认定的…).</summary>
internal static class MeasureCases
{
    /// <summary>Numbers of the cases that give something, ascending; empty where there are none.</summary>
    public static List<int> Of(Measure measure) =>
    [
        .. measure.Amounts.Select(a => a.Branch).Concat(measure.Conditions.Select(c => c.Branch))
            .Where(b => b > 0 && !IsLimitOnly(measure, b)).Distinct().Order(),
    ];

    /// <summary>A case that only limits (每家企业年度上限30万元), beside others that give: it holds for all of them.</summary>
    public static bool IsLimitOnly(Measure measure, int branch) =>
        branch > 0
        && measure.Amounts.Any(a => a.Branch == branch)
        && measure.Amounts.All(a => a.Branch != branch || IsLimit(a))
        && measure.Amounts.Any(a => a.Branch > 0 && !IsLimit(a));

    private static bool IsLimit(MeasureAmount amount) => amount.Kind is AmountKind.Ceiling or AmountKind.Floor;
}
