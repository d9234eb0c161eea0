using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>
/// Two conditions that are one: the words of the second follow those of the first without a comma, and only one of them measures
/// (设备（含软件）| 投资额300万元以上; 成立满两个 | 完整会计年度).
/// </summary>
internal static partial class Halves
{
    /// <summary>The measuring one with the words of both, what stands in brackets left out; null for a condition that is whole.</summary>
    public static (MeasureCondition Condition, string Clause)? Of(FoundMeasure found, MeasureCondition condition)
    {
        if (!IsPlain(condition))
            return null;
        var other = found.Measure.Conditions.FirstOrDefault(c =>
            IsPlain(c) && c.Branch == condition.Branch && c.IsGeneral == condition.IsGeneral && c.Value is null != condition.Value is null
            && (c.Span.End == condition.Span.Start || condition.Span.End == c.Span.Start));
        if (other is null || Complete().IsMatch(found.WordsAt((condition.Value is null ? condition : other).Span)))
            return null;
        var (first, second) = other.Span.Start < condition.Span.Start ? (other, condition) : (condition, other);
        var measuring = condition.Value is null ? other : condition;
        var span = new TextSpan(first.Span.Start, second.Span.End);
        return (measuring with { Span = span }, Bracketed().Replace(found.WordsAt(span), ""));
    }

    private static bool IsPlain(MeasureCondition condition) => condition.Kind == ConditionKind.Other && condition.Words.IsEmpty;

    // 技术合同经登记且单项 asks for something by itself.
    [GeneratedRegex("且|并|经|已")]
    private static partial Regex Complete();

    [GeneratedRegex("[（(][^（）()]*[）)]")]
    private static partial Regex Bracketed();
}
