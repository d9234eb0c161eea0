using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Tests.Parts;

namespace Bot.Tests.Evaluation;

/// <summary>
/// Brings an answer and what is expected of it to one form before they are compared. The rules are the judge's own, apart
/// from the program's folding: a mistake there must not hide itself here. Only the table of compatibility characters
/// (Unicode's NFKC) is shared, as data.
/// </summary>
internal static partial class EvaluationText
{
    private const string OpeningAndClosing = "〔【〕】";
    private const string Brackets = "[[]]";

    private static readonly FrozenDictionary<char, string> s_compatible = File
        .ReadLines(Repository.PathOf("src", "Bot.Corpus", "Vocabulary", "compatibility.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .ToFrozenDictionary(cells => cells[0][0], cells => cells[1]);

    /// <summary>
    /// Compatibility characters replaced, lower case, dashes and brackets of one kind, and without quotation marks, Markdown's
    /// marks, thousands separators and white space; a space between two digits stays.
    /// </summary>
    public static string Fold(string text)
    {
        text = Compatible(text).ToLowerInvariant();
        text = Dashes.Replace(text, "-");
        text = string.Concat(text.Select(c => OpeningAndClosing.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? Brackets[i] : c));
        text = Marks.Replace(text, "");
        text = ThousandsSeparator.Replace(text, "");
        text = SpaceBesideWords.Replace(text, "");
        return Spaces.Replace(text, " ");
    }

    /// <summary>Is the fact in the text? One that begins or ends with a digit must begin or end the number there: 5% is not in 15%, 2.8 not in 2.85.</summary>
    /// <param name="folded">Folded already.</param>
    public static bool Holds(string folded, string fact)
    {
        fact = Fold(fact);
        var pattern = Regex.Escape(fact);
        if (fact.Length > 0 && char.IsDigit(fact[0]))
            pattern = @"(?<!\d)(?<!\d\.)" + pattern;
        if (fact.Length > 0 && char.IsDigit(fact[^1]))
            pattern += @"(?!\d)(?!\.\d)";
        return Regex.IsMatch(folded, pattern, RegexOptions.CultureInvariant);
    }

    /// <summary>The numbers of an answer as written there, markers [n] left out: gaps stay, so that 第3 5 段 holds two.</summary>
    public static IEnumerable<string> NumbersOfAnswer(string text) =>
        Numbers(SeparatorBeforeThree.Replace(Compatible(Marker.Replace(text, " ")), ""));

    public static IEnumerable<string> Numbers(string text) => Number.Matches(text).Select(match => match.Value);

    /// <summary>2.50 as 2.5, 3.0 as 3.</summary>
    public static string Plain(string number) =>
        number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;

    private static string Compatible(string text)
    {
        var compatible = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (s_compatible.TryGetValue(c, out var other))
                compatible.Append(other);
            else
                compatible.Append(c);
        }
        return compatible.ToString();
    }

    [GeneratedRegex(@"[\u2010-\u2015\u2212~]+")]
    private static partial Regex Dashes { get; }

    [GeneratedRegex("[“”‘’\"'「」『』*`_]")]
    private static partial Regex Marks { get; }

    [GeneratedRegex(@"(?<=\d),(?=\d{3}(?!\d))")]
    private static partial Regex ThousandsSeparator { get; }

    [GeneratedRegex(@"(?<=\d),(?=\d{3})")]
    private static partial Regex SeparatorBeforeThree { get; }

    [GeneratedRegex(@"(?<!\d)\s+|\s+(?!\d)")]
    private static partial Regex SpaceBesideWords { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }

    [GeneratedRegex(@"\[\d+(?:\s*[,，]\s*\d+)*\]")]
    private static partial Regex Marker { get; }

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Number { get; }
}
