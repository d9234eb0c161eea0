using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Answers.Matching;

/// <summary>A stretch of the asker's words without a comma.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Sentence">Which sentence it belongs to, from 0.</param>
/// <param name="IsAside">Stands in brackets: what it says of time holds for nothing behind it.</param>
/// <param name="Years">Years it names and where, in reading order; relative ones resolved.</param>
internal sealed partial record ToldClause(string Text, int Sentence, ImmutableArray<(int At, int Year)> Years, bool IsAside)
{
    private const int ShortBracket = 2;

    public static ImmutableArray<ToldClause> Of(string folded, int thisYear)
    {
        var clauses = ImmutableArray.CreateBuilder<ToldClause>();
        var sentence = 0;
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && !IsEnd(folded, i))
                continue;
            if (i > start)
                clauses.Add(new ToldClause(folded[start..i], sentence, YearsIn(folded[start..i], thisYear), depth > 0));
            depth = i < folded.Length ? folded[i] switch { '(' => 1, ')' => 0, _ => depth } : 0;
            start = i + 1;
            if (i < folded.Length && folded[i] is '。' or '!' or '?' or '\n')
                sentence++;
        }

        return clauses.ToImmutable();
    }

    // 1,250万 is one number; 12.5 too.
    private static bool IsEnd(string text, int at) => text[at] switch
    {
        ',' => !(at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])),
        '.' => at + 1 == text.Length || text[at + 1] == ' ',
        // 首台(套) is one word.
        '(' => text.IndexOf(')', at) is var close && !(close > at && close - at <= ShortBracket),
        ')' => text.LastIndexOf('(', at) is var open && !(open >= 0 && at - open <= ShortBracket),
        // 研发费用:260万, Revenue 2025: 40 million: what stands before is of that number.
        ':' => text.AsSpan(at + 1).TrimStart() is not [>= '0' and <= '9', ..],
        '。' or ';' or '!' or '?' or '、' or '\n' => true,
        _ => false,
    };

    private static ImmutableArray<(int At, int Year)> YearsIn(string text, int thisYear) =>
        [.. YearWords().Matches(text).Select(m => (m.Index, YearOf(m, thisYear)))];

    private static int YearOf(Match match, int thisYear) =>
        match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture)
        : match.Groups["short"].Success ? 2000 + int.Parse(match.Groups["short"].Value, CultureInfo.InvariantCulture)
        : match.Groups["before"].Success ? thisYear - 2
        : match.Groups["last"].Success ? thisYear - 1
        : thisYear;

    [GeneratedRegex(@"(?<![\d.])(?<year>20\d\d)(?:年|(?![\d.%万亿千元家个项件人名]))|(?<![\d.第近])(?<short>[12]\d)年(?!来|内|期|以|前|多|了|间)|(?<before>前年|year before last|大前年)|(?<last>去年|上年度?|上一?个?年度?|last year)|(?<now>今年|本年度?|this year)")]
    private static partial Regex YearWords();
}
