using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Holds one condition against what was told. What wasn't told is never taken as met.</summary>
internal sealed partial class ConditionJudge(MatchVocabulary vocabulary)
{
    private const int LookBack = 6;
    private const int LookFar = 24;
    private const int RefusedWithin = 16;
    private const int FarRefusedWithin = 40;

    private readonly StandingJudge _standings = new(vocabulary);
    private readonly SectorJudge _sectors = new(vocabulary);
    private readonly DeclarationJudge _declarations = new(vocabulary);
    private readonly OtherNumberJudge _others = new(vocabulary);
    private readonly DeedJudge _deeds = new(vocabulary);
    private readonly ExclusionJudge _exclusions = new(vocabulary);

    public ConditionMatch Judge(FoundMeasure measure, MeasureCondition condition, EnterpriseProfile profile, DateOnly today)
    {
        var match = new ConditionMatch(condition, measure.WordsAt(condition.Span) + Taken(measure, condition), ConditionVerdict.ToConfirm);
        // 投资总额10亿元以上的重大项目一事一议，不适用本标准: who is above is left out, however far behind that is said.
        if (LeftOut(measure, match) is { Length: > 0 } leftOut)
            return Turned(Judge(measure, match, profile, today)) with { Clause = match.Clause + leftOut };
        // 设备（含软件）| 投资额300万元以上: what was cut in two in its midst is judged as the one it is.
        return Halves.Of(measure, condition) is { } whole
            ? Judge(measure, match with { Condition = whole.Condition, Clause = whole.Clause }, profile, today) with { Condition = condition, Clause = match.Clause }
            : Judge(measure, match, profile, today);
    }

    // Only where the reader took the number as it stands: 以上 as at least.
    private static string LeftOut(FoundMeasure measure, ConditionMatch match) =>
        match.Condition is { Value: not null, Operator: ConditionOperator.AtLeast or ConditionOperator.MoreThan } && Above().IsMatch(match.Clause)
            ? FarRefused().Match(measure.After(match.Condition.Span, FarRefusedWithin)).Value
            : "";

    private static ConditionMatch Turned(ConditionMatch match) => match.Verdict switch
    {
        ConditionVerdict.Met => match with { Verdict = ConditionVerdict.NotMet },
        ConditionVerdict.NotMet => match with { Verdict = ConditionVerdict.Met },
        _ => match,
    };

    private ConditionMatch Judge(FoundMeasure measure, ConditionMatch match, EnterpriseProfile profile, DateOnly today)
    {
        var condition = match.Condition;
        if (IsNotWritten(condition, match.Clause))
            return match with { Verdict = ConditionVerdict.NotWritten };
        var before = measure.Before(condition.Span, LookBack);
        var after = measure.After(condition.Span, LookBack);
        var judged = condition.Kind switch
        {
            _ when FullTime().Match(match.Clause) is { Success: true } staff => QuantityJudge.JudgeFullTime(match, staff, profile, today),
            _ when FiscalYears().Match(match.Clause + after) is { Success: true } years => AgeJudge.JudgeFiscalYears(match, years, profile, today),
            ConditionKind.Region => RegionJudge.Judge(match, measure, profile),
            _ when IsStanding(condition) => _standings.Judge(match, before, after, profile, NamedBeside(measure.Measure, condition)),
            ConditionKind.FirstTime => _deeds.JudgeFirstTime(
                StandingJudge.JudgeFirstTime(match, before, measure.OwnWords(), measure.Measure, profile, today), measure.After(condition.Span, LookFar), profile, today),
            ConditionKind.Age => AgeJudge.Judge(match, profile, today),
            ConditionKind.Sector => _sectors.Judge(match, before, after, profile),
            ConditionKind.RdSpending or ConditionKind.Revenue or ConditionKind.Staff or ConditionKind.RdShare or ConditionKind.RdGrowth
                or ConditionKind.RdStaffShare or ConditionKind.IntellectualProperty => QuantityJudge.Judge(match, before, profile, today),
            _ when condition.Value is null && IsRdGrowth(measure, condition, match.Clause) => QuantityJudge.JudgeGrowth(match, profile, today),
            ConditionKind.Other when condition.Value is not null => _others.Judge(match, profile, today),
            ConditionKind.Credit or ConditionKind.Other => _declarations.Judge(match, profile),
            _ => match,
        };
        return condition.Kind is ConditionKind.Other or ConditionKind.Credit or ConditionKind.IntellectualProperty ? ByWords(judged, profile)
            // What the reader made nothing of is still left out by its kind (旅游商品展销会除外).
            : condition.Kind == ConditionKind.Unread ? _exclusions.Judge(judged, profile)
            : judged;
    }

    private ConditionMatch ByWords(ConditionMatch judged, EnterpriseProfile profile) =>
        judged.Condition.Value is not null ? LabelledNumberJudge.Judge(judged, profile)
        : _exclusions.Judge(_deeds.Judge(LabelledNumberJudge.Judge(judged, profile), profile), profile);

    private bool IsStanding(MeasureCondition condition) => !condition.Words.IsEmpty && condition.Kind switch
    {
        ConditionKind.Size or ConditionKind.Recognition or ConditionKind.Platform => true,
        // 民营企业: of no kind of its own, and known all the same.
        ConditionKind.Other => condition.Words.All(w => vocabulary.Standings.Any(s => s.Name == StandingName.Of(w).Name)),
        _ => false,
    };

    // 单笔贷款在50万元以下的不予受理: without its end the number would read the other way round.
    private static string Taken(FoundMeasure measure, MeasureCondition condition) =>
        condition.Value is not null && Refused().Match(measure.After(condition.Span, RefusedWithin)) is { Success: true } refused ? refused.Value : "";

    // 经国家认定的首台（套）: the level stands by itself, what it is of beside it.
    private static ImmutableArray<string> NamedBeside(Measure measure, MeasureCondition condition) =>
    [
        .. measure.Conditions
            .Where(c => c != condition && c.Kind is ConditionKind.Recognition or ConditionKind.Platform && (c.Branch == condition.Branch || c.Branch == 0))
            .SelectMany(c => c.Words).Select(w => StandingName.Of(w).Name).Where(n => n.Length > 0),
    ];

    // 研发费用…且较上年度实现增长: no number, yet written clearly.
    private static bool IsRdGrowth(FoundMeasure measure, MeasureCondition condition, string clause) =>
        condition.Kind is ConditionKind.Other or ConditionKind.Unread
        && Growth().IsMatch(clause) && (clause.Contains("研发", StringComparison.Ordinal) || measure.Before(condition.Span, 4 * LookBack).Contains("研发", StringComparison.Ordinal));

    // 达到一定规模, 具体条件另行制定: something is required, and not how much.
    private static bool IsNotWritten(MeasureCondition condition, string clause) => condition.Kind switch
    {
        _ when condition.Value is null && Elsewhere().IsMatch(clause) => true,
        ConditionKind.RdSpending or ConditionKind.RdShare or ConditionKind.Revenue or ConditionKind.Staff or ConditionKind.RdStaffShare
            or ConditionKind.Age => condition.Value is null && condition.Operator == ConditionOperator.None && !HasOwnMeasure().IsMatch(clause),
        _ => false,
    };

    [GeneratedRegex("^[^，,。；;]{0,6}(?:不予|不适用|除外|不得|不享受|不纳入)[^，,。；;]{0,6}")]
    private static partial Regex Refused();

    [GeneratedRegex("以上$|超过")]
    private static partial Regex Above();

    [GeneratedRegex("^的[^。；;]{0,30}?(?:不适用|不予(?:支持|受理|补助|资助|奖励)|不纳入|不享受)[^。；;，,]{0,10}")]
    private static partial Regex FarRefused();

    // 研发人员达到20 FTE及以上: full-time equivalents are no heads.
    [GeneratedRegex(@"(?:达到?|不低于|不少于|超过)\s?(?<n>\d+(?:\.\d+)?)\s?(?:FTE|人年)|(?<n>\d+(?:\.\d+)?)\s?(?:FTE|人年)(?:及以上|以上)", RegexOptions.IgnoreCase)]
    private static partial Regex FullTime();

    [GeneratedRegex("成立(?:已?满|达到?|超过)(?<n>[1-9一二两三四五])个?(?:完整)?的?会计年度")]
    private static partial Regex FiscalYears();

    [GeneratedRegex("(?:较|比|同比)[^,，;；。]{0,8}(?:增长|增加|提高|不下降|不降低|不减少)|正增长|实现增长|增长的?$")]
    private static partial Regex Growth();

    // 较上年增长, 首次超过: compared with something written, though no number is.
    [GeneratedRegex("增长|增加|高于|上年|不低于上|[0-9]")]
    private static partial Regex HasOwnMeasure();

    [GeneratedRegex("另行(?:制定|规定|通知|公布|明确|发布)|一定(?:规模|条件|标准|比例|数量|水平|金额)|由.{2,12}(?:确定|认定)的(?:条件|标准)|规定的(?:其他)?条件|其他(?:条件|要求)")]
    private static partial Regex Elsewhere();
}
