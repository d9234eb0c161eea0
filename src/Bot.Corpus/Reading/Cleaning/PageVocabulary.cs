using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>The words of web pages around documents, read from Vocabulary/page-*.txt and office-endings.txt.</summary>
internal static class PageVocabulary
{
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> LabelSections = Read("page-labels.txt");
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> WordSections = Read("page-words.txt");
    private static readonly ImmutableArray<string> OfficeEndings = Read("office-endings.txt")[""];

    private static readonly FrozenDictionary<string, LabelKind> LabelKinds = LabelSections
        .SelectMany(s => s.Value.Select(word => (word, Kind: Enum.Parse<LabelKind>(s.Key, ignoreCase: true))))
        .ToFrozenDictionary(p => p.word, p => p.Kind, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> TailWords = WordSections["tail"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The buttons, longest first, so that 打印本页 is not taken for 打印.</summary>
    public static ImmutableArray<string> Buttons { get; } = [.. WordSections["button"].OrderByDescending(w => w.Length)];

    /// <summary>Any label with its colon (or a table's bar or tab), spaces between its characters allowed. Group "label".</summary>
    public static Regex Label { get; } = new(
        $@"(?<label>{string.Join('|', LabelKinds.Keys.OrderByDescending(w => w.Length).Select(Spaced))})[ \u3000]*[:：|\t]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

    public static LabelKind KindOf(string label) => LabelKinds[label.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal)];

    /// <summary>The order of the date labels: 0 is the one that tells publication best.</summary>
    public static int DateRank(string label) => LabelSections["date"].IndexOf(label);

    public static bool IsTailWord(string word) => TailWords.Contains(word);

    public static bool LooksLikeOffice(string name) =>
        name.Length is >= 2 and <= 30 && name.All(c => CommonHanzi.IsHanzi(c) || c is '、' or ' ' or '(' or ')' or '（' or '）' or 'X' or '*')
        && OfficeEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal)) && name.Count(CommonHanzi.IsHanzi) >= 3;

    private static string Spaced(string word) => word.All(c => c > '\u007f')
        ? string.Join(@"[ \u3000]*", word.Select(c => Regex.Escape(c.ToString())))
        : $@"(?<![A-Za-z]){Regex.Escape(word)}";

    // Lines of words under [section] headings; # opens a comment; words before any heading belong to section "".
    private static ImmutableDictionary<string, ImmutableArray<string>> Read(string file)
    {
        using var stream = typeof(PageVocabulary).Assembly.GetManifestResourceStream($"Vocabulary/{file}")
            ?? throw new InvalidOperationException($"The resource Vocabulary/{file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var section = "";
        var words = new List<(string Section, string Word)>();
        while (reader.ReadLine()?.Trim() is { } line)
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
                section = line[1..^1];
            else if (line.Length > 0 && !line.StartsWith('#'))
                words.Add((section, line));
        }
        return words.GroupBy(w => w.Section)
            .ToImmutableDictionary(g => g.Key, g => g.Select(w => w.Word).Distinct(StringComparer.Ordinal).ToImmutableArray());
    }
}
