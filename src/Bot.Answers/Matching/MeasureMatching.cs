using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Matches measures to an enterprise, condition by condition. Without state: safe for concurrent use.</summary>
public sealed class MeasureMatching
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
        var here = measures.Where(m => Places.Holds(m, place)).ToList();
        var focus = MatchFocus.Of(here, words, profile.Need);
        var matched = here.Where(IsCurrent).Select(m => _matcher.Match(m, profile, today)).Select(m => Focused(m, profile, focus)).ToList();
        var offered = matched.Where(m => m.Fit != MeasureFit.Misses).OrderBy(m => m, MatchOrder.Instance).ToImmutableArray();
        var near = matched
            .Where(m => m.Fit == MeasureFit.Misses && !m.IsForOthers && m.Measure.Standing == MeasureStanding.Rule && m.Relevance > 0
                && m.Count(ConditionVerdict.NotMet) == (m.IsBelowScale ? 0 : 1))
            .OrderBy(m => m, MatchOrder.Instance)
            .ToImmutableArray();
        var narrower = measures.Count(m => IsCurrent(m) && m.Measure.Standing == MeasureStanding.Rule && Places.IsNarrower(m, place));
        var past = PastOf(here, matched, offered, near, focus);
        var spokenOf = past.Where(m => focus.GetValueOrDefault(m) >= MatchFocus.Some || MeetsOf(m, profile, today)).ToImmutableArray();
        return new MatchResult(profile, today, offered, near, HighestOnly.Find(offered), NextFacts.Of(offered, narrower))
        {
            Past = spokenOf.IsEmpty ? past : spokenOf,
            IsPastAskedFor = !spokenOf.IsEmpty,
        };
    }

    // Told of only where nothing that holds is what was asked about.
    private static ImmutableArray<FoundMeasure> PastOf(
        List<FoundMeasure> here, List<MatchedMeasure> matched, ImmutableArray<MatchedMeasure> offered, ImmutableArray<MatchedMeasure> near, IReadOnlyDictionary<FoundMeasure, double> focus)
    {
        var past = here.Where(m => m.State is MeasureState.Expired or MeasureState.Repealed && m.Measure.Standing == MeasureStanding.Rule);
        if (near.IsEmpty && !offered.Any(m => m.Measure.Standing == MeasureStanding.Rule))
            return [.. past.OrderByDescending(m => focus.GetValueOrDefault(m))];
        return matched.Exists(m => m.IsAskedFor) ? [] : [.. past.Where(m => focus.GetValueOrDefault(m) >= MatchFocus.Strong)];
    }

    // 首次认定的高新技术企业, told by somebody who is one: a condition beside the place is met, and none stands against it.
    private bool MeetsOf(FoundMeasure past, EnterpriseProfile profile, DateOnly today)
    {
        var matched = _matcher.Match(past, profile, today);
        return matched is { Fit: not MeasureFit.Misses, IsForOthers: false } && MatchOrder.MetOf(matched) > 0;
    }

    // What serves no need that was told, and isn't spoken of, is not what is looked for.
    private MatchedMeasure Focused(MatchedMeasure measure, EnterpriseProfile profile, IReadOnlyDictionary<FoundMeasure, double> focus)
    {
        // Nothing is asked for by name: what can be reckoned from what was told (保费, 设备投资) is what it was told for.
        if (focus.Count == 0)
            return measure.Gain is { IsReckoned: true, Base: not (null or ProfileQuantity.Revenue or ProfileQuantity.Staff) } ? measure with { Focus = MatchFocus.Strong } : measure;
        var of = focus.GetValueOrDefault(measure.Found);
        var relevance = _matcher.IsNeedTold(profile)
            ? measure.Relevance + (measure.Relevance > 0 || of >= MatchFocus.Strong ? 2 * of : 0)
            : of >= MatchFocus.Some ? 1 + of : 0;
        return measure with { Focus = of, Relevance = relevance };
    }

    // A rule that isn't in force yet is no plan: it comes when it comes.
    private static bool IsCurrent(FoundMeasure measure) => measure.State switch
    {
        MeasureState.InForce or MeasureState.Undated or MeasureState.OnlyMentioned => true,
        MeasureState.Planned => measure.Measure.Standing == MeasureStanding.Planned,
        _ => false,
    };
}
