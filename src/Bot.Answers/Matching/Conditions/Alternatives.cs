using System.Collections.Immutable;

namespace Bot.Answers.Matching;

/// <summary>Settles conditions that are ways to meet one demand: one that is met is enough.</summary>
internal static class Alternatives
{
    /// <summary>The conditions, those marked as moot that don't matter any more.</summary>
    public static ImmutableArray<ConditionMatch> Settle(ImmutableArray<ConditionMatch> judged)
    {
        var moot = new HashSet<ConditionMatch>(ReferenceEqualityComparer.Instance);
        foreach (var ways in judged.Where(c => c.Condition.Either > 0).GroupBy(c => (c.Condition.Branch, c.Condition.Either, c.Condition.IsGeneral)))
        {
            // Met, else open, else written nowhere, else missed: what is left of the others is no matter.
            var best = ways.MinBy(c => c.Verdict switch { ConditionVerdict.Met => 0, ConditionVerdict.ToConfirm => 1, ConditionVerdict.NotWritten => 2, _ => 3 })!;
            moot.UnionWith(best.Verdict == ConditionVerdict.ToConfirm ? ways.Where(c => c.Verdict == ConditionVerdict.NotMet) : ways.Where(c => c != best));
        }

        return [.. judged.Select(c => moot.Contains(c) ? c with { IsMoot = true } : c)];
    }
}
