using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>研发费用500万元以上, 研发人员占比不低于10%, 发明专利5件: by the numbers that were told.</summary>
internal static partial class QuantityJudge
{
    /// <param name="before">The words right before the clause: whose number is asked for may stand there.</param>
    public static ConditionMatch Judge(ConditionMatch match, string before, EnterpriseProfile profile, DateOnly today)
    {
        // Several years together: one year's number settles nothing. Nor does the firm's own what others, or staff abroad, must reach.
        if (SeveralYears().IsMatch(match.Clause) || OfOthers.Are(before + match.Clause) || (match.Condition.Kind == ConditionKind.Staff && Abroad().IsMatch(before + match.Clause)))
            return match;
        // 境外发明专利: what was told is of here until it is told otherwise.
        if (match.Condition.Kind == ConditionKind.IntellectualProperty && Abroad().IsMatch(match.Clause) && !match.Clause.Contains("国内", StringComparison.Ordinal) && !match.Clause.Contains("PCT", StringComparison.OrdinalIgnoreCase))
            return match;
        var facts = new ProfileNumbers(profile, today);
        var found = match.Condition.Kind switch
        {
            ConditionKind.RdShare => facts.RdShare(match.Clause),
            ConditionKind.RdGrowth => facts.RdGrowth(match.Clause),
            ConditionKind.RdStaffShare => facts.RdStaffShare(),
            ConditionKind.IntellectualProperty => facts.Property(match.Condition.Words),
            ConditionKind.Staff => facts.Of(RdPeople().IsMatch(match.Clause) ? ProfileQuantity.RdStaff : ProfileQuantity.Staff, match.Clause),
            ConditionKind.Revenue when match.Condition.Unit == "%" => facts.RevenueGrowth(match.Clause),
            ConditionKind.Revenue => facts.Of(ProfileQuantity.Revenue, match.Clause),
            _ => facts.Of(ProfileQuantity.RdSpending, match.Clause),
        };
        return Settle(match, found);
    }

    /// <summary>研发费用较上年增长, without a number: any growth is enough.</summary>
    public static ConditionMatch JudgeGrowth(ConditionMatch match, EnterpriseProfile profile, DateOnly today)
    {
        var found = new ProfileNumbers(profile, today).RdGrowth(match.Clause);
        return found.Value is { } growth
            ? match with { Verdict = growth > 0 || (growth == 0 && NotLess().IsMatch(match.Clause)) ? ConditionVerdict.Met : ConditionVerdict.NotMet, Told = found.Told }
            : match with { Missing = found.Missing };
    }

    /// <summary>研发人员达到20 FTE: by full-time equivalents.</summary>
    public static ConditionMatch JudgeFullTime(ConditionMatch match, Match asked, EnterpriseProfile profile, DateOnly today)
    {
        var found = new ProfileNumbers(profile, today).Of(ProfileQuantity.RdFte, match.Clause);
        if (found.Value is not { } value)
            return match with { Missing = found.Missing };
        var least = decimal.Parse(asked.Groups["n"].Value, CultureInfo.InvariantCulture);
        return match with { Verdict = value >= least ? ConditionVerdict.Met : ConditionVerdict.NotMet, Told = found.Told };
    }

    /// <summary>By a number that was found, or what is missing for one.</summary>
    public static ConditionMatch Settle(ConditionMatch match, ProfileNumbers.Found found)
    {
        if (found.Value is not { } value)
            return match with { Missing = found.Missing };
        return Compare(match.Condition, value, found.IsAbout) switch
        {
            true => match with { Verdict = ConditionVerdict.Met, Told = found.Told },
            false => match with { Verdict = ConditionVerdict.NotMet, Told = found.Told },
            null => match with { Told = found.Told },
        };
    }

    private static bool? Compare(MeasureCondition condition, decimal value, bool isAbout)
    {
        if (condition.Value is not { } asked)
            // 较上年增长, 拥有发明专利: any is enough.
            return condition.Kind is ConditionKind.RdGrowth or ConditionKind.IntellectualProperty ? value > 0 : null;
        var bound = Yuan.Of(asked, condition.Unit) ?? asked;
        // About 500万 neither reaches nor misses 500万.
        if (isAbout && Math.Abs(value - bound) <= bound * 0.1m)
            return null;
        return condition.Operator switch
        {
            ConditionOperator.AtLeast => value >= bound,
            ConditionOperator.MoreThan => value > bound,
            ConditionOperator.AtMost => value <= bound,
            ConditionOperator.LessThan => value < bound,
            _ => null,
        };
    }

    [GeneratedRegex("境外|国外|海外|国际|美国|欧盟|欧洲|日本|韩国")]
    private static partial Regex Abroad();

    [GeneratedRegex("不下降|不降低|不减少")]
    private static partial Regex NotLess();

    [GeneratedRegex("研发人员|科研人员|科技人员|专职研发|研发团队")]
    private static partial Regex RdPeople();

    [GeneratedRegex("[近前][一二两三四五1-5]个?(?:会计|完整)?年度?(?!度?末)(?<!近一年)(?<!前一年度?)|累计|连续[两二三四五2-5]年|年均|平均|复合")]
    private static partial Regex SeveralYears();
}
