using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>
/// 建设期不超过24个月, 资产负债率不高于70%: numbers that no other part of a profile keeps, by the words that name them both in the condition and
/// in what was told (建设期18个月).
/// </summary>
internal static partial class LabelledNumberJudge
{
    // 在潍坊工作了8个月: how far behind its name the number may stand.
    private const int Reach = 4;
    private const int MonthsOfYear = 12;

    // 在潍工作: the end of what the reader cut off before it.
    private const int CutOff = 3;

    public static ConditionMatch Judge(ConditionMatch match, EnterpriseProfile profile)
    {
        if (match.Verdict != ConditionVerdict.ToConfirm || match.Missing is not null || Asked(match) is not var (label, number, op) || Names(label) is not { Count: > 0 } names)
            return match;
        var asked = match.Condition with { Value = number.Value, Unit = "", Operator = op };
        if (Told(profile, names, number.Unit) is not { } told)
            return match;
        var fact = new Bilingual(told.Words, told.Words);
        return QuantityJudge.Settle(match with { Condition = asked }, new ProfileNumbers.Found(told.Value, fact, told.IsAbout, null)) with { Condition = match.Condition };
    }

    private readonly record struct Measured(decimal Value, string Unit);

    private readonly record struct ToldNumber(decimal Value, bool IsAbout, string Words);

    // What the reader didn't take apart is taken apart here: 建设期不超过24个月.
    private static (string Label, Measured Number, ConditionOperator Operator)? Asked(ConditionMatch match)
    {
        var clause = TextFolding.Fold(match.Clause);
        var numbers = NumberScanner.Scan(clause).Where(n => n.Kind is NumberKind.Quantity or NumberKind.PerCent).ToList();
        if (numbers is not [var written] || UnitOf(clause, written) is not { } number)
            return null;
        var (before, after) = (clause[..written.Span.Start], clause[written.Span.End..]);
        ConditionOperator? op = match.Condition.Operator is not (ConditionOperator.None or ConditionOperator.In or ConditionOperator.NotIn) ? match.Condition.Operator
            : AtMost().IsMatch(before) || Below().IsMatch(after) ? ConditionOperator.AtMost
            : AtLeast().IsMatch(before) || Above().IsMatch(after) ? ConditionOperator.AtLeast
            : null;
        return op is { } known ? (Comparing().Replace(before, ""), number, known) : null;
    }

    // 国有资本占比 is told as 国有资本, 潍工作 (the place cut off) as 工作.
    private static List<string> Names(string label)
    {
        var name = Leading().Replace(label, "");
        var core = Trailing().Replace(name, "");
        return [.. new[] { name, core, core.Length == CutOff ? core[1..] : "" }.Where(n => n.Length > 1).Distinct()];
    }

    private static ToldNumber? Told(EnterpriseProfile profile, List<string> names, string unit)
    {
        // 无国有资本: none of it is a number, too.
        if (profile.Declarations.FirstOrDefault(d => d.StartsWith('无') && names.Contains(d[1..])) is { } none)
            return new ToldNumber(0, IsAbout: false, none);
        foreach (var name in names)
        {
            foreach (var deed in profile.Deeds)
            {
                var end = deed.IndexOf(name, StringComparison.Ordinal) + name.Length;
                if (end < name.Length)
                    continue;
                var written = NumberScanner.Scan(deed).Where(n => n.Span.Start >= end && n.Range == NumberRange.None && n.Kind is NumberKind.Quantity or NumberKind.PerCent).ToList();
                if (written is [var first, ..] && first.Span.Start - end <= Reach && !Parting().IsMatch(deed[end..first.Span.Start]) && UnitOf(deed, first) is { } number && number.Unit == unit)
                    return new ToldNumber(number.Value, About().IsMatch(deed[..first.Span.Start]) || AboutBehind().IsMatch(deed[first.Span.End..]), deed);
            }
        }

        return null;
    }

    // Money in yuan, time in months.
    private static Measured? UnitOf(string text, WrittenNumber number)
    {
        if (number.Kind == NumberKind.PerCent)
            return new Measured(number.Value, "%");
        var unit = Unit().Match(text, number.Span.End);
        return unit.Success switch
        {
            false => null,
            _ when unit.Groups["money"].Success => new Measured(number.Scaled, "元"),
            _ when unit.Groups["month"].Success => new Measured(number.Scaled, "个月"),
            _ when unit.Groups["year"].Success => new Measured(number.Scaled * MonthsOfYear, "个月"),
            _ when unit.Groups["people"].Success => new Measured(number.Scaled, "人"),
            _ => new Measured(number.Scaled, unit.Value),
        };
    }

    [GeneratedRegex(@"\G(?:(?<money>元)|(?<month>个月|月)|(?<year>个?年|周年)|(?<people>个人|人|名|位)|平方米|家|户|件|项|台|套|次|期|小时|天|个)")]
    private static partial Regex Unit();

    [GeneratedRegex("(?:不超过|不多于|不高于|不大于|不长于|至多|最多|最长|控制在|在)$")]
    private static partial Regex AtMost();

    [GeneratedRegex("(?:不少于|不低于|不短于|不小于|至少|达到?|满|超过|高于|大于)$")]
    private static partial Regex AtLeast();

    [GeneratedRegex("^[^,。;]{0,3}(?:以内|以下|之内|及以下)")]
    private static partial Regex Below();

    [GeneratedRegex("^[^,。;]{0,3}(?:以上|及以上)")]
    private static partial Regex Above();

    [GeneratedRegex("(?:应当?|须|必须|原则上|累计|合计)*(?:不超过|不多于|不高于|不大于|不长于|至多|最多|最长|控制在|不少于|不低于|不短于|不小于|至少|达到?|已?满|超过|高于|大于|低于|少于|不足|未满|在)*$")]
    private static partial Regex Comparing();

    [GeneratedRegex("^.*[,，、和及且]|^(?:上一?年度?|当年|年度|企业|单位|项目|申报|其|的)+")]
    private static partial Regex Leading();

    [GeneratedRegex("(?:所占|占)?(?:比例|比重|占比|占股|股比|额度?|金额|时间|期限|总数|数量|人数|个数|的)+$")]
    private static partial Regex Trailing();

    [GeneratedRegex("[,和及、比较]|增|减|降|目标|计划")]
    private static partial Regex Parting();

    [GeneratedRegex("(?:约|大约|大概|差不多|将近|接近|近|超过|超|不到|不足|至少)$")]
    private static partial Regex About();

    [GeneratedRegex("^(?:个?月|年|万?元)?(?:左右|上下|出头|多|以上|不到)")]
    private static partial Regex AboutBehind();
}
