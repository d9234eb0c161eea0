namespace Bot.Corpus;

/// <summary>The time that a report as a whole tells of, for results that name none of their own.</summary>
internal static class ReportPeriod
{
    private static readonly string[] Evaluations = ["评估", "实施情况", "执行情况"];

    /// <summary>A part of the year (2024年上半年, 前三季度, 1-9月), several years for a plan's evaluation, else the year summed up; null when that is unknown.</summary>
    public static Period? Of(ReportMetadata metadata)
    {
        if (metadata.SummaryYear is not { } year)
            return null;
        if (FirstEvaluated(metadata) is { } first)
            return new Period(first, year);
        return PartOfYear(metadata.Title) is { } part ? new Period(year, year, part.From, part.To) : Period.OfYear(year);
    }

    /// <summary>The months that a title or heading names first; null when it speaks of whole years or of a single month, which is a date.</summary>
    public static (int From, int To)? PartOfYear(string heading)
    {
        foreach (var time in TimeReader.Read(heading, null))
        {
            if (time is not { FromMonth: 1, ToMonth: 12 })
                return time.ToMonth - time.FromMonth >= 2 ? (time.FromMonth, time.ToMonth) : null;
        }
        return null;
    }

    /// <summary>The first year of the five-year plan whose fulfilment the report tells of half way; null for every other report.</summary>
    public static int? FirstEvaluated(ReportMetadata metadata) =>
        Array.Exists(Evaluations, word => metadata.Title.Contains(word, StringComparison.Ordinal)) && YearPatterns.FiveYearPlan.IsMatch(metadata.Title)
        && metadata.PlanYear - 4 is { } first && first < metadata.SummaryYear && metadata.SummaryYear < metadata.PlanYear
            ? first
            : null;
}
