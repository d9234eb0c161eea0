using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Cuts a long sentence down to the clauses that answer, verbatim, without losing what qualifies them.</summary>
internal static partial class ClauseCutter
{
    // Up to here a sentence is short enough to be read whole.
    private const int WholeUpTo = 70;

    // Where the figures that answer are known, less around them will do.
    private const int WholeFigureUpTo = 36;

    /// <summary>A verbatim part of the sentence, or all of it.</summary>
    /// <param name="keep">Spans of the sentence that must stay: the figures that answer.</param>
    /// <param name="isWhole">Several things are asked, so a sentence of middling length is not cut.</param>
    public static string Cut(
        string sentence, ImmutableArray<TopicTerm> terms, IReadOnlyCollection<AskedUnit> units, ImmutableArray<TextSpan> keep = default, bool isWhole = false)
    {
        if (sentence.Length <= (keep.IsDefaultOrEmpty || isWhole ? WholeUpTo : WholeFigureUpTo))
            return sentence.Trim();
        var clauses = Clauses.Of(sentence);
        var weights = clauses.Select(c => Weight(c.Of(sentence), terms)).ToArray();
        var best = weights.Max();
        if (best == 0 || clauses.Length < 2)
            return sentence.Trim();
        var first = Array.FindIndex(weights, w => w >= best * 0.34);
        var last = Array.FindLastIndex(weights, w => w >= best * 0.34);
        if (units.Count > 0)
            (first, last) = WithNumbers(sentence, clauses, first, last, units);
        foreach (var span in keep.IsDefault ? [] : keep)
        {
            first = Math.Min(first, IndexOf(clauses, span.Start));
            last = Math.Max(last, IndexOf(clauses, span.Start));
        }

        while (last + 1 < clauses.Length && Dependent().IsMatch(clauses[last + 1].Of(sentence)))
            last++;
        while (first > 0 && (Opening().IsMatch(clauses[first - 1].Of(sentence)) || Dependent().IsMatch(clauses[first].Of(sentence))))
            first--;
        return sentence[clauses[first].Start..clauses[last].End].Trim();
    }

    // A number asked for may stand in the clause after its words (…技术交易市场，实现成交额56亿元).
    private static (int First, int Last) WithNumbers(
        string sentence, ImmutableArray<TextSpan> clauses, int first, int last, IReadOnlyCollection<AskedUnit> units)
    {
        var holds = clauses.Select(c => SentenceNumbers.Fitting(c.Of(sentence), units).Length > 0).ToArray();
        if (holds.AsSpan(first, last + 1 - first).Contains(true))
            return (first, last);
        var next = Array.FindIndex(holds, last + 1, h => h);
        if (next >= 0)
            return (first, next);
        var previous = Array.FindLastIndex(holds, first, h => h);
        return previous >= 0 ? (previous, last) : (first, last);
    }

    private static int IndexOf(ImmutableArray<TextSpan> clauses, int at)
    {
        for (var i = 0; i < clauses.Length; i++)
        {
            if (at < clauses[i].End)
                return i;
        }

        return clauses.Length - 1;
    }

    private static double Weight(string clause, ImmutableArray<TopicTerm> terms)
    {
        var folded = TextFolding.Fold(clause);
        return terms.Sum(t => t.Weight * TermMatch.In(folded, t));
    }

    // Goes on with the subject of the clause before it.
    [GeneratedRegex("^(同比|比上年|较上年|比去年|增长|增幅|增速|下降|提高|提升|净增|总数|累计|其中|占|居|位居|排名|排在|位列|列|分别|达到?[0-9]|全省|全国|全市|新增|实际|使用|并|约|超过|完成|实现率|同时)")]
    private static partial Regex Dependent();

    // Says when, as of when or on what ground the next clause holds.
    [GeneratedRegex("^(截至|截止|到|至|[0-9０-９]{1,2}[-—－~～至到][0-9０-９]{1,2}月|上半年|前[一二三四五六七八九十0-9]+(个月|季度)|全年|今年以来|[0-9]{4}年|根据|据|其中).{0,18}[，,]$|公示|初步|快报|预计")]
    private static partial Regex Opening();
}
