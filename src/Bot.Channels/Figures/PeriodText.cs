using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>Periods as <see cref="Period.ToString"/> writes them, and as people read them.</summary>
internal static partial class PeriodText
{
    /// <summary>What <see cref="Parse"/> understands, for messages.</summary>
    public const string Allowed = "2019（一年）、2017-2019（几年）、2019-03（一个月）或 2019-01..11（几个月）";

    /// <summary>The period of 2019, 2017-2019, 2019-03 or 2019-01..11; null for any other text.</summary>
    public static Period? Parse(string text)
    {
        if (Form().Match(text.Trim()) is not { Success: true } match)
            return null;
        int year = Number(match, "year", 0);
        int toYear = Number(match, "toYear", year);
        int month = Number(match, "month", 1);
        int toMonth = Number(match, "toMonth", match.Groups["month"].Success ? month : 12);
        bool isInOrder = year <= toYear && month is >= 1 and <= 12 && toMonth >= month && toMonth <= 12;
        return isInOrder && year > 0 ? new Period(year, toYear, month, toMonth) : null;
    }

    /// <summary>2019年, 2017—2019年, 2019年3月, 2019年1—11月.</summary>
    public static string Shown(Period period) => period switch
    {
        { FromYear: var from, ToYear: var to } when from != to => Invariant($"{from}—{to}年"),
        { IsPartial: false } => Invariant($"{period.FromYear}年"),
        { FromMonth: var from, ToMonth: var to } when from == to => Invariant($"{period.FromYear}年{from}月"),
        _ => Invariant($"{period.FromYear}年{period.FromMonth}—{period.ToMonth}月"),
    };

    private static int Number(Match match, string group, int otherwise) =>
        match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : otherwise;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:-(?<toYear>[0-9]{4})|-(?<month>[0-9]{2})(?:\.\.(?<toMonth>[0-9]{2}))?)?$")]
    private static partial Regex Form();
}
