using System.Collections.Immutable;

namespace Bot.Answers.Matching;

/// <summary>Finds what would settle most if it were told.</summary>
internal static class NextFacts
{
    // What is looked for, and would fit but for this, counts more than what is only there.
    private const int OfNeed = 3;

    // Who doesn't look for it isn't asked whether it is listed: the few that are say so themselves.
    private static readonly ImmutableArray<string> Rare = ["上市", "挂牌"];

    /// <param name="isNeedTold">Something in particular is looked for.</param>
    /// <param name="narrower">How many measures are of places inside the one told.</param>
    public static ImmutableArray<NextFact> Of(ImmutableArray<MatchedMeasure> offered, int narrower, bool isNeedTold)
    {
        var worth = new Dictionary<MissingFact, (int Worth, int Settles)>();
        var general = new HashSet<(Corpus.ReportId, Corpus.TextSpan)>();
        foreach (var measure in offered)
        {
            var weight = measure.Relevance > 0 ? OfNeed : 1;
            foreach (var condition in measure.Conditions.Where(c => c is { IsMoot: false, Verdict: ConditionVerdict.ToConfirm, Missing: not null }))
            {
                if (condition.Missing is { Fact: ProfileFact.Standing, Name: { } name } && Rare.Contains(name) && !(isNeedTold && measure.Relevance > 0) && !measure.IsAskedFor)
                    continue;
                if (!condition.Condition.IsGeneral || general.Add((measure.Found.Report, condition.Condition.Span)))
                    Count(condition.Missing!, weight);
            }

            if (measure.MissingForGain is { } missing)
                Count(missing, weight);
        }

        if (narrower > 0)
            worth[new MissingFact(ProfileFact.District)] = (narrower, narrower);
        return [.. worth.OrderByDescending(w => w.Value.Worth).ThenBy(w => w.Key.Fact).ThenBy(w => w.Key.Quantity).ThenBy(w => w.Key.Name, StringComparer.Ordinal).Select(w => new NextFact(w.Key, w.Value.Settles))];

        void Count(MissingFact fact, int weight)
        {
            var (known, settles) = worth.GetValueOrDefault(fact);
            worth[fact] = (known + weight, settles + 1);
        }
    }
}
