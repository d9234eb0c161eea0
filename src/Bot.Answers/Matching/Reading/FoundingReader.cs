using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Reads when an enterprise was founded: a day, a month, a year, or how long ago.</summary>
internal static partial class FoundingReader
{
    public static FoundingTime? Read(string folded, DateOnly today)
    {
        foreach (var form in new[] { DateBefore(), DateAfter() })
        {
            if (form.Match(folded) is { Success: true } match && OfDate(match, today) is { } founded)
                return founded;
        }

        if (Relative().Match(folded) is { Success: true } relative)
            return FoundingTime.InYear(today.Year - (relative.Groups["before"].Success ? 2 : relative.Groups["last"].Success ? 1 : 0)) with { Told = relative.Value };
        if (Since().Match(folded) is { Success: true } since && Ago(since, today) is { } ago)
            return ago;
        return Lately().Match(folded) is { Success: true } lately ? new FoundingTime(today.AddYears(-1), today, lately.Value) : null;
    }

    private static FoundingTime? OfDate(Match match, DateOnly today)
    {
        var year = Number(match, "y");
        if (year < 1949 || year > today.Year)
            return null;
        var told = match.Groups["date"].Value;
        if (!match.Groups["m"].Success)
            return FoundingTime.InYear(year) with { Told = told };
        // 2023-13 is no month, 2月30日 no day: what of it was meant isn't guessed.
        if (Number(match, "m") is not (>= 1 and <= 12 and var month))
            return null;
        var days = DateTime.DaysInMonth(year, month);
        if (!match.Groups["d"].Success)
            return new FoundingTime(new DateOnly(year, month, 1), new DateOnly(year, month, days), told);
        return Number(match, "d") is var day && day >= 1 && day <= days ? new FoundingTime(new DateOnly(year, month, day), new DateOnly(year, month, day), told) : null;
    }

    // 成立三年: between three and four years ago; 不到三年: within the last three.
    private static FoundingTime? Ago(Match match, DateOnly today)
    {
        if (NumberScanner.Scan(match.Groups["n"].Value + "年") is not [{ Scaled: > 0 and < 200 } number])
            return null;
        var months = (int)(number.Scaled * 12) + (match.Groups["half"].Success ? 6 : 0);
        if (match.Groups["under"].Success)
            return new FoundingTime(today.AddMonths(-months).AddDays(1), today, match.Value);
        if (match.Groups["over"].Success)
            return new FoundingTime(DateOnly.MinValue, today.AddMonths(-months), match.Value);
        return new FoundingTime(today.AddMonths(-months - (match.Groups["half"].Success ? 6 : 12)).AddDays(1), today.AddMonths(-months), match.Value);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private const string Date = @"(?<date>(?<y>(?:19|20)\d\d)(?:年(?:(?<m>\d{1,2})月(?:(?<d>\d{1,2})[日号])?)?|[-./](?<m>\d{1,2})(?:[-./](?<d>\d{1,2}))?|(?!\d)))";
    private const string Founded = "(?:成立|注册|创办|创立|设立|开办|创业|创建)";

    [GeneratedRegex(Date + "[^,。;0-9]{0,8}" + Founded)]
    private static partial Regex DateBefore();

    [GeneratedRegex("(?:" + Founded + "(?:时间|日期)?(?:于|在|是|为|:)*|(?:founded|established|registered|set up|started|incorporated) (?:in|on) )" + Date)]
    private static partial Regex DateAfter();

    [GeneratedRegex("(?:(?<before>前年)|(?<last>去年)|(?<now>今年))[^,。;0-9]{0,6}" + Founded)]
    private static partial Regex Relative();

    [GeneratedRegex(Founded + @"(?:了|已经|已|才|刚刚|刚|有|还|差不多|满|至今)*(?<under>不到|不满|未满|不足)?(?<over>超过|逾)?(?:了)?(?<n>\d{1,3}(?:\.5)?|[一两二三四五六七八九十]{1,3})(?:个)?年(?<half>半)?|(?<n>\d{1,3}|[一两二三四五六七八九十]{1,3})年(?<half>半)?(?:多)?前[^,。;]{0,4}" + Founded + @"|(?:founded|established|registered|set up|started) (?:about |around |(?<over>over |more than ))?(?<n>\d{1,2}) years? ago|(?<n>\d{1,2})[- ]years?[- ]old")]
    private static partial Regex Since();

    [GeneratedRegex("(?:刚刚?|新|才)" + Founded + "|" + Founded + "不久|newly (?:founded|established|registered)")]
    private static partial Regex Lately();
}
