using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Cases of a measure that only the words before their amounts part: 国内展会按50%，境外展会按70%.</summary>
internal static class AbroadOrHome
{
    private const int LookBack = 24;

    /// <summary>True where the cases are parted so, and no condition of theirs says it.</summary>
    public static bool Parts(FoundMeasure found, List<int> branches)
    {
        var sides = branches.Select(b => SideOf(found, b)).ToList();
        return sides.Contains(true) && sides.Contains(false)
            && !found.Measure.Conditions.Any(c => c.Branch > 0 && (Foreign.IsNamedIn(found.WordsAt(c.Span)) || Foreign.IsHomeNamedIn(found.WordsAt(c.Span))));
    }

    /// <summary>The cases of the side that was told: by the deed that met one of the measure's conditions. All of them where none tells.</summary>
    public static ImmutableArray<int> Told(FoundMeasure found, List<int> branches, ImmutableArray<ConditionMatch> judged, EnterpriseProfile profile)
    {
        var deeds = judged.Where(c => !c.Condition.IsGeneral && c is { Verdict: ConditionVerdict.Met, Told: not null }).Select(c => c.Told!.Value.Chinese).Where(profile.Deeds.Contains).ToList();
        if (deeds.Count == 0)
            return [.. branches];
        bool? isAbroad = deeds.Exists(Foreign.IsToldIn) ? true : deeds.Exists(IsAtHome) ? false : null;
        return [.. branches.Where(b => isAbroad is null || SideOf(found, b) is not { } side || side == isAbroad)];
    }

    private static bool IsAtHome(string deed) => Foreign.IsHomeNamedIn(deed) || Gazetteer.Default.FindIn(deed).Any(p => !p.IsGuess);

    // True abroad, false at home, null where the words before its amounts name neither.
    private static bool? SideOf(FoundMeasure found, int branch)
    {
        var before = found.Measure.Amounts.Where(a => a.Branch == branch).Select(a => OfClause(found, a)).ToList();
        return before.Exists(Foreign.IsNamedIn) ? true : before.Exists(Foreign.IsHomeNamedIn) ? false : null;
    }

    private static string OfClause(FoundMeasure found, MeasureAmount amount)
    {
        var before = found.Before(amount.Span, LookBack);
        return before[(before.LastIndexOfAny(['，', '；', '。', '：', ',', ';', '|']) + 1)..];
    }
}
