using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>成立不超过5年: by the day, year or stretch of time that was told.</summary>
internal static class AgeJudge
{
    public static ConditionMatch Judge(ConditionMatch match, EnterpriseProfile profile, DateOnly today)
    {
        if (profile.Founded is not { } founded)
            return match with { Missing = new MissingFact(ProfileFact.Founded) };
        if (match.Condition.Value is not { } value || Threshold(today, value, match.Condition.Unit) is not { } day)
            return match;
        var told = new Bilingual(founded.Told, founded.Told);
        bool? isMet = match.Condition.Operator switch
        {
            ConditionOperator.AtMost => Settled(founded.Earliest >= day, founded.Latest < day),
            ConditionOperator.LessThan => Settled(founded.Earliest > day, founded.Latest <= day),
            ConditionOperator.AtLeast => Settled(founded.Latest <= day, founded.Earliest > day),
            ConditionOperator.MoreThan => Settled(founded.Latest < day, founded.Earliest >= day),
            _ => null,
        };
        return isMet switch
        {
            true => match with { Verdict = ConditionVerdict.Met, Told = told },
            false => match with { Verdict = ConditionVerdict.NotMet, Told = told },
            null => match with { Told = told, Missing = new MissingFact(ProfileFact.Founded) },
        };
    }

    /// <summary>成立满两个完整会计年度: so many calendar years lie whole between the founding and this one.</summary>
    public static ConditionMatch JudgeFiscalYears(ConditionMatch match, Match asked, EnterpriseProfile profile, DateOnly today)
    {
        if (profile.Founded is not { } founded)
            return match with { Missing = new MissingFact(ProfileFact.Founded) };
        var last = today.Year - 1 - NumberScanner.Scan(asked.Groups["n"].Value + "个")[0].Scaled;
        // Founded on the first of January the year is whole.
        decimal YearBefore(DateOnly day) => day is { Month: 1, Day: 1 } ? day.Year - 1 : day.Year;
        var told = new Bilingual(founded.Told, founded.Told);
        return Settled(founded.Latest.Year <= last, YearBefore(founded.Earliest) > last) switch
        {
            true => match with { Verdict = ConditionVerdict.Met, Told = told },
            false => match with { Verdict = ConditionVerdict.NotMet, Told = told },
            null => match with { Told = told, Missing = new MissingFact(ProfileFact.Founded) },
        };
    }

    private static bool? Settled(bool isSurelyMet, bool isSurelyNot) => isSurelyMet ? true : isSurelyNot ? false : null;

    private static DateOnly? Threshold(DateOnly today, decimal value, string unit) => unit switch
    {
        "个月" or "月" => today.AddMonths(-(int)value),
        _ when value is > 0 and < 200 => today.AddMonths(-(int)(value * 12)),
        _ => null,
    };
}
