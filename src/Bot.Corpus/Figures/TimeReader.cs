using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Finds the times that a text names: years, months, quarters, plan periods, 去年 and 近三年 by the report's own year.</summary>
internal static partial class TimeReader
{
    private static readonly Dictionary<string, (int First, int Last)> PlanPeriods =
        VocabularyTable.Rows("periods.txt").ToDictionary(row => row[0], row => (int.Parse(row[1], null), int.Parse(row[2], null)), StringComparer.Ordinal);

    /// <param name="currentYear">What 今年 is in this text, null when unknown.</param>
    public static ImmutableArray<TimeExpression> Read(string text, int? currentYear)
    {
        var titles = Quotation.SpansOf(text).Where(span => text[span.Start] == '《').ToArray();
        var times = ImmutableArray.CreateBuilder<TimeExpression>();
        foreach (Match match in Times().Matches(HalfWidth.Of(text)))
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            if (titles.Any(title => title.Contains(span)) || IsBase(text, match))
                continue;
            // 截至10月底, 到10月底: counted from the year's beginning.
            var isUpTo = match.Groups["upto"].Success || (match.Index > 0 && text[match.Index - 1] is '到' or '至');
            if (Read(match, span, currentYear, isUpTo) is { } time)
                times.Add(time);
        }
        return times.DrainToImmutable();
    }

    // 比2018年增长…, 自2009年起, 较上年: what is measured against or began then, not the time of the figure.
    private static bool IsBase(string text, Match match)
    {
        var end = match.Index + match.Length;
        if (match.Groups["since"].Success)
            return true;
        var before = match.Index == 0 ? ' ' : text[match.Index - 1];
        if (before is '是' or '为' or '达' && end < text.Length && text[end] == '的')
            return true;
        return before is '比' or '较' or '同' or '与' or '于' || (end < text.Length && text[end] is '起' or '版');
    }

    private static TimeExpression? Read(Match match, TextSpan span, int? currentYear, bool isUpTo)
    {
        if (match.Groups["plan"] is { Success: true } plan)
        {
            if (!PlanPeriods.TryGetValue(plan.Value, out var years))
                return null;
            var isEnd = match.Groups["planend"].Success;
            return new(span, isEnd ? years.Last : years.First, years.Last, 1, 12);
        }
        if (match.Groups["last"].Success)
            return currentYear is { } now ? new(span, now - 1, now - 1, 1, 12, match.Groups["same"].Success) : null;
        if (match.Groups["recent"] is { Success: true } recent)
            return currentYear is { } latest && ChineseNumber.Read(recent.Value) is { } count and > 0 and < 20 ? new(span, latest - (int)count + 1, latest, 1, 12) : null;
        int? year = match.Groups["year"] is { Success: true } y ? Number(y) : null;
        int? toYear = match.Groups["toyear"] is { Success: true } last ? Number(last) : year;
        if (year is { } written && (!CalendarYear.Is(written) || toYear < written))
            return null;
        var (from, to) = Months(match, isUpTo);
        return to is > 12 or < 1 || from > to ? null : new(span, year, toYear, from, to);
    }

    private static (int From, int To) Months(Match match, bool isUpTo)
    {
        if (match.Groups["half"] is { Success: true } half)
            return half.Value[0] == '上' ? (1, 6) : (7, 12);
        if (match.Groups["quarters"] is { Success: true } quarters)
            return (1, 3 * (quarters.Value[0] == '三' ? 3 : 2));
        if (match.Groups["quarter"] is { Success: true } quarter)
        {
            var index = Math.Max(1, "一二三四".IndexOf(quarter.Value[0], StringComparison.Ordinal) + 1);
            return ((3 * index) - 2, 3 * index);
        }
        if (match.Groups["month"] is not { Success: true } month)
            return (1, 12);
        var to = match.Groups["tomonth"] is { Success: true } last ? Number(last) : Number(month);
        return (isUpTo && !match.Groups["tomonth"].Success ? 1 : Number(month), to);
    }

    private static int Number(Group group) => int.Parse(group.Value, System.Globalization.CultureInfo.InvariantCulture);

    // Alternatives begin with different characters and no group repeats without bound, so matching is linear.
    [GeneratedRegex(
        """
        (?<upto>截至|截止到?)?(?:
            “?(?<plan>(?:[一二三四]?十)?[一二三四五六七八九]五)”?(?:(?<planend>末|期末)|期间|时期|规划期(?:间|末)|以来)
          | (?<last>去年|上年|上一年)(?:全年|(?<same>同期)|度|末|底)?
          | 近(?<recent>[两二三四五六七八九十])年来?
          | (?<recent>(?<![一二三四五六七八九十几近])[两二三四五])年(?:来|累计)
          | (?:(?<year>(?:19|20)\d\d)(?:年?[-—–~～至到](?<toyear>(?:19|20)\d\d)(?:年(?:间|期间)?)?|年(?:度|末|底|初|全年)?(?<since>起|以来)?))
            (?:(?<month>\d{1,2})(?:月?(?:\d{1,2}日)?[-—–~～至到](?<tomonth>\d{1,2}))?月(?:份|底|末|初|\d{1,2}日)?|(?<half>[上下]半年)|前(?<quarters>[三两二])个?季度|第?(?<quarter>[一二三四])季度)?
          | (?<month>\d{1,2})(?:月?(?:份|\d{1,2}日)?[-—–~～至到](?<tomonth>\d{1,2}))?月(?:份|底|末|初|\d{1,2}日(?:至\d{1,2}日)?)?
          | (?<half>[上下]半年) | 前(?<quarters>[三两二])个?季度 | 第?(?<quarter>[一二三四])季度
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();
}
