namespace Bot.Corpus;

/// <summary>Reads a number written in Chinese numerals, where its neighbours make it one. The text is half width.</summary>
internal static class ChineseNumberReader
{
    private const string PartOf = "分之";
    private const string ClauseStarts = "\n\r\t 　。；;，,：:、！!？?”\"";

    // 党的二十大: past fifteen, 大 counts congresses; 十大 counts things.
    private const decimal MostThings = 15;

    private static NumeralVocabulary Vocabulary => NumeralVocabulary.Default;

    public static WrittenNumber? Read(string text, int start, out int end)
    {
        end = EndOfNumeral(text, start);
        var numeral = text.AsSpan(start, end - start);
        var before = start == 0 ? '\n' : text[start - 1];
        if (text.AsSpan(end).StartsWith(PartOf, StringComparison.Ordinal) && PartAt(text, start, ref end) is { } part)
            return part;
        if (before is '数' or '几' || ChineseNumber.Read(numeral) is not { } value)
            return null;
        if (before == '第')
            return Number(start, end, NumberKind.Ordinal, value);
        if (IsLabel(text, before, end))
            return Number(start, end, NumberKind.Label, value);
        if (ChineseNumber.FactorOf(numeral[0]) >= 100 && !Vocabulary.OpensRoundNumber(before) && !IsAbout(text, end))
            return null;
        return Vocabulary.IsWord(text, start) ? null : Counted(text, start, value, before, ref end);
    }

    private static WrittenNumber? Counted(string text, int start, decimal value, char before, ref int end)
    {
        var next = end < text.Length ? text[end] : ' ';
        var isDate = next switch
        {
            '年' => CalendarYear.Is(value),
            '月' => value <= 12,
            '日' => before == '月',
            _ => false,
        };
        if (isDate)
            return Number(start, end, NumberKind.Date, value);
        if (next == '大' && value > MostThings)
            return Named(text, start, end, value);
        var after = IsAbout(text, end) ? end + 1 : end;
        var tail = end;
        var scaled = value * Multiplier.ReadAfter(text, ref tail);
        if (scaled != value)
            after = end = tail;
        if (Vocabulary.IsMeasure(text, after) || (Vocabulary.OpensRoundNumber(before) && value >= 10))
            return Number(start, end, NumberKind.Quantity, scaled);
        return Vocabulary.IsGrade(text, after) ? Number(start, end, NumberKind.Ordinal, value) : null;
    }

    // 三分之一, 百分之二十, 百分之20.
    private static WrittenNumber? PartAt(string text, int start, ref int end)
    {
        var partStart = end + PartOf.Length;
        var partEnd = partStart;
        while (partEnd < text.Length && (char.IsAsciiDigit(text[partEnd]) || (text[partEnd] == '.' && partEnd > partStart)))
            partEnd++;
        if (partEnd == partStart)
            partEnd = EndOfNumeral(text, partStart);
        var whole = ChineseNumber.Read(text.AsSpan(start, end - start));
        var written = text.AsSpan(partStart, partEnd - partStart);
        var part = decimal.TryParse(written, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var digits)
            ? digits
            : ChineseNumber.Read(written);
        if (whole is not > 0 || part is not { } value)
            return null;
        end = partEnd;
        if (whole is 100 or 1000)
            return Number(start, end, whole == 100 ? NumberKind.PerCent : NumberKind.PerMille, value);
        var quotient = value / whole.Value;
        return new(new(start, end), NumberKind.Fraction, quotient, quotient, true, NumberRange.None, NumberPrinter.Canonical(value, whole.Value));
    }

    private static int EndOfNumeral(string text, int start)
    {
        var end = start;
        while (end < text.Length && (ChineseNumber.IsNumeralCharacter(text[end]) || IsPoint(text, start, end)))
            end++;
        return end;
    }

    private static bool IsPoint(string text, int start, int at) =>
        text[at] == '点' && at > start && at + 1 < text.Length && ChineseNumber.DigitOf(text[at + 1]) >= 0 && text[at + 1] != '两';

    private static bool IsLabel(string text, char before, int end)
    {
        var next = end < text.Length ? text[end] : ' ';
        if (before is '(' or '（')
            return next is ')' or '）';
        return ClauseStarts.Contains(before, StringComparison.Ordinal) && (next is '是' or '要' || (next == '、' && before is '\n' or '\r' or ' ' or '　' or '。'));
    }

    private static bool IsAbout(string text, int end) => end < text.Length && text[end] is '余' or '多';

    private static WrittenNumber Number(int start, int end, NumberKind kind, decimal value) =>
        new(new(start, end), kind, value, value, true, NumberRange.None, CanonicalNumber.Of(kind, value));

    private static WrittenNumber Named(string text, int start, int end, decimal value) =>
        new(new(start, end), NumberKind.Name, value, value, true, NumberRange.None, text[start..(end + 1)]);
}
