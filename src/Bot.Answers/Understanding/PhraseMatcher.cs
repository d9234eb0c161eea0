using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>
/// Finds known phrases in folded text, longest first, from left to right, without overlap.
/// Latin phrases match whole words only; Chinese ones match anywhere, for Chinese has no word boundaries.
/// </summary>
internal sealed class PhraseMatcher<T>
{
    private readonly Dictionary<char, (string Phrase, T Value)[]> _byFirst;

    public PhraseMatcher(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        _byFirst = phrases
            .Where(p => p.Key.Length > 0)
            .GroupBy(p => p.Key[0])
            .ToDictionary(
                g => g.Key,
                g => g.OrderByDescending(p => p.Key.Length).Select(p => (p.Key, p.Value)).ToArray());
    }

    public ImmutableArray<(TextSpan Span, T Value)> FindIn(string folded)
    {
        var found = ImmutableArray.CreateBuilder<(TextSpan, T)>();
        for (var at = 0; at < folded.Length;)
        {
            var length = LongestAt(folded, at, out var value);
            if (length > 0)
                found.Add((new TextSpan(at, at + length), value!));
            at += Math.Max(1, length);
        }

        return found.ToImmutable();
    }

    private int LongestAt(string folded, int at, out T? value)
    {
        if (_byFirst.TryGetValue(folded[at], out var candidates))
        {
            foreach (var (phrase, payload) in candidates)
            {
                if (!StartsAt(folded, at, phrase))
                    continue;
                value = payload;
                return phrase.Length;
            }
        }

        value = default;
        return 0;
    }

    private static bool StartsAt(string folded, int at, string phrase) =>
        string.CompareOrdinal(folded, at, phrase, 0, phrase.Length) == 0
        && (!IsLatin(phrase[0]) || at == 0 || !IsLatin(folded[at - 1]))
        && (!IsLatin(phrase[^1]) || at + phrase.Length == folded.Length || !IsLatin(folded[at + phrase.Length]));

    private static bool IsLatin(char c) => char.IsAsciiLetter(c);
}
