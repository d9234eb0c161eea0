using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>A number in brackets that tells how much what it stands behind is: 高于全省平均水平（2.26%）0.94个百分点, 全年目标（520亿元）的75.3%.</summary>
/// <param name="Span">With the brackets: the clause goes on behind them as if they weren't there.</param>
/// <param name="IsPlan">It is the size of a target.</param>
internal readonly partial record struct Aside(TextSpan Span, bool IsPlan)
{
    private const int LongestLook = 24;

    /// <summary>Null when the number is none.</summary>
    public static Aside? Of(string text, Mention mention, int from)
    {
        if (mention.Tail >= text.Length || text[mention.Tail] is not (')' or '）'))
            return null;
        var open = mention.Span.Start - 1;
        while (open > from && text[open] is '约' or '近' or '超' or '为')
            open--;
        if (open <= from || text[open] is not ('(' or '（'))
            return null;
        var before = text.AsSpan(Math.Max(from, open - LongestLook), open - Math.Max(from, open - LongestLook));
        var isPlan = Plan().IsMatch(before);
        return isPlan || Other().IsMatch(before) ? new(new(open, mention.Tail + 1), isPlan) : null;
    }

    [GeneratedRegex(@"(?:目标|任务|计划|预期)[数值]?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plan();

    [GeneratedRegex(@"(?:平均水平|平均值|平均数|平均|均值|(?:与|比|较|于)\p{IsCJKUnifiedIdeographs}{2,8})$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Other();
}
