using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// Splits a text into sentences at 。！？； and their ASCII forms where those end one. Closing quotes and brackets belong
/// to the sentence; inside a bracket or quotation that closes soon nothing is split.
/// </summary>
public static class SentenceSplitter
{
    // Longer quotations are speech of their own, and an unclosed bracket must not swallow the paragraph.
    private const int LongestUnsplit = 80;
    private const string Openers = "“‘「『《〈（([【〔";
    private const string Closers = "”’」』》〉）)]】〕";

    /// <summary>The sentences' spans in <paramref name="text"/>, in order, without white space around them; together they cover it.</summary>
    public static ImmutableArray<TextSpan> Split(string text)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            var opener = Openers.IndexOf(text[i], StringComparison.Ordinal);
            if (opener >= 0 && ClosingOf(text, i, opener) is var close and > 0)
            {
                i = close + 1;
                if (!EndsInside(text, close))
                    continue;
            }
            else if (!IsEnd(text, i++))
            {
                continue;
            }

            i = PastClosers(text, i);
            Add(spans, text, start, i);
            start = i;
        }

        Add(spans, text, start, text.Length);
        return spans.ToImmutable();
    }

    private static void Add(ImmutableArray<TextSpan>.Builder spans, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start < end)
            spans.Add(new TextSpan(start, end));
    }

    private static int ClosingOf(string text, int open, int kind)
    {
        var depth = 0;
        var last = Math.Min(text.Length, open + LongestUnsplit);
        for (var i = open; i < last; i++)
        {
            if (text[i] == Openers[kind])
                depth++;
            // Full and half width are mixed: （…).
            else if ((text[i] == Closers[kind] || (Openers[kind] is '（' or '(' && text[i] is '）' or ')')) && --depth == 0)
                return i;
        }

        return -1;
    }

    // 他说:“好。” ends here; “为什么?”的 goes on.
    private static bool EndsInside(string text, int close)
    {
        if (text[close] is '》' or '〉' or '】' || close == 0)
            return false;
        var goesOn = close + 1 < text.Length && (char.IsLetterOrDigit(text[close + 1]) || text[close + 1] is ',' or '，' or '、' or '。');
        return text[close - 1] == '。' ? !(close + 1 < text.Length && text[close + 1] is ',' or '，' or '、' or '。')
            : text[close - 1] is '！' or '？' or '!' or '?' && !goesOn;
    }

    private static bool IsEnd(string text, int i)
    {
        switch (text[i])
        {
            case '。' or '！' or '？' or '；' or '｡':
                return true;
            case '!' or '?' or ';':
                // In an address, or in Latin text without space after it (a.html?x=1;y).
                return i == 0 || i + 1 == text.Length || !IsLatin(text[i - 1]) || !IsLatin(text[i + 1]);
            case '.':
                return IsFullStop(text, i);
            default:
                return false;
        }
    }

    // A half-width stop ends a Chinese sentence between Chinese characters, and an English one after a word before a capital.
    private static bool IsFullStop(string text, int i)
    {
        if (i == 0)
            return false;
        if (IsChinese(text[i - 1]) && i >= 4)
            return i + 1 == text.Length || IsChinese(text[i + 1]);
        return i >= 4 && i + 2 < text.Length && text[i + 1] == ' ' && char.IsAsciiLetterUpper(text[i + 2])
            && text[(i - 4)..i].All(char.IsAsciiLetterLower);
    }

    private static int PastClosers(string text, int i)
    {
        while (i < text.Length && (Closers.Contains(text[i], StringComparison.Ordinal) || text[i] is '"' || IsRepeatedEnd(text, i)))
            i++;
        return i;
    }

    private static bool IsRepeatedEnd(string text, int i) => text[i] is '。' or '！' or '？' or '!' or '?' or '；';

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '=' or '&' or '_' or '-';

    private static bool IsChinese(char c) => c is >= '一' and <= '鿿';
}
