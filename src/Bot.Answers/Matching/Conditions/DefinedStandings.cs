using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>
/// 本办法所称初创企业，是指登记注册时间不超过5年的…: what a document defines decides by its definition, not by how an enterprise calls itself.
/// </summary>
internal static partial class DefinedStandings
{
    private const int LookBack = 60;

    public static ImmutableArray<ConditionMatch> Settle(FoundMeasure measure, ImmutableArray<ConditionMatch> judged)
    {
        if (!judged.Any(c => c.Condition.Kind == ConditionKind.Age))
            return judged;
        return [.. judged.Select(c => c.Condition.Kind == ConditionKind.Size && ByDefinition(measure, c, judged) is { } settled ? settled : c)];
    }

    private static ConditionMatch? ByDefinition(FoundMeasure measure, ConditionMatch named, ImmutableArray<ConditionMatch> judged)
    {
        var defining = judged.FirstOrDefault(c => c.Condition.Kind == ConditionKind.Age && named.Condition.Words.Concat([named.Clause]).Any(w => IsDefined(measure.Before(c.Condition.Span, LookBack), w)));
        return defining is null ? null : named with { Verdict = defining.Verdict, Told = defining.Told, Missing = defining.Missing };
    }

    private static bool IsDefined(string before, string term)
    {
        var at = term.Length < 2 ? -1 : before.LastIndexOf(term, StringComparison.Ordinal);
        return at >= 0 && Meaning().IsMatch(before[(at + term.Length)..]);
    }

    [GeneratedRegex("^[”」’]?[，,]?(?:是指|指|为|系指)[^。；;]*$")]
    private static partial Regex Meaning();
}
