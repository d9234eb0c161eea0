using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>规上, 高新技术企业, 省级研发机构: by the sizes and standings told, what they bring with them and what they rule out.</summary>
internal sealed partial class StandingJudge(MatchVocabulary vocabulary)
{
    // No line of business counts a firm with less revenue a year among those above the size limit (规模以上).
    private const decimal LeastAboveLimit = 5_000_000m;
    private const decimal HundredMillion = 100_000_000m;

    private const string PrivateFirm = "民营";
    private const string PrivateEnterprise = "民营企业";
    private const string TechFirm = "科技企业";
    private const string TechEnterprise = "科技型企业";

    // 首次 alone may be of anything; 首次认定 is of something won.
    private const int LeastNamed = 2;

    private enum Fit
    {
        Unknown,
        Yes,
        No,
    }

    /// <param name="before">The words right before the clause, which may take it back (非, 不含).</param>
    /// <param name="beside">Usual names that the same case asks for as well: a level by itself is theirs.</param>
    /// <param name="after">Those right behind it (除外, 不适用).</param>
    public ConditionMatch Judge(ConditionMatch match, string before, string after, EnterpriseProfile profile, ImmutableArray<string> beside)
    {
        var alternatives = match.Condition.Words.SelectMany(w => FirstOfKind.Named(w, match.Clause)).Distinct().Select(w => (Word: w, Found: Of(w, match.Clause, profile, beside))).ToList();
        var isNegated = match.Condition.Operator == ConditionOperator.NotIn || Negations.Around(before, after) || Negations.Opens(match.Clause);
        if (alternatives.Find(a => a.Found.Fit == Fit.Yes) is { Found.Because: { } because })
            return match with { Verdict = isNegated ? ConditionVerdict.NotMet : ConditionVerdict.Met, Told = because };
        if (alternatives.TrueForAll(a => a.Found.Fit == Fit.No))
            return match with { Verdict = isNegated ? ConditionVerdict.Met : ConditionVerdict.NotMet, Told = alternatives[0].Found.Because };
        var open = alternatives.First(a => a.Found.Fit == Fit.Unknown).Word;
        return match with { Missing = new MissingFact(match.Condition.Kind == ConditionKind.Size || vocabulary.Standings.Any(s => s.Name == open && s.Kind == ConditionKind.Size) ? ProfileFact.Size : ProfileFact.Standing, open) };
    }

    /// <summary>首次认定, 新认定, 重新认定: by how the standing that the measure asks for was come by.</summary>
    /// <param name="before">The words right before: the year it must be of (2025年首次).</param>
    /// <param name="words">The measure's own.</param>
    public static ConditionMatch JudgeFirstTime(ConditionMatch match, string before, string words, Measure measure, EnterpriseProfile profile, DateOnly today)
    {
        var own = Standings(measure, b => b == match.Condition.Branch || b == 0);
        var asked = own.Count > 0 ? own : Standings(measure, _ => true);
        // What must be won for the first time wasn't read: it is what is told only where the measure names it. 首次填报报表 names nothing that is won.
        if (asked.Count == 0)
            asked = [.. profile.Standings.Select(s => StandingName.Of(s.Name).Name).Where(n => match.Clause.Length > LeastNamed && words.Contains(n, StringComparison.Ordinal))];
        if (asked.Count == 0)
            return match;
        var told = profile.Standings.FirstOrDefault(s => s.IsHeld && s.Kind != ConditionKind.Size && asked.Exists(a => IsSame(a, s.Name)));
        if (told is null)
        {
            return profile.Standings.FirstOrDefault(s => !s.IsHeld && asked.Exists(a => IsSame(a, s.Name))) is { } denied
                ? match with { Verdict = ConditionVerdict.NotMet, Told = NotHeld(denied.Name) }
                : match with { Missing = new MissingFact(ProfileFact.Standing, asked.FirstOrDefault()) };
        }

        // 新认定 is read as for the first time; its own words say more.
        var asking = match.Condition.Words.Any(w => Renewal().IsMatch(w)) ? string.Concat(match.Condition.Words) : match.Clause;
        bool? isMet = told.Acquired switch
        {
            null => null,
            Acquisition.Renewed => Renewal().IsMatch(asking) ? true : FirstOrNew().IsMatch(asking) ? false : null,
            _ when Renewal().IsMatch(asking) => told.Acquired == Acquisition.First ? false : null,
            Acquisition.First => true,
            _ => FirstOnly().IsMatch(asking) ? null : true,
        };
        // A reward for the first time is for the year it came in; what was won long ago was rewarded long ago.
        if (isMet == true && told.Year < today.Year - 1)
            isMet = null;
        if (isMet == true && AskedYear().Match(before) is { Success: true } year)
            isMet = told.Year is not { } won ? null : won == int.Parse(year.Groups["y"].Value, CultureInfo.InvariantCulture);
        // 重新认定的，不再奖励.
        if (match.Condition.Operator == ConditionOperator.NotIn)
            isMet = !isMet;
        return isMet switch
        {
            true => match with { Verdict = ConditionVerdict.Met, Told = How(told) },
            false => match with { Verdict = ConditionVerdict.NotMet, Told = How(told) },
            null => match with { Missing = new MissingFact(ProfileFact.Acquisition, told.Name) },
        };
    }

    // Of the document's general ones (科技型企业包括高新技术企业…) none is what must be won for the first time.
    private static List<string> Standings(Measure measure, Func<int, bool> isOfCase) =>
    [
        .. measure.Conditions.Where(c => !c.IsGeneral && c.Kind is (ConditionKind.Recognition or ConditionKind.Platform) && isOfCase(c.Branch))
            .SelectMany(c => c.Words).Where(w => StandingName.Of(w).Name.Length > 0),
    ];

    private (Fit Fit, Bilingual? Because) Of(string written, string clause, EnterpriseProfile profile, ImmutableArray<string> beside)
    {
        var asked = StandingName.Of(written);
        if (asked.Name.Length == 0)
            return OfLevel(asked, profile, beside);
        asked = asked with { IsOrHigher = asked.IsOrHigher || OrHigher().IsMatch(clause) };
        foreach (var told in profile.Standings)
        {
            var held = StandingName.Of(told.Name);
            var entry = vocabulary.Standings.FirstOrDefault(s => s.Name == held.Name);
            if (!told.IsHeld)
            {
                // Who isn't even the wider thing isn't the narrower one.
                if (held.Name == asked.Name && IsDenied(held, asked) || held.Lowest is null && vocabulary.Standings.Any(s => s.Name == asked.Name && s.Brings.Contains(held.Name)))
                    return (Fit.No, NotHeld(told.Name));
                continue;
            }

            // One certificate is not another of the same family.
            if (held.Name == asked.Name && IsOtherCertificate(told.Words, clause))
                continue;
            var because = new Bilingual(told.Name, EnglishNames.Of(told.Name));
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

        return asked.Name.StartsWith(PrivateFirm, StringComparison.Ordinal) && asked.Name != PrivateEnterprise ? OfPrivate(asked.Name, profile) : BySize(asked.Name, profile);
    }

    // 民营科技企业: a private enterprise that is one of the rest as well.
    private (Fit, Bilingual?) OfPrivate(string name, EnterpriseProfile profile)
    {
        var rest = name[PrivateFirm.Length..];
        var isPrivate = Of(PrivateEnterprise, PrivateEnterprise, profile, []);
        if (isPrivate.Fit != Fit.Yes)
            return isPrivate;
        var other = Of(rest == TechFirm ? TechEnterprise : rest, rest, profile, []);
        return other.Fit == Fit.Unknown ? (Fit.Unknown, null)
            : (other.Fit, new Bilingual($"{isPrivate.Because!.Value.Chinese}、{other.Because!.Value.Chinese}", $"{isPrivate.Because.Value.English}, {other.Because.Value.English}"));
    }

    // 国家级 alone says no more than a level: of what stands beside it.
    private static (Fit, Bilingual?) OfLevel(StandingName asked, EnterpriseProfile profile, ImmutableArray<string> beside)
    {
        foreach (var told in profile.Standings.Where(s => s.IsHeld))
        {
            var held = StandingName.Of(told.Name);
            if (beside.Contains(held.Name) && held.Lowest is not null)
                return (held.Reaches(asked) switch { true => Fit.Yes, false => Fit.No, null => held.Lowest == asked.Lowest ? Fit.Yes : Fit.No }, new Bilingual(told.Name, EnglishNames.Of(told.Name)));
        }

        return (Fit.Unknown, null);
    }

    // CNAS is not CMA, GMP is not ISO; iso9001 is asked for as ISO too.
    private static bool IsOtherCertificate(string words, string clause)
    {
        var (told, asked) = (Acronym().Match(words).Value, Acronym().Match(TextFolding.Fold(clause)).Value);
        return told.Length > 0 && asked.Length > 0
            && !told.StartsWith(asked, StringComparison.Ordinal)
            && !clause.Replace(" ", "", StringComparison.Ordinal).Contains(told, StringComparison.OrdinalIgnoreCase);
    }

    // Who has none of the province's level (省级) may have one of the city's.
    private static bool IsDenied(StandingName denied, StandingName asked) =>
        denied.Lowest is not { } level
        || (denied.IsOrHigher ? asked.Lowest >= level : asked.Lowest == level && asked.Highest == denied.Highest && !asked.IsOrHigher);

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

    private static Bilingual NotHeld(string name) => new("不是" + name, "not " + EnglishNames.Of(name));

    private static Bilingual How(ToldStanding told)
    {
        var (chinese, english) = told.Acquired switch
        {
            Acquisition.First => ("首次", "for the first time"),
            Acquisition.Renewed => ("重新认定", "renewed"),
            _ => ("新获", "lately"),
        };
        return new($"{told.Name}（{chinese}）", $"{EnglishNames.Of(told.Name)} ({english})");
    }

    [GeneratedRegex("[a-z][a-z0-9]+")]
    private static partial Regex Acronym();

    [GeneratedRegex("(?<y>20\\d\\d)年度?$")]
    private static partial Regex AskedYear();

    [GeneratedRegex("重新|复审|复核|再次|期满")]
    private static partial Regex Renewal();

    [GeneratedRegex("首次|第一次|首|新")]
    private static partial Regex FirstOrNew();

    [GeneratedRegex("首次|第一次|首度")]
    private static partial Regex FirstOnly();

    [GeneratedRegex("级(?:及|及其)?以上")]
    private static partial Regex OrHigher();
}
