using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>
/// 委托高等院校、科研院所开展技术开发: by what was told to have been done (委托西北工业大学做技术开发). Met only when one told clause holds all
/// that is asked; anything else stays open.
/// </summary>
internal static partial class DeedJudge
{
    public static ConditionMatch Judge(ConditionMatch match, EnterpriseProfile profile)
    {
        if (match.Verdict != ConditionVerdict.ToConfirm || match.Missing is not null || profile.Deeds.IsEmpty)
            return match;
        var clause = TextFolding.Fold(match.Clause);
        if (Abroad().IsMatch(clause))
            return profile.Deeds.FirstOrDefault(d => AtHome().IsMatch(d)) is { } home ? Met(match, home) : match;
        // 无投资关系, 不含, 首次: more is asked than that something was done.
        if (Beyond().IsMatch(clause) || !Deed().IsMatch(clause) || !(Academic().IsMatch(clause) || clause.Contains("银行", StringComparison.Ordinal)))
            return match;
        return profile.Deeds.FirstOrDefault(d => Holds(clause, d, profile.Region)) is { } deed ? Met(match, deed) : match;
    }

    private static ConditionMatch Met(ConditionMatch match, string deed) =>
        match with { Verdict = ConditionVerdict.Met, Told = new Bilingual(deed, deed) };

    private static bool Holds(string clause, string deed, Region? own)
    {
        if (Year().Match(clause) is { Success: true } year && !deed.Contains(year.Groups["y"].Value, StringComparison.Ordinal))
            return false;
        if (Outside().IsMatch(clause) && !(own is not null && Gazetteer.Default.FindIn(deed).Any(p => !p.IsGuess && !Places.IsIn(p.Region, own) && !Places.IsIn(own, p.Region))))
            return false;
        if (InOwn().Match(clause) is { Success: true } inside && !deed.Contains(inside.Groups["c"].Value, StringComparison.Ordinal))
            return false;
        if (Academic().IsMatch(clause) && !Academy().IsMatch(deed))
            return false;
        if (Bank().IsMatch(clause) && !Bank().IsMatch(deed))
            return false;
        // What is left, once who with and the words of doing are taken away, must be told: one of each list.
        var rest = Filler().Replace(Bank().Replace(Academic().Replace(InOwn().Replace(Outside().Replace(Year().Replace(clause, " "), " "), " "), " "), " "), " ");
        return Lists().Matches(rest).All(list => IsTold(list.Value.Split('、', StringSplitOptions.RemoveEmptyEntries), deed));
    }

    // 检验检测、仪器共享: of a list one, be it by its end; one thing alone by its whole name.
    private static bool IsTold(string[] items, string deed) => items.Length < 2
        ? items.Length == 0 || items[0].Length < 2 || deed.Contains(items[0], StringComparison.Ordinal)
        : Array.Exists(items, item => item.Length > 1 && deed.Contains(item[^2..], StringComparison.Ordinal));

    [GeneratedRegex("银行")]
    private static partial Regex Bank();

    [GeneratedRegex("境外|国外|海外")]
    private static partial Regex Abroad();

    [GeneratedRegex("(?:省内|市内|区内|国内|境内|本地|本市|本省)[^,。;]{0,8}(?:机构|单位|公司|院|所|大学)")]
    private static partial Regex AtHome();

    [GeneratedRegex("[无不未非]|首次|以上|以下|登记|超过|除|经.{1,12}(?:认定|备案|考核|评)|\\d+(?!\\d*年)")]
    private static partial Regex Beyond();

    [GeneratedRegex("委托|购买|合作|取得|获得|贷款|采购|受让|签订")]
    private static partial Regex Deed();

    [GeneratedRegex("高等院校|高等学校|高校院所|高校|院校|大专院校|科研院所|科研机构|院所")]
    private static partial Regex Academic();

    [GeneratedRegex("大学|学院|研究院|研究所|科学院|交大|高校|科研院所")]
    private static partial Regex Academy();

    [GeneratedRegex("(?<y>20\\d\\d)年度?")]
    private static partial Regex Year();

    [GeneratedRegex("市外|省外|区外|[\\u4e00-\\u9fff]{2,8}以外")]
    private static partial Regex Outside();

    // 在绵银行: banks in the place, by its short name.
    [GeneratedRegex("在(?<c>[\\u4e00-\\u9fff])(?=银行|金融|高校)")]
    private static partial Regex InOwn();

    [GeneratedRegex("企业|单位|委托|购买|用于|开展|进行|实施|取得|获得|通过|合作|联合|采购|受让|签订|服务|等|的|与|向|从|和|及|或|并|在|由|度")]
    private static partial Regex Filler();

    [GeneratedRegex("[^ ,()]+")]
    private static partial Regex Lists();
}
