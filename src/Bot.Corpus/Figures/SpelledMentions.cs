using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Numbers in words that are no numerals: 三成, 首位.</summary>
internal static partial class SpelledMentions
{
    private const string Digits = "一二三四五六七八九";

    public static IEnumerable<Mention> Read(string text)
    {
        foreach (Match match in Tenths().Matches(text))
        {
            var digit = match.Groups["digit"].ValueSpan[0];
            var value = (digit == '两' ? 2 : Digits.IndexOf(digit, StringComparison.Ordinal) + 1) + (match.Groups["half"].Success ? 0.5m : 0m);
            yield return Made(text, match, value, "成", UnitKind.Rate);
        }
        foreach (Match match in Firsts().Matches(text))
            yield return Made(text, match, 1, match.Value[^1] == '位' ? "位" : "", UnitKind.Place);
    }

    private static Mention Made(string text, Match match, decimal value, string unit, UnitKind kind)
    {
        var span = new TextSpan(match.Index, match.Index + match.Length);
        var number = new WrittenNumber(span, NumberKind.Quantity, value, value, true, NumberRange.None, value.ToString(CultureInfo.InvariantCulture));
        var after = kind == UnitKind.Rate ? FigureLexicon.Default.At(text, span.End, WordRoles.After) : "";
        return new(number, span, span.End + after.Length, value, unit, kind, "", after);
    }

    // 六成; not 三成果, 七成立.
    [GeneratedRegex("(?<=[的占达约近超过到有为足逾至])(?<digit>[一二两三四五六七八九])成(?<half>半)?(?=以上|左右|多|[，,。；;、（(）)]|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tenths();

    // 居全省首位; 摆在首位 is no rank.
    [GeneratedRegex("(?<=[居列名国省市县区界球部排位])(?:首位|榜首)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Firsts();
}
