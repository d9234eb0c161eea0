using System.Collections.Frozen;

namespace Bot.Corpus;

/// <summary>A set of words that is asked for the longest one standing at a place of a text.</summary>
internal sealed class WordPrefixes
{
    private readonly FrozenDictionary<char, string[]> _byFirst;

    public WordPrefixes(IEnumerable<string> words) =>
        _byFirst = words.Where(word => word.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(word => word[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Length).ToArray());

    /// <summary>Length of the longest word that stands at <paramref name="at"/>, 0 when none does.</summary>
    public int LongestAt(string text, int at)
    {
        if ((uint)at >= (uint)text.Length || !_byFirst.TryGetValue(text[at], out var words))
            return 0;
        foreach (var word in words)
        {
            if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                return word.Length;
        }
        return 0;
    }
}
