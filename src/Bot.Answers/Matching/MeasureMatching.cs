using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Matches measures to an enterprise, condition by condition. Without state: safe for concurrent use.</summary>
public sealed partial class MeasureMatching
{
    private readonly MeasureMatcher _matcher;

    /// <param name="vocabularyFolder">Folder with the operator's additions to the vocabulary files, or null.</param>
    /// <exception cref="FormatException">A line of them can't be used; says which and why.</exception>
    public MeasureMatching(string? vocabularyFolder = null)
        : this(new MatchVocabulary(vocabularyFolder))
    {
    }

    internal MeasureMatching(MatchVocabulary vocabulary) => _matcher = new MeasureMatcher(vocabulary);

    /// <summary>Holds the measures against what was told.</summary>
    /// <param name="measures">Of any regions and states, found as of <paramref name="today"/>; what doesn't hold for the enterprise is left out.</param>
    /// <param name="words">What was asked, whole: measures that it speaks of come first. Null: nothing in particular.</param>
    public MatchResult Match(EnterpriseProfile profile, IReadOnlyList<FoundMeasure> measures, DateOnly today, string? words = null)
    {
        if (profile.Region is not { } place)
            return new MatchResult(profile, today, [], [], [], [new NextFact(new MissingFact(ProfileFact.Region), measures.Count)]);
        var narrower = measures.Count(m => IsCurrent(m) && m.Measure.Standing == MeasureStanding.Rule && Places.IsNarrower(m, place));
        return Match(profile, [.. measures.Where(m => Places.Holds(m, place))], narrower, today, words);
    }

    /// <summary>Holds those measures against what was told that hold wherever in the country the enterprise is; its region may be unknown.</summary>
    /// <param name="words">As for <see cref="Match(EnterpriseProfile, IReadOnlyList{FoundMeasure}, DateOnly, string?)"/>.</param>
    public MatchResult MatchNational(EnterpriseProfile profile, IReadOnlyList<FoundMeasure> measures, DateOnly today, string? words = null) =>
        Match(profile, [.. measures.Where(Places.IsNational)], narrower: 0, today, words);

    private MatchResult Match(EnterpriseProfile profile, List<FoundMeasure> here, int narrower, DateOnly today, string? words)
    {
        here.RemoveAll(IsCapAlone);
        var focus = MatchFocus.Of(here, words, profile.Need);
        var matched = here.Where(IsCurrent).Select(m => _matcher.Match(m, profile, today)).Select(m => Focused(m, profile, focus, words)).ToList();
        var offered = matched.Where(m => m.Fit != MeasureFit.Misses).OrderBy(m => m, MatchOrder.Instance).ToImmutableArray();
        var near = matched
            .Where(m => m.Fit == MeasureFit.Misses && !m.IsForOthers && m.Measure.Standing == MeasureStanding.Rule && m.Relevance > 0
                && (m.IsBelowScale ? m.Count(ConditionVerdict.NotMet) <= 1 : m.Count(ConditionVerdict.NotMet) == 1))
            .OrderBy(m => m, MatchOrder.Instance)
            .ToImmutableArray();
        var past = PastOf(here, matched, offered, near, m => Focused(_matcher.Match(m, profile, today), profile, focus, words));
        var spokenOf = words is not null && (Matter().IsMatch(words) || (focus.Count > 0 && !AnyAtAll().IsMatch(words))) ? past.Where(Bears).ToImmutableArray() : [];
        var highest = HighestOnly.Find(offered);
        return new MatchResult(profile, today, offered, near, highest, NextFacts.Of(offered, narrower, _matcher.IsNeedTold(profile)))
        {
            Caps = CapsTogether.Find(offered, highest),
            Past = spokenOf.IsEmpty ? past : spokenOf,
            IsPastAskedFor = !spokenOf.IsEmpty,
        };
    }

    // Told of only where nothing that holds is what was asked about.
    private static ImmutableArray<MatchedMeasure> PastOf(
        List<FoundMeasure> here, List<MatchedMeasure> matched, ImmutableArray<MatchedMeasure> offered, ImmutableArray<MatchedMeasure> near, Func<FoundMeasure, MatchedMeasure> match)
    {
        var isNothingLeft = near.IsEmpty && !offered.Any(m => m.Measure.Standing == MeasureStanding.Rule);
        if (!isNothingLeft && matched.Exists(m => m.IsAskedFor))
            return [];
        return
        [
            .. here.Where(m => m.State is MeasureState.Expired or MeasureState.Repealed && m.Measure.Standing == MeasureStanding.Rule)
                .Select(match)
                .Where(m => isNothingLeft ? !m.IsForOthers : m.IsAskedFor)
                .OrderByDescending(Bears)
                .ThenBy(m => m, MatchOrder.Instance),
        ];
    }

    // What was told bears on it: it is spoken of, a condition beside the place is settled by it, or a sum follows.
    private static bool Bears(MatchedMeasure past) =>
        past.Focus >= MatchFocus.Some || past.Gain is { IsReckoned: true } || MatchOrder.MetOf(past) > 0
        || past.Conditions.Any(c => !c.IsMoot && c.Verdict == ConditionVerdict.NotMet && c.Condition.Kind != ConditionKind.Region);

    // What serves no need that was told, and isn't spoken of, is not what is looked for.
    private MatchedMeasure Focused(MatchedMeasure measure, EnterpriseProfile profile, IReadOnlyDictionary<FoundMeasure, double> focus, string? words)
    {
        // Nothing is asked for by name: what can be reckoned from what was told (保费, 设备投资) is what it was told for.
        var isReckoned = measure is { IsClosed: false, Gain: { IsReckoned: true, Base: not (null or ProfileQuantity.Revenue or ProfileQuantity.Staff) } };
        if (focus.Count == 0)
            return isReckoned ? measure with { Focus = MatchFocus.Strong } : measure;
        var of = focus.GetValueOrDefault(measure.Found);
        // 去年研发费用900万，研发这块能补多少: asked for a sum, what gives one of it is meant, whatever else shares the words.
        if (isReckoned && words is not null && Sum().IsMatch(words))
            of = Math.Max(of, MatchFocus.Strong);
        var relevance = _matcher.IsNeedTold(profile)
            ? measure.Relevance + (measure.Relevance > 0 || of >= MatchFocus.Strong ? 2 * of : 0)
            : of >= MatchFocus.Some ? 1 + of : 0;
        return measure with { Focus = of, Relevance = relevance };
    }

    // 同一企业年度获得的奖补资金总额最高800万元: caps the others and gives nothing itself.
    private static bool IsCapAlone(FoundMeasure measure) =>
        measure.Measure.Standing == MeasureStanding.Rule && !measure.Measure.Amounts.IsEmpty && measure.Measure.Amounts.All(a => a.Kind == AmountKind.Ceiling)
        && CapOfAll().IsMatch(measure.OwnWords());

    [GeneratedRegex("(?:同一|单个|每[家个户])(?:单位|企业|主体|申报单位)?[^。；]{0,24}(?:总额|合计|累计)[^。；]{0,16}(?:不超过|最高|不得超过|上限)[^。；]{0,16}[。；]?$")]
    private static partial Regex CapOfAll();

    // A rule that isn't in force yet is no plan: it comes when it comes.
    private static bool IsCurrent(FoundMeasure measure) => measure.State switch
    {
        MeasureState.InForce or MeasureState.Undated or MeasureState.OnlyMentioned => true,
        MeasureState.Planned => measure.Measure.Standing == MeasureStanding.Planned,
        _ => false,
    };

    [GeneratedRegex("多少|几万|几块|how much", RegexOptions.IgnoreCase)]
    private static partial Regex Sum();

    [GeneratedRegex("有什么|有哪些|哪些|什么(?:补助|补贴|政策|支持|措施|扶持|优惠|资助)|what (?:support|subsid|grant|measures)", RegexOptions.IgnoreCase)]
    private static partial Regex AnyAtAll();

    // 能补多少, 条件是什么: something particular is asked, not what there is.
    [GeneratedRegex("多少|几成|怎么算|标准|比例|上限|最高|最多|条件|能[^,，。?？]{0,10}(?:吗|不|么|嘛)|可以[^,，。?？]{0,10}(?:吗|不|么|嘛)|还给|how much|eligible|can we", RegexOptions.IgnoreCase)]
    private static partial Regex Matter();
}
