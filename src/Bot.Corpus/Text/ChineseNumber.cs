using System.Text;

namespace Bot.Corpus;

/// <summary>Reads and writes Chinese numerals up to 9999亿 (一百二十, 两千零五, 廿, 二〇二〇, 七点六).</summary>
public static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";
    private const long Largest = 999_999_999_999;

    public static bool IsNumeralCharacter(char c) => DigitOf(c) >= 0 || FactorOf(c) > 0 || c is '廿' or '卅';

    /// <summary>The numeral's value, or null when it is none that is written this way (十三五, 五一).</summary>
    public static decimal? Read(ReadOnlySpan<char> numeral)
    {
        var point = numeral.IndexOf('点');
        if (point < 0)
            return ReadWhole(numeral);
        var fraction = ReadDigits(numeral[(point + 1)..], leastDigits: 1);
        if (fraction is null || ReadWhole(numeral[..point]) is not { } whole)
            return null;
        var scale = 1m;
        for (var i = point + 1; i < numeral.Length; i++)
            scale *= 10;
        return whole + fraction.Value / scale;
    }

    /// <summary>The everyday writing: 十二, 一百零五, 两 is never written.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or past 9999亿.</exception>
    public static string Write(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        if (value == 0)
            return "零";
        var text = new StringBuilder();
        WriteGroup(text, value / 100_000_000, "亿");
        WriteGroup(text, value / 10_000 % 10_000, "万");
        WriteGroup(text, value % 10_000, "");
        return text.Length > 1 && text[0] == '一' && text[1] == '十' ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    /// <summary>0 to 9, or -1 when it is no digit.</summary>
    internal static int DigitOf(char c) => c switch
    {
        '〇' or '○' => 0,
        '两' => 2,
        _ => Digits.IndexOf(c, StringComparison.Ordinal),
    };

    /// <summary>10 for 十 … 100,000,000 for 亿, or 0 when it multiplies nothing.</summary>
    internal static int FactorOf(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };

    private static void WriteGroup(StringBuilder text, long group, string suffix)
    {
        if (group == 0)
            return;
        var pending = text.Length > 0 && group < 1000;
        for (var (factor, name) = (1000L, '千'); factor > 0; (factor, name) = (factor / 10, factor switch { 1000 => '百', 100 => '十', _ => ' ' }))
        {
            var digit = (int)(group / factor % 10);
            if (digit == 0)
            {
                pending = text.Length > 0;
                continue;
            }
            if (pending)
                text.Append('零');
            pending = false;
            text.Append(Digits[digit]);
            if (factor > 1)
                text.Append(name);
        }
        text.Append(suffix);
    }

    private static decimal? ReadWhole(ReadOnlySpan<char> numeral)
    {
        if (numeral.IsEmpty)
            return null;
        if (ReadDigits(numeral, leastDigits: 2) is { } spelled)
            return spelled;
        decimal total = 0, group = 0;
        var digit = -1;
        var lastFactor = int.MaxValue;
        foreach (var c in numeral)
        {
            var read = DigitOf(c);
            var factor = FactorOf(c);
            if (read >= 0)
            {
                if (digit > 0)
                    return null;
                digit = read;
            }
            else if (c is '廿' or '卅')
            {
                if (digit >= 0 || group > 0)
                    return null;
                group = c == '廿' ? 20 : 30;
                lastFactor = 10;
            }
            else if (factor >= 10_000)
            {
                group += Math.Max(digit, 0);
                total = group == 0 && total > 0 ? total * factor : total + Math.Max(group, total == 0 ? 1 : 0) * factor;
                (group, digit, lastFactor) = (0, -1, int.MaxValue);
            }
            else
            {
                if (factor >= lastFactor || factor == 0)
                    return null;
                group += (digit <= 0 ? 1 : digit) * factor;
                (digit, lastFactor) = (-1, factor);
            }
        }
        return total + group + Math.Max(digit, 0);
    }

    // 二〇二〇, 一九: digits read one by one, as in years.
    private static decimal? ReadDigits(ReadOnlySpan<char> numeral, int leastDigits)
    {
        if (numeral.Length < leastDigits || numeral.Length > 12)
            return null;
        decimal value = 0;
        var zero = false;
        foreach (var c in numeral)
        {
            var digit = DigitOf(c);
            if (digit < 0 || c == '两')
                return null;
            zero |= digit == 0;
            value = value * 10 + digit;
        }
        // 二三 is "two or three" and 一一 "one by one": without a zero only a year's four digits are spelled.
        return leastDigits == 1 || zero || numeral.Length == 4 ? value : null;
    }
}
