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
    public MatchResult Match(EnterpriseProfile profile, IReadOnlyList<FoundMeasure> measures, DateOnly today)
    {
        if (profile.Region is not { } place)
            return new MatchResult(profile, today, [], [], [], [new NextFact(new MissingFact(ProfileFact.Region), measures.Count)]);
        var matched = measures.Where(m => Places.Holds(m, place) && IsCurrent(m)).Select(m => _matcher.Match(m, profile, today)).ToList();
        var offered = matched.Where(m => m.Fit != MeasureFit.Misses).OrderBy(m => m, MatchOrder.Instance).ToImmutableArray();
        var near = matched
            .Where(m => m.Fit == MeasureFit.Misses && !m.IsForOthers && m.Measure.Standing == MeasureStanding.Rule && m.Relevance > 0
                && m.Count(ConditionVerdict.NotMet) == (m.IsBelowScale ? 0 : 1))
            .OrderBy(m => m, MatchOrder.Instance)
            .ToImmutableArray();
        var narrower = measures.Count(m => IsCurrent(m) && m.Measure.Standing == MeasureStanding.Rule && Places.IsNarrower(m, place));
        return new MatchResult(profile, today, offered, near, HighestOnly.Find(offered), NextFacts.Of(offered, narrower));
    }

    // A rule that isn't in force yet is no plan: it comes when it comes.
    private static bool IsCurrent(FoundMeasure measure) => measure.State switch
    {
        MeasureState.InForce or MeasureState.Undated or MeasureState.OnlyMentioned => true,
        MeasureState.Planned => measure.Measure.Standing == MeasureStanding.Planned,
        _ => false,
    };
}
