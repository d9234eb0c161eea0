using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Answers.Generating;

/// <summary>Parts of a year in English, written as reports write them: 1-11月, 上半年, 前三季度; each between ⟦ and ⟧.</summary>
internal static partial class EnglishDates
{
    private static readonly string[] s_months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] s_numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static string Write(string text)
    {
        text = Months().Replace(text, m => $"⟦{Number(m.Groups["from"].Value)}-{Number(m.Groups["to"].Value)}月⟧");
        text = FirstMonths().Replace(text, m => Count(m.Groups["n"].Value) is > 1 and <= 12 and var n ? $"⟦1-{n}月⟧" : m.Value);
        text = Month().Replace(text, m => $"⟦{Number(m.Groups["from"].Value)}月⟧");
        text = Half().Replace(text, m => m.Groups["n"].Value[0] is 'f' or 'F' ? "⟦上半年⟧" : "⟦下半年⟧");
        text = Quarters().Replace(text, "⟦前三季度⟧");
        return FullYear().Replace(text, "⟦全年⟧");
    }

    /// <summary>A number in words, one to twelve; null for any other word.</summary>
    public static int? Count(string word) =>
        Array.IndexOf(s_numbers, word.ToLowerInvariant()) is > 0 and var n ? n
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : null;

    private static int Number(string month) => Array.FindIndex(s_months, m => m.StartsWith(month[..3], StringComparison.OrdinalIgnoreCase)) + 1;

    private const string Name = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)";

    [GeneratedRegex($@"\b(?:(?:from|between)\s+)?(?<from>{Name})\.?\s*(?:-|–|—|to|through|until|and)\s*(?<to>{Name})\b\.?")]
    private static partial Regex Months();

    [GeneratedRegex($@"\b(?<from>{Name})\b")]
    private static partial Regex Month();

    [GeneratedRegex(@"\b(?:the )?first (?<n>\w+) months\b", RegexOptions.IgnoreCase)]
    private static partial Regex FirstMonths();

    [GeneratedRegex(@"\b(?:the )?(?<n>first|second) half of the year\b|\b(?:the )?(?<n>first|second) half of(?= (?:19|20)\d\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Half();

    [GeneratedRegex(@"\b(?:the )?first three quarters\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quarters();

    [GeneratedRegex(@"\b(?:the )?(?:full|whole|entire) year\b", RegexOptions.IgnoreCase)]
    private static partial Regex FullYear();
}
