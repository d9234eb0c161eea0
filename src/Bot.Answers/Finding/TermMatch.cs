using System.Collections.Immutable;
using Bot.Answers.Understanding;

namespace Bot.Answers.Finding;

/// <summary>How well a text holds one term, folded text on both sides.</summary>
internal static class TermMatch
{
    // A long name matches in part when most of its pairs of characters are there (高新产业增加值占规上 in a fuller wording).
    private const double EnoughPairs = 0.6;
    private const int ShortestPartial = 4;

    /// <summary>1: one of its words stands there; less: most of the characters of one do; 0: nothing of it.</summary>
    public static double In(string folded, TopicTerm term)
    {
        var best = 0.0;
        foreach (var word in term.Words)
        {
            if (Holds(folded, word))
                return 1;
            if (word.Length >= ShortestPartial && word[0] >= '\u2e80')
                best = Math.Max(best, Pairs(folded, word));
        }

        return best >= EnoughPairs ? best * 0.9 : 0;
    }

    private static bool Holds(string folded, string word)
    {
        if (!char.IsAsciiLetterOrDigit(word[0]) && !char.IsAsciiLetterOrDigit(word[^1]))
            return folded.Contains(word, StringComparison.Ordinal);
        for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !Joins(folded[at - 1], word[0])) && (at + word.Length == folded.Length || !Joins(folded[at + word.Length], word[^1])))
                return true;
        }

        return false;
    }

    // Two letters, or two digits, would make one longer word: 5 is not in 15, r&d not in br&d.
    private static bool Joins(char outside, char inside) =>
        (char.IsAsciiDigit(outside) && char.IsAsciiDigit(inside)) || (char.IsAsciiLetter(outside) && char.IsAsciiLetter(inside));

    private static double Pairs(string folded, string word)
    {
        var held = 0;
        for (var i = 0; i + 1 < word.Length; i++)
        {
            if (folded.AsSpan().IndexOf(word.AsSpan(i, 2), StringComparison.Ordinal) >= 0)
                held++;
        }

        return (double)held / (word.Length - 1);
    }
}
