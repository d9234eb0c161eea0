using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Puts what would settle a match as questions, with the options there are.</summary>
/// <param name="places">The regions whose documents set measures, those with most first; needed only where a place is asked for.</param>
internal sealed class GuidedQuestions(MatchVocabulary vocabulary, MatchResult result, ImmutableArray<Region> places)
{
    // More would be a list to read, not a choice.
    private const int MostOptions = 8;

    // Of one kind of support alone, or of one recognition, there is nothing to choose.
    private const int LeastNeeds = 2;
    private const int LeastStandings = 2;

    private readonly EnterpriseProfile _profile = result.Profile;

    /// <summary>The place first, then what is looked for, then what settles most.</summary>
    public IEnumerable<GuidedQuestion> InOrder()
    {
        var next = result.Next.Select(n => n.Fact).ToList();
        var several = Standings();
        return (result.NeedsRegion ? [Place()] : next.Where(f => f.Fact == ProfileFact.District).Select(District))
            .Concat(result.Offered.IsEmpty || _profile.Need is not null ? [] : Need())
            .Concat(next.Where(f => f.Fact is not (ProfileFact.District or ProfileFact.Region)).Select(f => f.Fact is ProfileFact.Standing && several is not null ? several : Of(f)))
            .OfType<GuidedQuestion>()
            .DistinctBy(q => q.Id);
    }

    private GuidedQuestion Place() => new(
        "place", new MissingFact(ProfileFact.Region),
        new("企业注册在哪个市、县（区）？", "In which city, county or district is the enterprise registered?"),
        [.. places.Take(MostOptions).Select(AsOption)]);

    private GuidedQuestion? District(MissingFact fact)
    {
        var inside = places.Where(p => _profile.Region is { } told && p != told && Places.IsIn(p, told)).Take(MostOptions).ToList();
        return inside.Count == 0 ? null : new(
            "district", fact,
            new($"注册在{_profile.Region}的哪个市、县（区）？", $"In which city, county or district of {Named(_profile.Region!).English} is it registered?"), // told: something lies in it
            [.. inside.Select(AsOption)]);
    }

    // Only what some measure here serves is worth choosing, what most serve first.
    private IEnumerable<GuidedQuestion> Need()
    {
        var relevance = new NeedRelevance(vocabulary);
        var served = vocabulary.Needs
            .Select(n => (n.Name, Wanting: EnterpriseProfile.Empty with { Need = n.Name.Chinese }))
            .Select(n => (n.Name, n.Wanting, Count: result.Offered.Count(m => m.Measure.Standing == MeasureStanding.Rule && relevance.Of(m.Found, n.Wanting) > 0)))
            .Where(n => n.Count > 0)
            .OrderByDescending(n => n.Count)
            .Take(MostOptions)
            .ToList();
        if (served.Count >= LeastNeeds)
            yield return new(GuidedQuestion.NeedId, null, new("最想要哪方面的支持？", "What kind of support is wanted most?"), [.. served.Select(n => new GuidedOption(n.Name, n.Wanting))]);
    }

    private GuidedQuestion? Of(MissingFact fact) => fact.Fact switch
    {
        ProfileFact.Founded => new("founded", fact, new("企业是什么时候成立的？也可以直接写年份或日期。", "When was it founded? A year or a date will do, too."), [.. Ages()]),
        ProfileFact.Size => Size(fact),
        ProfileFact.Standing when fact.Name is { } name => Standing(fact, name),
        ProfileFact.Acquisition when fact.Name is { } name => Acquired(fact, name),
        ProfileFact.Sector => new("sector", fact, new("主要从事什么行业、领域？", "What is its main field of business?"), [.. Sectors()]),
        ProfileFact.Quantity when fact.Quantity is { } quantity => Quantity(fact, quantity),
        ProfileFact.Declaration when fact.Name is { } name => new(
            "declaration:" + name, fact, new($"是否{name}？", $"Is this so: {EnglishNames.WithChinese(name)}?"),
            YesNo(EnterpriseProfile.Empty with { Declarations = [name] }, EnterpriseProfile.Empty with { Declarations = [EnterpriseProfile.Denied + name] })),
        _ => null,
    };

    // Told as a stretch of time: exact enough for what sets a limit outside it.
    private IEnumerable<GuidedOption> Ages()
    {
        var today = result.Today;
        yield return Age(new("不到1年", "Less than 1 year ago"), today.AddYears(-1).AddDays(1), today);
        foreach (var (from, to) in new[] { (1, 3), (3, 5), (5, 10) })
            yield return Age(new($"{from}至{to}年", $"{from} to {to} years ago"), today.AddYears(-to).AddDays(1), today.AddYears(-from));
        yield return Age(new("10年以上", "10 years ago or more"), DateOnly.MinValue, today.AddYears(-10));
    }

    private static GuidedOption Age(Bilingual label, DateOnly earliest, DateOnly latest) =>
        new(label, EnterpriseProfile.Empty with { Founded = new FoundingTime(earliest, latest, "成立" + label.Chinese) });

    private static GuidedQuestion Size(MissingFact fact) => fact.Name is "小微企业" or "中小微企业" or "中小企业" or "大型企业" or null
        ? new("size", fact with { Name = null }, new("按国家划型标准，企业是哪一种规模？", "Which size is it by the national standard?"),
        [
            new(new("小型或微型", "Small or micro"), Sized(("小微企业", true))),
            new(new("中型", "Medium"), Sized(("中小企业", true), ("小微企业", false))),
            new(new("大型", "Large"), Sized(("大型企业", true))),
        ])
        : new("size:" + fact.Name, fact, new($"是不是{fact.Name}？", $"Is it this: {EnglishNames.WithChinese(fact.Name)}?"), YesNo(Sized((fact.Name, true)), Sized((fact.Name, false))));

    private static EnterpriseProfile Sized(params ReadOnlySpan<(string Name, bool IsHeld)> sizes) =>
        EnterpriseProfile.Empty with { Standings = [.. sizes.ToArray().Select(s => new ToldStanding(ConditionKind.Size, s.Name, s.IsHeld))] };

    // Asked for one by one, each of them rare, they would take all the questions there are. First come those that most measures wait
    // for which are still open and serve what is looked for; how often one measure names one counts for nothing.
    private GuidedQuestion? Standings()
    {
        var waiting = result.Offered
            .SelectMany(m => StandingsOpenIn(m).Select(told => (Told: told, Serves: m.Relevance > 0)))
            .GroupBy(w => w.Told)
            .OrderByDescending(w => w.Count(m => m.Serves)).ThenByDescending(w => w.Count()).ThenBy(w => w.Key.Name, StringComparer.Ordinal)
            .Select(w => w.Key)
            .Take(MostOptions - 1)
            .ToList();
        if (waiting.Count < LeastStandings)
            return null;
        var isMore = _profile.Standings.Any(s => s is { IsHeld: true, Kind: not ConditionKind.Size });
        var none = EnterpriseProfile.Empty with { Standings = [.. waiting.Select(s => s with { IsHeld = false })] };
        return new(
            "standings", new MissingFact(ProfileFact.Standing),
            isMore ? new("还有下列哪些资质或平台？", "Which of these does it hold beside?") : new("有下列哪些资质或平台？可选几项。", "Which of these does it hold? There may be several."),
            [
                .. waiting.Select(s => new GuidedOption(MatchWording.Standing(s.Name), Held(s))),
                new(isMore ? new("没有别的了", "No others") : new("都没有", "None of these"), none),
            ])
        {
            TakesSeveral = true,
        };
    }

    private IEnumerable<ToldStanding> StandingsOpenIn(MatchedMeasure measure) => measure.Conditions
        .Where(c => c is { IsMoot: false, Verdict: ConditionVerdict.ToConfirm, Missing: { Fact: ProfileFact.Standing, Name: not null } })
        .Select(c => Usual(c.Missing!.Name!)) // it is named
        .Distinct();

    private GuidedQuestion Standing(MissingFact fact, string written)
    {
        var told = Usual(written);
        return new(
            "standing:" + told.Name, fact with { Name = told.Name }, new($"是否属于或拥有{told.Name}？", $"Is it, or does it have, this: {EnglishNames.WithChinese(told.Name)}?"),
            YesNo(Held(told), Held(told with { IsHeld = false })));
    }

    private ToldStanding Usual(string written)
    {
        var usual = StandingName.Of(written).Name;
        var entry = vocabulary.Standings.FirstOrDefault(s => s.Name == written) ?? vocabulary.Standings.FirstOrDefault(s => s.Name == usual);
        // Some are of one level only (国家高新技术企业); of the others who has none of this level may have one of another.
        return new ToldStanding(entry?.Kind ?? ConditionKind.Recognition, entry is not null && entry.Brings.Contains(written) ? entry.Name : written);
    }

    private GuidedQuestion? Acquired(MissingFact fact, string name)
    {
        if (_profile.Standings.FirstOrDefault(s => s.IsHeld && s.Name == name) is not { } told)
            return null;
        var (last, now) = (result.Today.Year - 1, result.Today.Year);
        return new(
            "acquired:" + name, fact,
            new($"{name}是首次认定还是重新认定？是哪一年？", $"Was this won for the first time or renewed, and in which year: {EnglishNames.WithChinese(name)}?"),
            [
                .. new[] { now, last }.Select(y => new GuidedOption(
                    new($"{y}年首次认定", $"First time, {y}"), Held(told with { Acquired = Acquisition.First, Year = y }))),
                new(new("重新认定、复审", "Renewed"), Held(told with { Acquired = Acquisition.Renewed, Year = null })),
            ]);
    }

    private static EnterpriseProfile Held(ToldStanding standing) => EnterpriseProfile.Empty with { Standings = [standing] };

    private IEnumerable<GuidedOption> Sectors()
    {
        var known = vocabulary.Sectors.Select(s => s.Name).ToHashSet();
        return result.Offered.SelectMany(m => m.Conditions)
            .Where(c => c is { IsMoot: false, Condition.Kind: ConditionKind.Sector, Missing: not null })
            .SelectMany(c => c.Condition.Words)
            .Where(known.Contains)
            .Distinct()
            .Take(MostOptions)
            .Select(name => new GuidedOption(MatchWording.Standing(name), EnterpriseProfile.Empty with { Sectors = [name] }));
    }

    private GuidedQuestion Quantity(MissingFact fact, ProfileQuantity quantity)
    {
        var asked = new ToldQuantity(quantity, null, 0);
        // Where no year is asked for, the last whole one is: its number is the one that notices go by.
        int? year = QuantityReader.HasYears(quantity) ? fact.Year ?? result.Today.Year - 1 : null;
        var (chinese, english) = (MatchWording.Name(quantity, english: false), MatchWording.Name(quantity, english: true));
        var (of, inYear) = year is { } y ? ($"{y}年", $" in {y}") : ("", "");
        return new(
            FormattableString.Invariant($"{quantity}:{year}"), fact with { Year = year },
            asked.IsMoney ? new($"{of}{chinese}是多少？例如“260万元”；只写数字按万元计。", $"How much was the {english}{inYear}? For example 260万元; a bare number is taken in 万元 (10,000 yuan).")
            : asked.IsShare ? new($"{of}{chinese}是百分之几？", $"What was the {english}{inYear}, in per cent?")
            : new($"{of}{chinese}是多少？写数字即可。", $"How many are the {english}{inYear}? A number will do."),
            []);
    }

    private static ImmutableArray<GuidedOption> YesNo(EnterpriseProfile yes, EnterpriseProfile no) =>
        [new(new("是", "Yes"), yes), new(new("不是", "No"), no)];

    private static GuidedOption AsOption(Region place) => new(Named(place), EnterpriseProfile.Empty with { Region = place });

    private static Bilingual Named(Region place) => new(place.Name, place.English.Length > 0 ? place.English : place.Name);
}
