using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Tells whether every member of an enumeration is asked for, and how many there are by the question.</summary>
internal sealed partial class AskedListReader(QuestionWords words)
{
    public bool IsAsked(string folded) => words.Has("list", folded) || CountedThenWhat().IsMatch(folded);

    /// <summary>Where counts stand that belong to the enumeration's name (六大, 四个一批).</summary>
    public IEnumerable<TextSpan> Counts(string folded) =>
        IsAsked(folded) ? Counted().Matches(folded).Select(m => new TextSpan(m.Index, m.Index + m.Length)) : [];

    public static int? Count(string folded)
    {
        foreach (Match match in Counted().Matches(folded))
        {
            // “科技新政20条” is a name, “四个一批” a count.
            var quote = folded.LastIndexOf('“', match.Index);
            if (quote >= 0 && quote < match.Index - 1 && folded.IndexOf('”', quote) > match.Index)
                continue;
            var number = NumberScanner.Scan(match.Value);
            if (number is [{ Value: >= 2 and <= 60 } one])
                return (int)one.Value;
        }

        return null;
    }

    [GeneratedRegex(@"(?:[二三四五六七八九十两]{1,3}|\d{1,2})[大个项类条种支方位家份](?!百分)")]
    private static partial Regex Counted();

    [GeneratedRegex(@"([二三四五六七八九十两]{1,3}|\d{1,2})[大个项类条种支].{0,12}(是什么|是啥|指什么|有什么|分别|是哪|都?叫啥|都?叫什么|包括)|哪[二三四五六七八九十两]|“[^”]{1,8}”.{0,6}(指什么|是什么|是啥)")]
    private static partial Regex CountedThenWhat();
}
