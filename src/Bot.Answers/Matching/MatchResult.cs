using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>What came of holding a register of measures against an enterprise.</summary>
/// <param name="Offered">
/// Measures that fit or may fit, best first: those that serve what is looked for, then those whose conditions are all met. Never of
/// another region, expired, repealed or not yet in force; planned and only mentioned ones last.
/// </param>
/// <param name="NearMisses">Measures in force that one condition alone stands against, best first.</param>
/// <param name="Highest">Offered measures for one matter of which only the highest is given.</param>
/// <param name="Next">What to tell next, what settles most first.</param>
public sealed record MatchResult(
    EnterpriseProfile Profile,
    DateOnly Today,
    ImmutableArray<MatchedMeasure> Offered,
    ImmutableArray<MatchedMeasure> NearMisses,
    ImmutableArray<HighestOf> Highest,
    ImmutableArray<NextFact> Next)
{
    /// <summary>Limits of what one enterprise gets by several of the offered measures together.</summary>
    public ImmutableArray<CapTogether> Caps { get; init; } = [];

    /// <summary>What was asked about and holds no more: expired, repealed. Never offered.</summary>
    public ImmutableArray<MatchedMeasure> Past { get; init; } = [];

    /// <summary>What was asked or told bears on <see cref="Past"/>, so its words are told too, as what held once.</summary>
    public bool IsPastAskedFor { get; init; }

    /// <summary>
    /// The rules that an answer counts and tells: those that serve what is looked for, or all of whose own conditions are met; all of them
    /// where nothing is looked for, or nothing serves it.
    /// </summary>
    public ImmutableArray<MatchedMeasure> Serving
    {
        get
        {
            var rules = Offered.Where(m => m.Measure.Standing == MeasureStanding.Rule).ToImmutableArray();
            return rules.Any(m => m.Relevance > 0) || !Past.IsEmpty ? [.. rules.Where(m => m.Relevance > 0 || m.Fit == MeasureFit.Fits)] : rules;
        }
    }

    /// <summary>Without the place nothing can be offered but what holds in the whole country, and that only where it was asked for.</summary>
    public bool NeedsRegion => Profile.Region is null;
}
