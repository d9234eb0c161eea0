namespace Bot.Corpus;

/// <summary>What the characters beside digits make of them. The text is half width.</summary>
internal static class NumberContext
{
    private const string Openers = "(（[【";
    private const string Closers = ")）]】";
    private const string Boundaries = "。；;：:！？!?\n\r\t 　”\"";

    /// <summary>True for the number of a heading or list entry: "1." and "2、" where a sentence may begin, "(3)".</summary>
    public static bool IsLabel(string text, int start, out int end)
    {
        end = start;
        while (end < text.Length && end - start < 3 && char.IsAsciiDigit(text[end]))
            end++;
        if (end - start > 2 || end >= text.Length)
            return false;
        var before = start == 0 ? '\n' : text[start - 1];
        if (Openers.Contains(before, StringComparison.Ordinal))
            return Closers.Contains(text[end], StringComparison.Ordinal);
        if (!Boundaries.Contains(before, StringComparison.Ordinal))
            return false;
        return text[end] switch
        {
            '、' or ')' or '）' => true,
            '.' => end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1]) || IsYearAt(text, end + 1),
            _ => false,
        };
    }

    /// <summary>2020.02.06: the point parts a date, no decimals.</summary>
    public static bool IsDottedDate(string text, int start, int point)
    {
        if (point - start != 4 || text[start] is not ('1' or '2'))
            return false;
        var next = point + 1;
        while (next < text.Length && char.IsAsciiDigit(text[next]))
            next++;
        return next - point <= 3 && next + 1 < text.Length && text[next] == '.' && char.IsAsciiDigit(text[next + 1]);
    }

    /// <summary>True when the digits are part of a name (G60, 5G, 1+X, 2.0版, 27号); gives the whole token.</summary>
    public static bool IsName(string text, int start, int end, out string token)
    {
        token = "";
        if (end < text.Length && text[end] is '版' or '号' && !(text[end] == '号' && IsDayOfMonth(text, start)))
        {
            token = text[start..(end + 1)];
            return true;
        }
        if (!TouchesLetters(text, start, end) && !IsSum(text, start, end) && !IsChain(text, start, end))
            return false;
        var (from, to) = (start, end);
        while (from > 0 && IsTokenCharacter(text[from - 1]))
            from--;
        while (to < text.Length && IsTokenCharacter(text[to]))
            to++;
        token = text[from..to].Trim('+', '.');
        return true;
    }

    public static bool IsNegative(string text, int start)
    {
        if (start == 0 || text[start - 1] is not ('-' or '−'))
            return false;
        // A dash between two numbers (3月-5月) makes a range; only a lone one is a sign.
        for (var i = start - 2; i >= 0 && i >= start - 5; i--)
        {
            if (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '%' or '/' or '-' or '*')
                return false;
        }
        return true;
    }

    public static NumberKind KindOf(string text, int start, int end, decimal value)
    {
        if (start > 0 && text[start - 1] == '第')
            return NumberKind.Ordinal;
        var next = end < text.Length ? text[end] : ' ';
        var isDate = next switch
        {
            '年' => CalendarYear.Is(value),
            '月' => value is >= 1 and <= 12 && decimal.IsInteger(value),
            '日' or '号' => IsDayOfMonth(text, start),
            '-' or '/' or '.' => (CalendarYear.Is(value) && IsNumericDate(text, end)) || IsPartOfNumericDate(text, start),
            _ => IsPartOfNumericDate(text, start),
        };
        return isDate ? NumberKind.Date : NumberKind.Quantity;
    }

    private static bool IsDayOfMonth(string text, int start) => start > 0 && text[start - 1] is '月' or '、' or '至' or '-';

    private static bool IsNumericDate(string text, int separator)
    {
        var next = separator + 1;
        while (next < text.Length && char.IsAsciiDigit(text[next]))
            next++;
        return next - separator is 2 or 3 && next < text.Length && text[next] == text[separator];
    }

    /// <summary>True at the month or day of 2020-02-06 or 2020.2.6.</summary>
    public static bool IsPartOfNumericDate(string text, int start)
    {
        if (start < 5 || text[start - 1] is not ('-' or '/' or '.'))
            return false;
        var separator = text[start - 1];
        var group = start - 2;
        while (group >= 0 && char.IsAsciiDigit(text[group]))
            group--;
        if (start - group == 6)
            return IsYearAt(text, group + 1, needsSuffix: false) && IsNumericDate(text, start - 1);
        return group >= 4 && text[group] == separator && IsYearAt(text, group - 4, needsSuffix: false);
    }

    private static bool IsYearAt(string text, int at, bool needsSuffix = true) =>
        at + 4 <= text.Length && int.TryParse(text.AsSpan(at, 4), out var year) && CalendarYear.Is(year)
        && (!needsSuffix || (at + 4 < text.Length && text[at + 4] == '年'));

    private static bool TouchesLetters(string text, int start, int end)
    {
        if (start > 0 && char.IsAsciiLetter(text[start - 1]))
            return true;
        if (start > 1 && text[start - 1] == '-' && char.IsAsciiLetter(text[start - 2]))
            return true;
        var last = end;
        while (last < text.Length && char.IsAsciiLetter(text[last]))
            last++;
        return last > end && !NumeralVocabulary.Default.IsUnitLetters(text[end..last]);
    }

    // 1+X, 3+3: policy names, not sums.
    private static bool IsSum(string text, int start, int end) =>
        (end + 1 < text.Length && text[end] == '+' && char.IsAsciiLetterOrDigit(text[end + 1]))
        || (start > 1 && text[start - 1] == '+' && char.IsAsciiLetterOrDigit(text[start - 2]));

    // 1.2.3 numbers a clause or a version; 1.2020年 is a list number and a year.
    private static bool IsChain(string text, int start, int end) =>
        (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]) && text.AsSpan(start, end - start).Contains('.'))
        || (start > 1 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]) && !IsPartOfNumericDate(text, start)
            && !IsYearAt(text, start));

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '.';
}
