using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads the years a text speaks of.</summary>
internal static class YearReader
{
    private const int LongestRange = 30;
    private const int Nearby = 12;

    /// <summary>Every year written in the text, ascending, ranges written out.</summary>
    public static SortedSet<int> Written(string text)
    {
        var (all, measures, _) = Read(text);
        return all.Count > 0 ? all : measures;
    }


    /// <summary>The year a text opens with (2020年, 到2025年); null when it opens otherwise.</summary>
    public static int? Opening(string text) =>
        YearPatterns.Opening.Match(text) is { Success: true } match ? Number(match.Groups[1].Value) : null;

    /// <summary>
    /// The years a sentence speaks of, ascending. <paramref name="usual"/> are those it speaks of when it names none; they stay when the
    /// named ones are only background (自2009年起, a year in a document's name). <paramref name="now"/> is what 今年 means.
    /// </summary>
    public static ImmutableArray<int> Of(string sentence, IEnumerable<int> usual, int? now)
    {
        var (years, measures, named) = Read(sentence);
        if (now is { } year)
            foreach (Match relative in YearPatterns.Relative.Matches(sentence))
                named |= years.Add(year + Offset(relative)) || years.Count > 0;
        if (!named)
            years.UnionWith(usual);
        return years.Count > 0 ? [.. years] : [.. measures];
    }

    private static int Offset(Match relative)
    {
        if (relative.Groups[1].Success)
            return -1;
        return relative.Groups[3].Success ? 1 : 0;
    }

    // Named: at least one of them is what the sentence is about. Measures: the years it only measures against.
    private static (SortedSet<int> All, SortedSet<int> Measures, bool Named) Read(string text)
    {
        var years = new SortedSet<int>();
        var measures = new SortedSet<int>();
        var named = false;
        if (!text.Contains('年', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('0', '9'))
            return (years, measures, false);
        var names = YearPatterns.DocumentName.Matches(text);
        foreach (var (from, to, start, end) in Spans(text))
        {
            if (from == to && IsMeasure(text, start, end))
            {
                measures.Add(from);
                continue;
            }

            for (var year = from; year <= to && year - from <= LongestRange; year++)
                years.Add(year);
            named |= !names.Any(n => n.Index <= start && end <= n.Index + n.Length) && !YearPatterns.Since.IsMatch(text[end..Math.Min(text.Length, end + Nearby)])
                && !IsStart(text, start, end);
        }

        return (years, measures, named);
    }

    // 比2015年提高, 较2019年增长, 是2015年的5.6倍, 与2019年相比.
    private static bool IsMeasure(string text, int start, int end)
    {
        var before = start == 0 ? ' ' : text[start - 1];
        var after = text.AsSpan(end, Math.Min(Nearby, text.Length - end));
        return before is '比' or '较'
            || (before is '是' or '为' && after.StartsWith("的", StringComparison.Ordinal))
            || (before is '与' or '和' or '同' && after.StartsWith("相比", StringComparison.Ordinal));
    }

    // 由2017年的1034家增至6376家: where it came from; the year it came to stands elsewhere.
    private static bool IsStart(string text, int start, int end) =>
        start > 0 && text[start - 1] is '由' or '从' && end < text.Length && text[end] == '的';

    private static IEnumerable<(int From, int To, int Start, int End)> Spans(string text)
    {
        foreach (Match range in YearPatterns.Range.Matches(text))
            yield return (Number(range.Groups[1].Value), Number(range.Groups[2].Value), range.Index, range.Index + range.Length);
        foreach (Match match in YearPatterns.Year.Matches(text))
            yield return (Number(match.Groups[1].Value), Number(match.Groups[1].Value), match.Index, match.Index + match.Length);
        foreach (Match match in YearPatterns.InChinese.Matches(text))
            yield return (FromChinese(match.Value), FromChinese(match.Value), match.Index, match.Index + match.Length);
        foreach (Match match in YearPatterns.TwoDigits.Matches(text))
        {
            var year = 2000 + Number(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value);
            yield return (year, year, match.Index, match.Index + match.Length);
        }
    }

    private static int FromChinese(string text) =>
        text.TakeWhile(c => c != '年').Aggregate(0, (n, c) => (n * 10) + (c is '○' or '零' ? 0 : HeadingNumber.Read(c.ToString())));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
