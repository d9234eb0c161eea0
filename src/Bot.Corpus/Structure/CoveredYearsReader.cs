using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Tells which year a report sums up and which it plans: by its title, else its headings, else its text, else its date.</summary>
internal sealed partial class CoveredYearsReader(PartWords words)
{
    private const string GovernmentReport = "政府工作报告";

    /// <summary>What the title says. Policy documents cover no year.</summary>
    public (int? Summary, int? Plan) OfTitle(string title)
    {
        if (words.IsPolicy(title) && !words.PromisesSummary(title))
            return (null, null);
        var parts = Segments(title);
        if (parts.Count == 0)
            return OfFiveYearPlans(title);
        if (title.Contains(GovernmentReport, StringComparison.Ordinal))
            return (parts[0].Year - 1, parts[0].Year);
        if (parts.Count > 1)
            return (parts[0].Year, parts[^1].Year);
        return OneYear(title, parts[0].Year, parts[0].Text);
    }

    /// <summary>The title's years, completed from what the text turned out to be.</summary>
    public (int? Summary, int? Plan) Complete(
        (int? Summary, int? Plan) title, IReadOnlyList<DraftParagraph> paragraphs, ReportPart[] parts, DateOnly? published)
    {
        var (summary, plan) = title;
        // What a plan of several years looks back on is the year before its first, not the year before its last.
        var several = FirstOfSeveralYears(paragraphs[0].Text);
        var before = several is { } first ? (first <= plan ? first - 1 : null) : plan - 1;
        if (parts.Contains(ReportPart.Summary) && plan is { } last && words.IsEvaluation(paragraphs[0].Text))
            summary ??= LatestWritten(paragraphs, parts, last);
        if (parts.Contains(ReportPart.Summary))
            summary ??= OfHeadings(ReportPart.Summary, paragraphs) ?? before ?? OfText(ReportPart.Summary, paragraphs, parts)
                ?? (published is { Month: <= 6 } early ? early.Year - 1 : published?.Year);
        if (parts.Contains(ReportPart.Plan))
            plan ??= OfHeadings(ReportPart.Plan, paragraphs) ?? After(summary, paragraphs) ?? OfText(ReportPart.Plan, paragraphs, parts)
                ?? published?.Year;
        return (summary, plan);
    }

    // 2020年工作总结和计划: what is planned is the year after.
    private (int? Summary, int? Plan) OneYear(string title, int year, string after)
    {
        var (summary, plan) = (words.PromisesSummary(title), words.PromisesPlan(title));
        if (!summary || !plan)
            return (summary ? year : null, plan ? year : null);
        // 工作总结和2020年工作计划: the year stands with the plan.
        if (!words.PromisesSummary(after))
            return (year - 1, year);
        return (year, RestOfYear.IsMatch(title) ? year : year + 1);
    }

    private static int? After(int? summary, IReadOnlyList<DraftParagraph> paragraphs) =>
        ReportPeriod.PartOfYear(paragraphs[0].Text) is not null
        || paragraphs.Any(p => p.Kind is ParagraphKind.Heading or ParagraphKind.Title && RestOfYear.IsMatch(p.Text))
            ? summary
            : summary + 1;

    private static int? FirstOfSeveralYears(string title)
    {
        if (YearPatterns.Range.Match(title) is { Success: true } range)
            return int.Parse(range.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        return YearPatterns.FiveYearPlan.Matches(title) is [.., var plan] ? LastYear(plan) - 4 : null;
    }

    private static List<(int Year, string Text)> Segments(string title)
    {
        var years = YearPatterns.Range.Matches(title).Select(m => (Year: m.Groups[2].Value, m.Index, End: m.Index + m.Length)).ToList();
        years.AddRange(YearPatterns.Year.Matches(title)
            .Where(m => !years.Exists(y => y.Index <= m.Index && m.Index < y.End))
            .Select(m => (Year: m.Groups[1].Value, m.Index, End: m.Index + m.Length)));
        years.Sort((a, b) => a.Index.CompareTo(b.Index));
        return [.. years.Select((y, i) => (
            int.Parse(y.Year, System.Globalization.CultureInfo.InvariantCulture),
            title[y.End..(i + 1 < years.Count ? years[i + 1].Index : title.Length)]))];
    }

    // “十三五”总结和“十四五”规划: what is summed up ends where what is planned begins.
    private (int? Summary, int? Plan) OfFiveYearPlans(string title)
    {
        var plans = YearPatterns.FiveYearPlan.Matches(title);
        if (plans.Count == 0)
            return (null, null);
        // Half way: what is summed up ends with the evaluation, not with the plan.
        if (words.IsEvaluation(title) && title.Contains("中期", StringComparison.Ordinal))
            return (null, LastYear(plans[^1]));
        var (summary, plan) = (words.PromisesSummary(title), words.PromisesPlan(title));
        return (summary && (!plan || plans.Count > 1) ? LastYear(plans[0]) : null, plan ? LastYear(plans[^1]) : null);
    }

    // “十四五” ends in 2025, and every other one five years apart.
    private static int LastYear(System.Text.RegularExpressions.Match plan) => 2005 + (5 * HeadingNumber.Read(plan.Groups[1].Value));

    // The last year that an evaluation tells of, before the plan's own last.
    private static int? LatestWritten(IReadOnlyList<DraftParagraph> paragraphs, ReportPart[] parts, int last) =>
        Enumerable.Range(0, paragraphs.Count).Where(i => parts[i] == ReportPart.Summary)
            .SelectMany(i => YearReader.Written(paragraphs[i].Text)).Where(year => year < last).Cast<int?>().Max();

    [System.Text.RegularExpressions.GeneratedRegex("下半年|(?<!前)[二三四]季度.{0,4}(?:安排|计划|打算|思路|重点|工作)|下(?:一)?季度|后[一二三四五六两]个月")]
    private static partial System.Text.RegularExpressions.Regex RestOfYear { get; }

    private int? OfHeadings(ReportPart part, IReadOnlyList<DraftParagraph> paragraphs)
    {
        foreach (var paragraph in paragraphs.Where(p => p.Kind == ParagraphKind.Heading))
            if (words.HeadingPart(paragraph.Text).Part == part && YearReader.Written(paragraph.Text) is { Count: 1 } years)
                return years.Min;
        return null;
    }

    private static int? OfText(ReportPart part, IReadOnlyList<DraftParagraph> paragraphs, ReportPart[] parts)
    {
        var texts = Enumerable.Range(0, paragraphs.Count).Where(i => parts[i] == part).Select(i => paragraphs[i].Text).ToList();
        var opening = texts.Select(YearReader.Opening).FirstOrDefault(y => y is not null);
        // A plan names years far ahead; a summary mostly its own.
        return opening ?? (part == ReportPart.Plan ? null : texts.SelectMany(YearReader.Written).Cast<int?>().FirstOrDefault());
    }
}
