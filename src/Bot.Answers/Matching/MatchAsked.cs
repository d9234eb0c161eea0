using System.Text.RegularExpressions;
using Bot.Answers.Understanding;

namespace Bot.Answers.Matching;

/// <summary>Tells questions for support that an enterprise could get from those about what a document or a report says.</summary>
internal static partial class MatchAsked
{
    private const int Many = 4;

    /// <param name="told">What the question tells of an enterprise.</param>
    public static bool Is(QuestionReading reading, EnterpriseProfile told)
    {
        // 襄阳和漳州哪边给得多: documents are held against each other, not against an enterprise.
        if (reading.Kind is QuestionKind.Comparison && !reading.IsSelf && reading.Regions.Count(r => !r.IsGuess) > 1)
            return false;
        // Whoever tells this much of an enterprise and asks for support asks what it gets, however the words are put.
        if (Facts(told) >= Many && reading.Kind is not (QuestionKind.Injection or QuestionKind.Contact or QuestionKind.Greeting or QuestionKind.Thanks) && Support().IsMatch(reading.Folded))
            return true;
        if (reading.Kind is not (QuestionKind.Measure or QuestionKind.Figure or QuestionKind.Open or QuestionKind.List or QuestionKind.Comparison) || IsStatistics(reading))
            return false;
        var tells = reading.IsSelf || (!reading.AsksWho && (Tells(told) || Doing().IsMatch(reading.Folded)));
        if (reading.Kind == QuestionKind.Measure)
            return !reading.IsPremise || tells;
        return tells && (reading.AsksSupport || Support().IsMatch(reading.Folded));
    }

    private static int Facts(EnterpriseProfile told) =>
        told.Quantities.Length + told.Standings.Length + told.Sectors.Length + told.Declarations.Length + (told.Founded is null ? 0 : 1);

    private static bool Tells(EnterpriseProfile told) =>
        !told.Quantities.IsEmpty || !told.Standings.IsEmpty || !told.Sectors.IsEmpty || told.Founded is not null;

    // 那2020年的目标呢, 去年发放了多少创新券: a plan's or a result's figure, not what one gets.
    private static bool IsStatistics(QuestionReading reading) =>
        Target().IsMatch(reading.Folded) || (!reading.IsSelf && Statistics().IsMatch(reading.Folded));

    // 企业首次通过…认可，奖励多少: what a firm did, and what it gets for it.
    [GeneratedRegex("(?:企业|公司|单位|工厂|厂)[^。;?]{0,24}(?:获得|取得|获评|通过|入选|参加|购买|投保|委托|主导|制定|引进|首次|新认定|买|租|贷|付)|\\b(?:firm|company|enterprise|startup|start-up|sme|business|factory|manufacturer)\\b")]
    private static partial Regex Doing();

    [GeneratedRegex("补|奖|资助|贴|给|扶持|贴息|券|优惠|减免|政策|支持|能拿|能领|能享|享受|配套|担保|申请|申报|给多少|reward|grant|subsid|support|voucher|incentive|relief|fund|eligible|qualif")]
    private static partial Regex Support();

    [GeneratedRegex("目标|规划|指标|\\btargets?\\b|\\bgoals?\\b")]
    private static partial Regex Target();

    [GeneratedRegex("发放了|兑现了|使用了|安排了|支出了|累计|总额|总量|共有|惠及|多少家|几家|多少户|多少项|全市|全省|全区|how many")]
    private static partial Regex Statistics();
}
