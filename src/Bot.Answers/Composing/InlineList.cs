using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Enumerations inside a sentence: 甲、乙和丙三大…, “甲”“乙”, 《甲》《乙》.</summary>
internal static partial class InlineList
{
    /// <summary>The largest number of members that one enumeration of the sentence sets out; 0 when it sets out none.</summary>
    public static int Members(string sentence)
    {
        var most = 0;
        foreach (var clause in Clauses.Of(sentence))
            most = Math.Max(most, InClause(clause.Of(sentence)));
        foreach (Match quoted in Within().Matches(sentence))
            most = Math.Max(most, quoted.Value.Count(c => c == '、') + 1);
        most = Math.Max(most, AfterColon(sentence));
        return Math.Max(most, Math.Max(Titles().Count(sentence), Quoted().Matches(sentence).Select(m => m.Groups["one"].Captures.Count).DefaultIfEmpty().Max()));
    }

    // Marks inside brackets, quotation marks and titles part something else.
    private static int InClause(string clause)
    {
        var bare = Inside().Replace(clause, "○");
        var marks = bare.Count(c => c == '、');
        if (marks == 0)
            return Joined().IsMatch(bare) ? 2 : 0;
        var tail = bare[(bare.LastIndexOf('、') + 1)..];
        return marks + 1 + (Joined().IsMatch(tail) ? 1 : 0);
    }

    // 存在三个偏低：甲偏低，乙偏低，丙偏低
    private static int AfterColon(string sentence)
    {
        var colon = sentence.AsSpan().IndexOfAny('：', ':');
        return colon < 0 || colon + 1 >= sentence.Length ? 0 : Clauses.Of(sentence[(colon + 1)..].TrimEnd('。', '；')).Length;
    }

    /// <summary>Whether the sentence says the number itself (三大科创走廊), as a Chinese or Arabic numeral.</summary>
    public static bool States(string sentence, int count) =>
        NumberScanner.Scan(sentence).Any(n => n.Kind == NumberKind.Quantity && n.Scaled == count);

    [GeneratedRegex("“[^”]*、[^”]*”")]
    private static partial Regex Within();

    [GeneratedRegex("《[^》]+》")]
    private static partial Regex Titles();

    [GeneratedRegex("(?<one>“[^”]{1,20}”[^，。、；,;“]{0,4}、?){2,}")]
    private static partial Regex Quoted();

    [GeneratedRegex("《[^》]*》|“[^”]*”|（[^）]*）|\\([^)]*\\)")]
    private static partial Regex Inside();

    [GeneratedRegex("[^、]{1,20}(和|与|及|以及)[^、]{1,30}")]
    private static partial Regex Joined();
}
