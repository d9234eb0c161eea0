using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>
/// Finds measures of one document of which its rules give only the highest: those reckoned from one base, and those that a measure's
/// own rule names by their article (同时符合第四条规定的，就高享受其中一项).
/// </summary>
internal static partial class HighestOnly
{
    public static ImmutableArray<HighestOf> Find(ImmutableArray<MatchedMeasure> offered)
    {
        // Until it is sure that each of them is given, none can be called the highest.
        var sure = offered.Where(m => !m.IsOpen && m.Gain is not null && m.Measure.Stacking.All(s => s.Kind != StackingKind.Adds)).ToList();
        var ofOneBase = sure.Where(m => m.Gain!.Base is not null && RuleOf(m) is not null).GroupBy(m => (m.Found.Report, m.Gain!.Base)).Select(g => g.ToList());
        var named = sure.SelectMany(m => NamedBy(m, sure));
        return
        [
            .. ofOneBase.Concat(named).Where(g => g.Count > 1)
                .Select(g => g.OrderByDescending(m => m.Gain!.Value).ToImmutableArray())
                .DistinctBy(g => string.Join(' ', g.Select(m => $"{m.Found.Report} {m.Measure.Number}")))
                .Select(g => new HighestOf(g, g.Select(OwnRuleOf).FirstOrDefault(r => r is not null) ?? g.Select(RuleOf).First(r => r is not null)!)),
        ];
    }

    private static IEnumerable<List<MatchedMeasure>> NamedBy(MatchedMeasure measure, List<MatchedMeasure> sure)
    {
        if (OwnRuleOf(measure) is not { } rule)
            yield break;
        var articles = Articles().Matches(measure.Found.Quote(rule.Span).Sentence).Select(a => a.Value).ToList();
        foreach (var other in sure.Where(o => o != measure && o.Found.Report == measure.Found.Report && articles.Exists(a => IsIn(o, a))))
            yield return [measure, other];
    }

    /// <summary>True where a measure stands in an article, by its number as written (第五条).</summary>
    public static bool IsIn(MatchedMeasure measure, string article)
    {
        var paragraph = measure.Found.ParagraphOf(measure.Measure.Span).Paragraph;
        return paragraph.Text.TrimStart().StartsWith(article, StringComparison.Ordinal) || paragraph.SectionPath.EndsWith(article, StringComparison.Ordinal);
    }

    private static StackingRule? OwnRuleOf(MatchedMeasure measure) =>
        measure.Measure.Stacking.FirstOrDefault(s => s is { Kind: StackingKind.HighestOnly, IsGeneral: false });

    private static StackingRule? RuleOf(MatchedMeasure measure) =>
        measure.Measure.Stacking.FirstOrDefault(s => s.Kind == StackingKind.HighestOnly);

    [GeneratedRegex("第[一二三四五六七八九十百0-9]+条")]
    private static partial Regex Articles();
}
