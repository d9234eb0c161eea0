using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Finds measures of one document, reckoned from one base, of which its rules give only the highest.</summary>
internal static class HighestOnly
{
    public static ImmutableArray<HighestOf> Find(ImmutableArray<MatchedMeasure> offered) =>
    [
        .. offered
            // Until it is sure that each of them is given, none can be called the highest.
            .Where(m => !m.IsOpen && m.Gain?.Base is not null && RuleOf(m) is not null && m.Measure.Stacking.All(s => s.Kind != StackingKind.Adds))
            .GroupBy(m => (m.Found.Report, m.Gain!.Base))
            .Where(g => g.Count() > 1)
            .Select(g => g.OrderByDescending(m => m.Gain!.Value).ToImmutableArray())
            .Select(g => new HighestOf(g, RuleOf(g[0])!)),
    ];

    private static StackingRule? RuleOf(MatchedMeasure measure) =>
        measure.Measure.Stacking.FirstOrDefault(s => s.Kind == StackingKind.HighestOnly);
}
