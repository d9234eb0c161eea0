using System.Globalization;

namespace Bot.Corpus;

/// <summary>Reads a number written in digits, with separators, decimals, multiplier and sign. The text is half width.</summary>
internal static class ArabicNumberReader
{
    // Longer runs are file and telephone numbers; decimal holds 28 digits.
    private const int MostDigits = 15;

    public static WrittenNumber? Read(string text, int start, out int end)
    {
        if (NumberContext.IsLabel(text, start, out end))
            return Labelled(text, start, end);
        end = EndOfDigits(text, start);
        if (NumberContext.IsName(text, start, end, out var token))
            return Named(text, start, end, token);
        var digits = text[start..end].Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        if (digits.Length > MostDigits || (digits.Length > 2 && digits[0] == '0' && digits[1] != '.'))
            return Named(text, start, end, digits);
        var value = decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (FractionAt(text, start, value, ref end) is { } fraction)
            return fraction;
        if (NumberContext.IsNegative(text, start))
            (value, start) = (-value, start - 1);
        return Marked(text, start, value, ref end);
    }

    private static WrittenNumber Marked(string text, int start, decimal value, ref int end)
    {
        var next = end < text.Length && text[end] == ' ' ? end + 1 : end;
        var sign = next < text.Length ? text[next] : ' ';
        if (sign is '%' or '‰')
        {
            end = next + 1;
            var rate = sign == '%' ? NumberKind.PerCent : NumberKind.PerMille;
            return new(new(start, end), rate, value, value, false, NumberRange.None, CanonicalNumber.Of(rate, value));
        }
        if (EnglishPerCent(text, next) is > 0 and var word)
        {
            end = next + word;
            return new(new(start, end), NumberKind.PerCent, value, value, false, NumberRange.None, CanonicalNumber.Of(NumberKind.PerCent, value));
        }
        var kind = NumberContext.KindOf(text, start, end, value);
        var scaled = kind == NumberKind.Quantity ? value * Multiplier.ReadAfter(text, ref end) : value;
        if (scaled != value)
            scaled += Remainder(text, scaled / value, ref end, ref value);
        return new(new(start, end), kind, value, scaled, false, NumberRange.None, CanonicalNumber.Of(kind, scaled));
    }

    // 45.8 percent, 45.8 per cent; not 4 percentage points.
    private static int EnglishPerCent(string text, int at)
    {
        foreach (var word in (ReadOnlySpan<string>)["percent", "per cent"])
        {
            var behind = at + word.Length;
            if (at > 0 && text[at - 1] == ' ' && behind <= text.Length && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (behind == text.Length || !char.IsAsciiLetter(text[behind])))
                return word.Length;
        }
        return 0;
    }

    // 1亿2000万: a second group with a smaller multiplier belongs to the same number.
    private static decimal Remainder(string text, decimal factor, ref int end, ref decimal value)
    {
        if (end >= text.Length || !char.IsAsciiDigit(text[end]))
            return 0;
        var groupEnd = EndOfDigits(text, end);
        if (groupEnd - end > 5 || !decimal.TryParse(text.AsSpan(end, groupEnd - end), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return 0;
        var after = groupEnd;
        var smaller = Multiplier.ReadAfter(text, ref after);
        if (smaller == 1 || smaller >= factor)
            return 0;
        end = after;
        var rest = digits * smaller;
        value = value * factor + rest;
        return rest;
    }

    private static WrittenNumber? FractionAt(string text, int start, decimal numerator, ref int end)
    {
        if (end + 1 >= text.Length || text[end] != '/' || !char.IsAsciiDigit(text[end + 1]) || (start > 0 && text[start - 1] == '/'))
            return null;
        var last = end + 1;
        while (last < text.Length && char.IsAsciiDigit(text[last]))
            last++;
        if (last - end > 4 || (last < text.Length && text[last] is '/' or '.'))
            return null;
        var denominator = decimal.Parse(text.AsSpan(end + 1, last - end - 1), NumberStyles.None, CultureInfo.InvariantCulture);
        if (numerator >= denominator || !decimal.IsInteger(numerator))
            return null;
        end = last;
        var quotient = numerator / denominator;
        return new(new(start, end), NumberKind.Fraction, quotient, quotient, false, NumberRange.None, NumberPrinter.Canonical(numerator, denominator));
    }

    private static int EndOfDigits(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end - start <= 3)
        {
            while (IsThousandsGroup(text, end))
                end += 4;
        }
        if (end + 1 >= text.Length || text[end] != '.' || !char.IsAsciiDigit(text[end + 1]) 
            || NumberContext.IsDottedDate(text, start, end) || NumberContext.IsPartOfNumericDate(text, start))
            return end;
        end++;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end;
    }

    private static bool IsThousandsGroup(string text, int at)
    {
        if (at + 3 >= text.Length || text[at] is not (',' or '，'))
            return false;
        for (var i = at + 1; i <= at + 3; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return false;
        }
        return at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4]);
    }

    private static WrittenNumber Named(string text, int start, int end, string token)
    {
        var plain = text[start..end].Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        var value = plain.Length <= MostDigits ? decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;
        return new(new(start, end), NumberKind.Name, value, value, false, NumberRange.None, token);
    }

    private static WrittenNumber Labelled(string text, int start, int end)
    {
        var value = decimal.Parse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture);
        return new(new(start, end), NumberKind.Label, value, value, false, NumberRange.None, NumberPrinter.Canonical(value));
    }
}
