using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Tells what is asked, and so which composer answers.</summary>
internal sealed partial class QuestionKindReader(QuestionWords words, AskedListReader lists)
{
    /// <summary>Places are to be put in order by a figure: 哪个市最高, 前三名.</summary>
    public static bool AsksOrder(string folded) => Ordered().IsMatch(folded);

    /// <summary>What is said is to be confirmed: 是不是, 已经…了吧.</summary>
    public static bool IsConfirmation(string folded) => Confirmed().IsMatch(folded);

    public QuestionKind Read(
        string folded,
        ImmutableArray<RegionMention> regions,
        ImmutableArray<int> years,
        ImmutableHashSet<AskedUnit> units,
        AskedStatus status,
        ImmutableArray<TopicTerm> terms)
    {
        if (words.Injections.Any(all => all.All(folded.Contains)))
            return QuestionKind.Injection;
        if (words.Has("greeting", folded) && regions.IsEmpty && years.IsEmpty && terms.Sum(t => t.Weight) < 3)
            return QuestionKind.Greeting;
        if (words.Has("contact", folded))
            return QuestionKind.Contact;
        if (words.Has("offtopic", folded) && !words.IsOfSelf(folded) && terms.Where(t => t.IsKnown).Sum(t => t.Weight) < 3)
            return QuestionKind.OffTopic;
        if (words.Has("thanks", folded) && regions.IsEmpty && units.IsEmpty && terms.Sum(t => t.Weight) < 2)
            return QuestionKind.Thanks;
        if (IsConfirmation(folded) && !words.IsOfSelf(folded))
            return IsComparison(folded, regions, years, units, status) && AskedStatusReader.AsksWhetherReached(folded) ? QuestionKind.Comparison : QuestionKind.Open;
        if (words.Has("documentnumber", folded))
            return QuestionKind.DocumentNumber;
        if (words.Has("person", folded) && words.Has("role", folded))
            return QuestionKind.Person;
        if (words.Has("date", folded) && words.Has("publication", folded) && (units.IsEmpty || units.SetEquals([AskedUnit.Any])))
            return QuestionKind.Date;
        if (IsComparison(folded, regions, years, units, status))
            return QuestionKind.Comparison;
        if (words.Has("date", folded) && (units.IsEmpty || units.SetEquals([AskedUnit.Any])))
            return QuestionKind.Date;
        if (!units.IsEmpty && !(lists.IsAsked(folded) && PlacesListed().IsMatch(folded) && !Amounts().IsMatch(folded)))
            return QuestionKind.Figure;
        if (words.Has("measure", folded) && (words.IsOfSelf(folded) || (!lists.IsAsked(folded) && WantsSupport().IsMatch(folded))))
            return QuestionKind.Measure;
        return lists.IsAsked(folded) ? QuestionKind.List : QuestionKind.Open;
    }

    private bool IsComparison(
        string folded,
        ImmutableArray<RegionMention> regions,
        ImmutableArray<int> years,
        ImmutableHashSet<AskedUnit> units,
        AskedStatus status)
    {
        if (words.IsOfSelf(folded))
            return false;
        if (words.Has("compare", folded) || status == AskedStatus.Both || AgainstYear().IsMatch(folded) || AsksOrder(folded))
            return true;
        var places = regions.Where(r => !r.IsGuess).Select(r => r.Region.Name).Distinct().Count();
        return (places > 1 && (!units.IsEmpty || status != AskedStatus.Any || WhichOfThem().IsMatch(folded))) || (!units.IsEmpty && years.Length > 1 && !YearRange().IsMatch(folded));
    }

    // 是不是, 已经…了吧: what is said is to be confirmed.
    [GeneratedRegex("是不是|是否|对吗|对不对|对吧|是吗|真的吗|已经.{0,24}(了吧|了吗|吧|了)$|了吧[?]?$|是真的|有没有达到|is it true|isn't it|right[?]$")]
    private static partial Regex Confirmed();

    // 比2021年多, 较上年: two years side by side.
    [GeneratedRegex("(比|跟|和|与|较)(19|20)?\\d\\d(年|多|少|高|低|快|慢|增|涨)|(多|少|高|低|快|慢)了?还是")]
    private static partial Regex AgainstYear();

    [GeneratedRegex("哪(一|几)?(个|座|些)?(市|县|区|省|城市|地区|地方|地市|地)[^,。]{0,30}(最|前[二三五两十]|领先|靠前|靠后|垫底|排)|(最高|最低|最多|最少|最大|最小|最快|最慢|领先)的?(是|为)?(哪|谁)|谁(的)?[^,。]{0,16}最(高|低|多|少|大|小|快)|(各市|各地|各县|各区|各城市|几个(市|地区|城市)|所有(市|地区|城市))[^。]{0,24}(排序|排名|排一?下|排列|从高到低|从低到高)|排(个|一下)序|从(高到低|低到高|多到少)|which (city|county|region|place|district|province)\\b.*\\b(highest|lowest|most|least|largest|smallest|fewest)|rank (the|all) ")]
    private static partial Regex Ordered();

    // 哪些市的投入强度高于全省平均: places are asked for, not their numbers.
    [GeneratedRegex("哪(些|几个?|[二三四五六七八九十两]个?)(市|县|区|省|城市|地区|地方|行业|产业|企业|单位)")]
    private static partial Regex PlacesListed();

    [GeneratedRegex("多少|百分之几|各是|分别|[占达]几|几(家|个百分点|亿|万)")]
    private static partial Regex Amounts();

    // 绍兴和杭州哪个市高企多.
    [GeneratedRegex("(哪|谁)[^,。]{0,30}(多|少|高|低|大|小|强|弱|快|慢|领先|靠前)([?]|$)|which[^,.]{0,60}(more|higher|larger|fewer|lower)")]
    private static partial Regex WhichOfThem();

    [GeneratedRegex("什么|啥|怎么|如何|能不能|可以|有没有|吗|政策|给不给|办法|support|loan|subsid|grant|voucher|fund")]
    private static partial Regex WantsSupport();

    [GeneratedRegex(@"(19|20)?\d\d年?(-|到|至|~)(19|20)?\d\d")]
    private static partial Regex YearRange();
}
