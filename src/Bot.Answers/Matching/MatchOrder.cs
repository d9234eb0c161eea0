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
            (y.Relevance > 0).CompareTo(x.Relevance > 0),
            x.Fit.CompareTo(y.Fit),
            (y.Gain is not null).CompareTo(x.Gain is not null),
            y.Relevance.CompareTo(x.Relevance),
            (y.Gain?.Value ?? 0).CompareTo(x.Gain?.Value ?? 0),
            y.Count(ConditionVerdict.Met).CompareTo(x.Count(ConditionVerdict.Met)),
            x.Count(ConditionVerdict.ToConfirm).CompareTo(y.Count(ConditionVerdict.ToConfirm)),
            string.CompareOrdinal(x.Found.Report.ToString(), y.Found.Report.ToString()),
            x.Measure.Number.CompareTo(y.Measure.Number));
    }

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
