using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Best first: rules before mentions, what is looked for before the rest, met before to be confirmed.</summary>
internal sealed class MatchOrder : IComparer<MatchedMeasure>
{
    public static MatchOrder Instance { get; } = new();

    public int Compare(MatchedMeasure? x, MatchedMeasure? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        return First(
            Rank(x).CompareTo(Rank(y)),
            IsBehind(x).CompareTo(IsBehind(y)),
            (y.Relevance > 0).CompareTo(x.Relevance > 0),
            y.IsAskedFor.CompareTo(x.IsAskedFor),
            x.Fit.CompareTo(y.Fit),
            IsSettled(y).CompareTo(IsSettled(x)),
            y.Relevance.CompareTo(x.Relevance),
            MetOf(y).CompareTo(MetOf(x)),
            (y.Gain is { IsReckoned: true }).CompareTo(x.Gain is { IsReckoned: true }),
            x.Count(ConditionVerdict.ToConfirm).CompareTo(y.Count(ConditionVerdict.ToConfirm)),
            y.Amounts.Any().CompareTo(x.Amounts.Any()),
            (y.Gain?.Value ?? 0).CompareTo(x.Gain?.Value ?? 0),
            string.CompareOrdinal(x.Found.Report.ToString(), y.Found.Report.ToString()),
            x.Measure.Number.CompareTo(y.Measure.Number));
    }

    // What can't be applied for any more comes after what can, unless it is what was asked about.
    private static bool IsBehind(MatchedMeasure measure) => measure.IsClosed && !measure.IsAskedFor;

    // A sum that hangs on nothing any more.
    private static bool IsSettled(MatchedMeasure measure) => measure.Gain is not null && !measure.IsOpen;

    /// <summary>How many conditions are met; that it is in the place says nothing for one measure of the place over another.</summary>
    public static int MetOf(MatchedMeasure measure) =>
        measure.Conditions.Count(c => !c.IsMoot && !c.Condition.IsGeneral && c.Verdict == ConditionVerdict.Met && c.Condition.Kind != ConditionKind.Region);

    private static int First(params ReadOnlySpan<int> orders)
    {
        foreach (var order in orders)
        {
            if (order != 0)
                return order;
        }

        return 0;
    }

    private static int Rank(MatchedMeasure measure) => measure.Measure.Standing switch
    {
        MeasureStanding.Rule => 0,
        MeasureStanding.Planned => 1,
        _ => 2,
    };
}
