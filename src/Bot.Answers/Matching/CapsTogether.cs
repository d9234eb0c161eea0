using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Holds the gains of one document's measures, added up, against the limits that it sets for them together.</summary>
internal static partial class CapsTogether
{
    /// <param name="highest">Of these only the first of each is given, and counts.</param>
    public static ImmutableArray<CapTogether> Find(ImmutableArray<MatchedMeasure> offered, ImmutableArray<HighestOf> highest)
    {
        var given = offered
            .Where(m => m is { IsOpen: false, IsClosed: false, Gain: not null, Measure.Standing: MeasureStanding.Rule } && !highest.Any(h => h.Measures.IndexOf(m) > 0))
            .ToList();
        return [.. given.GroupBy(m => m.Found.Report).SelectMany(document => Of([.. document]))];
    }

    private static IEnumerable<CapTogether> Of(ImmutableArray<MatchedMeasure> given)
    {
        foreach (var rule in given.SelectMany(Rules).DistinctBy(r => r.Span))
        {
            var words = given[0].Found.WordsAt(rule.Span);
            var articles = Articles().Matches(words).Select(a => a.Value).ToList();
            ImmutableArray<MatchedMeasure> capped = articles.Count == 0 ? given : [.. given.Where(m => articles.Exists(a => HighestOnly.IsIn(m, a)))];
            if (capped.Length > 1)
                yield return new CapTogether(capped, capped.Sum(m => m.Gain!.Value), rule.Most, rule.Span);
        }
    }

    private static IEnumerable<(TextSpan Span, decimal Most)> Rules(MatchedMeasure measure) =>
        from condition in measure.Measure.Conditions
        where condition is { IsGeneral: true, Value: not null, Operator: ConditionOperator.AtMost or ConditionOperator.LessThan } && Together().IsMatch(measure.Found.WordsAt(condition.Span))
        let most = Yuan.Of(condition.Value.GetValueOrDefault(), condition.Unit)
        where most is not null
        select (condition.Span, most.GetValueOrDefault());

    [GeneratedRegex("(?:单[户个家]|同一|每[户家个]|一[户家个])(?:企业|单位|法人|主体|申报|受益)[^。；]*?(?:合计|总额|总计|累计|总和|总量)")]
    private static partial Regex Together();

    [GeneratedRegex("第[一二三四五六七八九十百0-9]+条")]
    private static partial Regex Articles();
}
