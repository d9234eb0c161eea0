using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bot.Corpus;

/// <summary>
/// Brings writings of the same words to one form, for comparing and searching, never for showing: full and half width
/// and other compatibility forms (Ａ, ％, ㎡, ①), upper and lower case, traditional and simplified characters, kinds of dash
/// and of space. Folding twice changes nothing.
/// </summary>
/// <remarks>
/// The tables are ours because <see cref="string.Normalize()"/> returns its input when the program runs without culture data.
/// Accents written as characters of their own are not joined to their letters.
/// </remarks>
public static class TextFolding
{
    private const char UnifiedDash = '-';
    private const string Dashes = "‐‑‒–—―−─﹘﹣－⸺⸻";

    // Marks in the table of single characters those that fold to several; a noncharacter, so no text holds it.
    private const char FoldsToSeveral = '\uFFFF';

    private static readonly Dictionary<char, string> Longer = [];
    private static readonly char[] Single = BuildSingle();

    /// <summary>The text in its folded form, most often of the same length.</summary>
    public static string Fold(string text)
    {
        if (!AnyLonger(text))
            return string.Create(text.Length, text, static (folded, original) =>
            {
                for (var i = 0; i < folded.Length; i++)
                    folded[i] = Single[original[i]];
            });
        return FoldWithMap(text).Text;
    }

    /// <summary>
    /// The folded text with, for every index in it, the index in <paramref name="text"/> it came from; one more entry at the
    /// end holds the length of <paramref name="text"/>, so that the end of a span can be mapped too.
    /// </summary>
    public static FoldedText FoldWithMap(string text)
    {
        var folded = new StringBuilder(text.Length);
        var origins = ImmutableArray.CreateBuilder<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (Single[text[i]] != FoldsToSeveral || !Longer.TryGetValue(text[i], out var longer))
            {
                folded.Append(Single[text[i]]);
                origins.Add(i);
                continue;
            }
            folded.Append(longer);
            for (var n = 0; n < longer.Length; n++)
                origins.Add(i);
        }
        origins.Add(text.Length);
        return new FoldedText(folded.ToString(), origins.DrainToImmutable());
    }

    private static bool AnyLonger(string text)
    {
        foreach (var c in text)
            if (Single[c] == FoldsToSeveral)
                return true;
        return false;
    }

    private static char[] BuildSingle()
    {
        var single = new char[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
            single[c] = char.GetUnicodeCategory((char)c) == UnicodeCategory.SpaceSeparator ? ' ' : char.ToLowerInvariant((char)c);
        foreach (var pair in Lines("traditional").SelectMany(line => line.Split(' ')))
            single[pair[0]] = pair[1];
        foreach (var line in Lines("compatibility"))
        {
            if (line.Length > 3)
                Longer[line[0]] = line[2..];
            single[line[0]] = line.Length > 3 ? FoldsToSeveral : line[2];
        }
        foreach (var dash in Dashes)
            single[dash] = UnifiedDash;
        FollowChains(single);
        return single;
    }

    // A compatibility form may stand for a traditional character or a dash, which folds on.
    private static void FollowChains(char[] single)
    {
        for (var c = 0; c <= char.MaxValue; c++)
            while (single[single[c]] is not FoldsToSeveral && single[single[c]] != single[c])
                single[c] = single[single[c]];
        foreach (var (from, to) in Longer)
            Longer[from] = string.Concat(to.Select(c => single[c]));
    }

    private static IEnumerable<string> Lines(string vocabulary)
    {
        using var stream = typeof(TextFolding).Assembly.GetManifestResourceStream($"Vocabulary/{vocabulary}.txt")
            ?? throw new InvalidOperationException($"The vocabulary {vocabulary}.txt is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line;
    }
}
