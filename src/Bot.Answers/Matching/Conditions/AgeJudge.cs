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

    private static bool? Settled(bool isSurelyMet, bool isSurelyNot) => isSurelyMet ? true : isSurelyNot ? false : null;

    private static DateOnly? Threshold(DateOnly today, decimal value, string unit) => unit switch
    {
        "个月" or "月" => today.AddMonths(-(int)value),
        _ when value is > 0 and < 200 => today.AddMonths(-(int)(value * 12)),
        _ => null,
    };
}
