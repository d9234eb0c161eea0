using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>The words of <c>Vocabulary/measure-words.txt</c> by role, ready for building the forms of policy language from them.</summary>
internal static class MeasureWords
{
    private static readonly Dictionary<string, string[]> Roles = VocabularyTable.Rows("measure-words.txt")
        .ToDictionary(row => row[0], row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>The role's words as alternatives of a regular expression, longest first, in a group that captures nothing.</summary>
    public static string Any(string role) => Any(Roles[role]);

    public static string Any(IEnumerable<string> words) =>
        "(?:" + string.Join('|', words.Select(PolicyText.PlainOf).OrderByDescending(w => w.Length).Select(Regex.Escape)) + ")";

    /// <summary>A form over plain text; bounded in time, for the texts are anybody's.</summary>
    public static Regex Form(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    /// <summary>Rows of a vocabulary whose last column lists words: the columns before it and the words.</summary>
    public static IEnumerable<(string[] Columns, string[] Words)> Table(string file) =>
        VocabularyTable.Rows(file).Select(row => (row[..^1], row[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
