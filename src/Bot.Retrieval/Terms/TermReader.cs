using System.Globalization;
using System.Text;

namespace Bot.Retrieval;

/// <summary>Reads the terms of a folded text (<see cref="Bot.Corpus.TextFolding"/>).</summary>
internal static class TermReader
{
    private const int ThousandsGroup = 3;

    /// <summary>Adds every term occurrence in <paramref name="text"/> to <paramref name="terms"/>.</summary>
    public static void Read(ReadOnlySpan<char> text, List<Term> terms)
    {
        var previous = -1;
        var previousAt = 0;
        var wordEnd = 0;
        for (var i = 0; i < text.Length;)
        {
            var rune = RuneAt(text, i, out var length);
            if (!IsSearched(rune))
            {
                if (!IsSeparatorOfThousands(text, i))
                    previous = -1;
                i += length;
                continue;
            }
            if (IsHan(rune))
                terms.Add(new Term(Term.CharacterKey(rune), i));
            else if (i >= wordEnd)
                wordEnd = ReadWord(text, i, terms);
            if (previous >= 0)
                terms.Add(new Term(Term.PairKey(previous, rune), previousAt));
            previous = rune;
            previousAt = i;
            i += length;
        }
    }

    // A number with its decimals (7.6) and without separators of thousands (1,346 is 1346); a word with its joints (r&d).
    private static int ReadWord(ReadOnlySpan<char> text, int start, List<Term> terms)
    {
        Span<char> word = stackalloc char[64];
        var length = 0;
        var i = start;
        for (; i < text.Length; i++)
        {
            if (IsSeparatorOfThousands(text, i))
                continue;
            if (!IsWordPart(text, i))
                break;
            if (length < word.Length)
                word[length++] = text[i];
        }
        terms.Add(new Term(Term.WordKey(word[..length]), start));
        return i;
    }

    private static bool IsWordPart(ReadOnlySpan<char> text, int i)
    {
        if (char.IsLetterOrDigit(text[i]))
            return !IsHan(text[i]);
        if (char.IsSurrogate(text[i]))
        {
            var rune = RuneAt(text, char.IsLowSurrogate(text[i]) && i > 0 ? i - 1 : i, out _);
            return IsLetter(rune) && !IsHan(rune);
        }
        return text[i] is '.' or '&' && i > 0 && i + 1 < text.Length && IsPlain(text[i - 1]) && IsPlain(text[i + 1]);
    }

    private static bool IsSeparatorOfThousands(ReadOnlySpan<char> text, int i)
    {
        if (text[i] != ',' || i == 0 || !char.IsAsciiDigit(text[i - 1]))
            return false;
        var digits = 0;
        while (i + 1 + digits < text.Length && char.IsAsciiDigit(text[i + 1 + digits]))
            digits++;
        return digits == ThousandsGroup;
    }

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) && !IsHan(c);

    private static bool IsSearched(int rune) =>
        rune <= char.MaxValue ? IsHan(rune) || char.IsLetterOrDigit((char)rune) : IsLetter(rune);

    private static bool IsLetter(int rune) =>
        CharUnicodeInfo.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter
            or UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.DecimalDigitNumber;

    private static bool IsHan(int rune) => rune is (>= 0x3400 and <= 0x9fff) or 0x3007 or (>= 0x20000 and <= 0x3ffff);

    private static int RuneAt(ReadOnlySpan<char> text, int i, out int length)
    {
        if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
        {
            length = 1;
            return text[i];
        }
        length = 2;
        return new Rune(text[i], text[i + 1]).Value;
    }
}
