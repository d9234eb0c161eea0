using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Reads the times of a question that are no years: 去年, 1-11月.</summary>
internal sealed partial class AskedTimeReader(QuestionWords words)
{
    /// <summary>-1 for 去年, 0 for 今年, 1 for 明年, null for none; and where the words stand.</summary>
    public int? RelativeYear(string folded, out ImmutableArray<TextSpan> spans)
    {
        foreach (var (list, offset) in new[] { ("lastyear", -1), ("thisyear", 0), ("nextyear", 1) })
        {
            // 比去年 measures growth; it does not say which year is asked about.
            var found = words.Find(list, folded)
                .Where(f => f.Span.Start == 0 || folded[f.Span.Start - 1] is not ('比' or '较'))
                .ToImmutableArray();
            if (found.IsEmpty)
                continue;
            spans = [.. found.Select(f => f.Span)];
            return offset;
        }

        spans = [];
        return null;
    }

    /// <summary>The months of the year that a question names, bounds included; null when none.</summary>
    public static (int From, int To)? Months(string folded)
    {
        if (folded.Contains("上半年", StringComparison.Ordinal))
            return (1, 6);
        if (folded.Contains("前三季度", StringComparison.Ordinal))
            return (1, 9);
        var match = MonthRange().Match(folded);
        if (!match.Success)
            return null;
        var to = NumberScanner.Scan(match.Groups["to"].Value + "月") is [var end] ? (int)end.Scaled : 0;
        if (to is < 1 or > 12)
            return null;
        var from = match.Groups["from"].Success ? 1 : match.Groups["first"].Success ? 1 : to;
        return (from, to);
    }

    // 1-11月, 1到10月, 前10个月, 12月(份); the last only where a month's own figure is asked for.
    [GeneratedRegex("(?<from>1)(-|到|至|~|月-|月到|月至)(?<to>1[0-2]|[1-9])月|(?<first>前)(?<to>1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})个?月|(?<![0-9年-])(?<to>1[0-2]|[1-9])月份?(?!底|末|[0-9])")]
    private static partial Regex MonthRange();
}
