using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads when and where a measure is applied for.</summary>
internal sealed partial class ApplicationReader(PolicyText text)
{
    /// <summary>Null when the stretches say nothing of it.</summary>
    /// <param name="labelled">The stretch stands under 申报时间 or the like: its dates need no further word.</param>
    public MeasureApplication? Read(IEnumerable<(TextSpan Span, bool IsLabelled)> stretches)
    {
        DateOnly? opens = null, closes = null;
        Wording? period = null, place = null, office = null;
        foreach (var (span, isLabelled) in stretches)
        {
            foreach (var sentence in Sentences.Of(text, span))
            {
                var plain = text.PlainOf(sentence);
                if (!isLabelled && !Speaks().IsMatch(plain))
                    continue;
                if (period is null && Period().Match(plain) is { Success: true } when)
                {
                    period = At(when, sentence);
                    // 每年6月1日至6月30日, and a rule of several years that names no year, come again.
                    (opens, closes) = when.Groups["y"].Success || !(Yearly().IsMatch(plain) || IsStanding) ? Days(when) : (null, null);
                }
                place ??= Place().Match(plain) is { Success: true } where ? At(where.Groups["place"], sentence) : null;
                office ??= Office().Match(plain) is { Success: true } who ? At(who.Groups["office"], sentence) : null;
            }
        }
        return period is null && place is null && office is null ? null : new(opens, closes, period, place, office);
    }

    // A notice opens one round; 办法, 细则, 措施 hold for years.
    private bool IsStanding => !OneRound().IsMatch(text.Metadata.Title);

    private Wording At(Capture match, TextSpan sentence) => text.Words(text.Trim(new TextSpan(match.Index, match.Index + match.Length).Shift(sentence.Start)));

    private (DateOnly? Opens, DateOnly? Closes) Days(Match when)
    {
        var year = when.Groups["y"] is { Success: true } y ? Number(y) : text.Metadata.PublicationDate?.Year;
        var last = when.Groups["y2"] is { Success: true } y2 ? Number(y2) : year;
        if (when.Groups["m2"].Success)
            return (Day(year, when.Groups["m"], when.Groups["d"]), Day(last, when.Groups["m2"], when.Groups["d2"]));
        return when.Groups["m"].Success && !when.Value.Contains('每', StringComparison.Ordinal) ? (null, Day(year, when.Groups["m"], when.Groups["d"])) : (null, null);
    }

    private static DateOnly? Day(int? year, Group month, Group day)
    {
        if (year is not { } y || !month.Success || Number(month) is not (>= 1 and <= 12 and var m))
            return null;
        var last = DateTime.DaysInMonth(y, m);
        var d = day.Success ? Number(day) : last;
        return d >= 1 && d <= last ? new DateOnly(y, m, d) : null;
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("每年|每年度|按年|年度集中|一年一次|逐年", RegexOptions.None, 1000)]
    private static partial Regex Yearly();

    [GeneratedRegex("申报|征集|申领|受理|组织|开展|指南|申请", RegexOptions.None, 1000)]
    private static partial Regex OneRound();

    [GeneratedRegex("申报|受理|申请|报送|提交|截止|申领|兑现", RegexOptions.None, 1000)]
    private static partial Regex Speaks();

    [GeneratedRegex(@"(?:每年)?(?:(?<y>20\d\d)年)?(?<m>\d{1,2})月(?<d>\d{1,2})日(?:\d{1,2}[:时]\d{0,2})?(?:起)?(?:至|到|—)(?:(?<y2>20\d\d)年)?(?<m2>\d{1,2})月(?<d2>\d{1,2})日|每年\d{1,2}月(?:[、和及]\d{1,2}月)+|每年[^,。;]{0,12}?(?:月底?|日|季度)(?:之?前|底|末)?(?:(?:至|—|到)\d{1,2}月(?:底|\d{1,2}日)?)?|(?:(?<y>20\d\d)年)?(?<m>\d{1,2})月(?:(?<d>\d{1,2})日|底)?(?:\d{1,2}[:时]\d{0,2})?(?:之?前|止|截止|为止|以前|下班前)|(?:截止|截至)[^,。;]{0,8}?(?:(?<y>20\d\d)年)?(?<m>\d{1,2})月(?<d>\d{1,2})日|常年受理|全年受理|随时受理", RegexOptions.None, 1000)]
    private static partial Regex Period();

    [GeneratedRegex("(?:登录|通过|进入|在)(?<place>“?[^,。;“”]{2,30}?(?:平台|系统|网站|窗口|网|小程序|服务大厅)”?)", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("(?:报|向|报送至?|提交至?|送至?|由)(?<office>[^,。;:、]{2,20}?(?:局|厅|委员会|管委会|中心|办公室|部门|科技部|发改委))(?=[,。;、]|提出|申请|受理|审核|组织|初审|备案|会同|$)", RegexOptions.None, 1000)]
    private static partial Regex Office();
}
