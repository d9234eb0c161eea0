using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>What a yes-or-no question claims of a number: 超过1800家了吗, 是2.4%吗.</summary>
/// <param name="Number">The number claimed, scaled: 50亿 is 5,000,000,000.</param>
/// <param name="After">Folded text after it, which begins with its unit.</param>
internal sealed partial record Claim(ClaimKind Kind, WrittenNumber Number, string After)
{
    /// <summary>Null when the question tests no number, or more than one.</summary>
    public static Claim? Read(string folded)
    {
        if (!Tests().IsMatch(folded))
            return null;
        var numbers = NumberScanner.Scan(folded)
            .Where(n => n.Kind is NumberKind.Quantity or NumberKind.PerCent && !n.IsChinese && !IsYear(folded, n))
            .ToList();
        if (numbers is not [var number])
            return null;
        var before = folded[Math.Max(0, number.Span.Start - 12)..number.Span.Start];
        var kind = Below().IsMatch(before) ? ClaimKind.Less
            : Above().IsMatch(before) ? ClaimKind.More
            : Reached().IsMatch(before) || folded[number.Span.End..].Contains("以上", StringComparison.Ordinal) ? ClaimKind.AtLeast
            : ClaimKind.Equal;
        return new Claim(kind, number, folded[number.Span.End..]);
    }

    private static bool IsYear(string folded, WrittenNumber number) =>
        number.Value is >= 1990 and <= 2100 && (number.Span.End >= folded.Length || folded[number.Span.End] is '年' or ' ' or '?' or '的');

    [GeneratedRegex("(吗|么|没有|没|吧|对不对|是真的)[?。]?$|是不是|是否|有没有|^(did|does|do|is|was|were|has|have)\\b")]
    private static partial Regex Tests();

    [GeneratedRegex("(低于|不到|少于|不足|小于|不超过|(less|fewer|lower) than|below|under)[^,。]{0,3}$")]
    private static partial Regex Below();

    [GeneratedRegex("(超过|超|突破|高于|大于|多于|逾|(more|higher|greater) than|over|above|exceed(ed|s)?|surpass(ed)?)了?[^,。]{0,3}$")]
    private static partial Regex Above();

    [GeneratedRegex("(达到|达|做到|实现|至少|不少于|不低于|已?到|满|reach(ed)?|at least|hit)了?[^,。]{0,3}$")]
    private static partial Regex Reached();
}
