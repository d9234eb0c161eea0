using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Reads the years that a question names, and where they stand.</summary>
internal static partial class YearReader
{
    // Two digits are a year only with 年 or before a word of planning or summing up, and only near our time.
    private const int EarliestShortYear = 5;
    private const int LatestShortYear = 40;

    /// <summary>Years named in folded text, ascending, ranges filled; spans of what names them.</summary>
    public static (ImmutableArray<int> Years, ImmutableArray<TextSpan> Spans) Read(string folded)
    {
        var years = new SortedSet<int>();
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (Match match in Range().Matches(folded))
        {
            var (from, to) = (Number(match.Groups["from"].Value), Number(match.Groups["to"].Value));
            if (from > to || to - from > 15)
                continue;
            years.UnionWith(Enumerable.Range(from, to - from + 1));
            spans.Add(new TextSpan(match.Index, match.Index + match.Length));
        }

        foreach (Match match in Single().Matches(folded))
            Take(match, Number(match.Groups["year"].Value));
        foreach (Match match in Short().Matches(folded))
        {
            if (Number(match.Groups["year"].Value) is >= EarliestShortYear and <= LatestShortYear and var year)
                Take(match, 2000 + year);
        }

        return ([.. years], spans.ToImmutable());

        void Take(Match match, int year)
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            if (spans.Any(s => s.Overlaps(span)))
                return;
            years.Add(year);
            spans.Add(span);
        }
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // 2011到2014, 2011-2014年
    [GeneratedRegex(@"(?<![\d.])(?<from>(?:19|20)\d\d)年?(?:-|到|至|~)(?<to>(?:19|20)\d\d)(?![\d.])年?")]
    private static partial Regex Range();

    // 2019年, 2019 as a word of its own; not 2000万元 nor 2015家
    [GeneratedRegex(@"(?<![\d.])(?<year>(?:19|20)\d\d)(?:年度?|(?![\d.%万亿千元家个项件人名]|[多余][家个项件人万亿]))")]
    private static partial Regex Single();

    // 15年, 25年; not 10年来, 5年内, 15年期
    [GeneratedRegex(@"(?<![\d.第近过这])(?<year>\d\d)年(?![来内期以间])")]
    private static partial Regex Short();
}
