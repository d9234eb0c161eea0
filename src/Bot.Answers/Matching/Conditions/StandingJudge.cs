using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>规上, 高新技术企业, 省级研发机构: by the sizes and standings told, what they bring with them and what they rule out.</summary>
internal sealed partial class StandingJudge(MatchVocabulary vocabulary)
{
    // No line of business counts a firm with less revenue a year among those above the size limit (规模以上).
    private const decimal LeastAboveLimit = 5_000_000m;
    private const decimal HundredMillion = 100_000_000m;

    private enum Fit
    {
        Unknown,
        Yes,
        No,
    }

    /// <param name="before">The words right before the clause, which may take it back (非, 不含).</param>
    /// <param name="after">Those right behind it (除外, 不适用).</param>
    public ConditionMatch Judge(ConditionMatch match, string before, string after, EnterpriseProfile profile)
    {
        var alternatives = match.Condition.Words.Select(w => (Word: w, Found: Of(w, match.Clause, profile))).ToList();
        var isNegated = match.Condition.Operator == ConditionOperator.NotIn || Negations.Around(before, after);
        if (alternatives.Find(a => a.Found.Fit == Fit.Yes) is { Found.Because: { } because })
            return match with { Verdict = isNegated ? ConditionVerdict.NotMet : ConditionVerdict.Met, Told = because };
        if (alternatives.TrueForAll(a => a.Found.Fit == Fit.No))
            return match with { Verdict = isNegated ? ConditionVerdict.Met : ConditionVerdict.NotMet, Told = alternatives[0].Found.Because };
        var open = alternatives.First(a => a.Found.Fit == Fit.Unknown).Word;
        return match with { Missing = new MissingFact(match.Condition.Kind == ConditionKind.Size ? ProfileFact.Size : ProfileFact.Standing, open) };
    }

    /// <summary>首次认定, 新认定, 重新认定: by how the standing that the measure asks for was come by.</summary>
    public static ConditionMatch JudgeFirstTime(ConditionMatch match, Measure measure, EnterpriseProfile profile, DateOnly today)
    {
        var asked = measure.Conditions
            .Where(c => c.Kind is ConditionKind.Recognition or ConditionKind.Platform && (c.Branch == match.Condition.Branch || c.Branch == 0))
            .SelectMany(c => c.Words).Where(w => StandingName.Of(w).Name.Length > 0).ToList();
        var told = profile.Standings.FirstOrDefault(s => s.IsHeld && s.Kind != ConditionKind.Size && (asked.Count == 0 || asked.Exists(a => IsSame(a, s.Name))));
        if (told is null)
        {
            return profile.Standings.FirstOrDefault(s => !s.IsHeld && asked.Exists(a => IsSame(a, s.Name))) is { } denied
                ? match with { Verdict = ConditionVerdict.NotMet, Told = NotHeld(denied.Name) }
                : match with { Missing = new MissingFact(ProfileFact.Standing, asked.FirstOrDefault()) };
        }

        // 新认定 is read as for the first time; its own words say more.
        var words = match.Condition.Words.Any(w => Renewal().IsMatch(w)) ? string.Concat(match.Condition.Words) : match.Clause;
        bool? isMet = told.Acquired switch
        {
            null => null,
            Acquisition.Renewed => Renewal().IsMatch(words) ? true : FirstOrNew().IsMatch(words) ? false : null,
            _ when Renewal().IsMatch(words) => told.Acquired == Acquisition.First ? false : null,
            Acquisition.First => true,
            _ => FirstOnly().IsMatch(words) ? null : true,
        };
        // A reward for the first time is for the year it came in; what was won long ago was rewarded long ago.
        if (isMet == true && told.Year < today.Year - 1)
            isMet = null;
        return isMet switch
        {
            true => match with { Verdict = ConditionVerdict.Met, Told = How(told) },
            false => match with { Verdict = ConditionVerdict.NotMet, Told = How(told) },
            null => match with { Missing = new MissingFact(ProfileFact.Acquisition, told.Name) },
        };
    }

    private (Fit Fit, Bilingual? Because) Of(string written, string clause, EnterpriseProfile profile)
    {
        var asked = StandingName.Of(written);
        // 国家级 alone says no more than a level.
        if (asked.Name.Length == 0)
            return (Fit.Unknown, null);
        asked = asked with { IsOrHigher = asked.IsOrHigher || OrHigher().IsMatch(clause) };
        foreach (var told in profile.Standings)
        {
            var held = StandingName.Of(told.Name);
            var entry = vocabulary.Standings.FirstOrDefault(s => s.Name == held.Name);
            if (!told.IsHeld)
            {
                // Who isn't even the wider thing isn't the narrower one.
                if (held.Name == asked.Name || vocabulary.Standings.Any(s => s.Name == asked.Name && s.Brings.Contains(held.Name)))
                    return (Fit.No, NotHeld(told.Name));
                continue;
            }

            var because = new Bilingual(told.Name, told.Name);
            // Some are of one level only: 国家高新技术企业.
            if (entry?.Brings.Contains(written) == true)
                return (Fit.Yes, because);
            if (entry?.Brings.Contains(asked.Name) == true)
                return (asked.Lowest is null ? Fit.Yes : Fit.Unknown, because);
            if (held.Name == asked.Name)
                return (held.Reaches(asked) switch { true => Fit.Yes, false => Fit.No, null => Fit.Unknown }, because);
            if (entry?.RulesOut.Contains(asked.Name) == true)
                return (Fit.No, because);
        }

        return BySize(asked.Name, profile);
    }

    private static bool IsSame(string one, string other) => StandingName.Of(one).Name == StandingName.Of(other).Name;

    private static (Fit, Bilingual?) BySize(string word, EnterpriseProfile profile)
    {
        var revenue = profile.Quantities.Where(q => q.Of == ProfileQuantity.Revenue && !q.IsAbout).OrderByDescending(q => q.Year).FirstOrDefault();
        if (revenue is null)
            return (Fit.Unknown, null);
        var because = MatchWording.Fact(revenue);
        return word switch
        {
            "规模以上企业" when revenue.Value < LeastAboveLimit => (Fit.No, because),
            "亿元以上企业" => (revenue.Value >= HundredMillion ? Fit.Yes : Fit.No, because),
            _ => (Fit.Unknown, null),
        };
    }

    private static Bilingual NotHeld(string name) => new("不是" + name, "not " + name);

    private static Bilingual How(ToldStanding told)
    {
        var (chinese, english) = told.Acquired switch
        {
            Acquisition.First => ("首次", "for the first time"),
            Acquisition.Renewed => ("重新认定", "renewed"),
            _ => ("新获", "lately"),
        };
        return new($"{told.Name}（{chinese}）", $"{told.Name} ({english})");
    }

    [GeneratedRegex("重新|复审|复核|再次|期满")]
    private static partial Regex Renewal();

    [GeneratedRegex("首次|第一次|首|新")]
    private static partial Regex FirstOrNew();

    [GeneratedRegex("首次|第一次|首度")]
    private static partial Regex FirstOnly();

    [GeneratedRegex("级(?:及|及其)?以上")]
    private static partial Regex OrHigher();
}
