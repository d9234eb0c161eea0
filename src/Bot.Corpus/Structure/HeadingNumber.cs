namespace Bot.Corpus;

/// <summary>Small numbers as headings and runs write them: 3, 三, 十二, 二十, ③.</summary>
internal static class HeadingNumber
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>0 when it is none.</summary>
    public static int Read(string text)
    {
        if (int.TryParse(text, out var number))
            return number;
        if (text.Length == 1 && text[0] is >= '①' and <= '⑳')
            return text[0] - '①' + 1;
        if (text.Length == 1 && text[0] is >= '⑴' and <= '⒇')
            return text[0] - '⑴' + 1;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Length == 1 ? Math.Max(0, Digits.IndexOf(text[0], StringComparison.Ordinal)) : 0;
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[ten - 1], StringComparison.Ordinal);
        var ones = ten + 1 < text.Length ? Digits.IndexOf(text[ten + 1], StringComparison.Ordinal) : 0;
        return tens < 0 || ones < 0 ? 0 : (tens * 10) + ones;
    }

    /// <summary>Up to 99.</summary>
    public static string Write(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => "十" + (number == 10 ? "" : Digits[number - 10]),
        _ => Digits[number / 10] + "十" + (number % 10 == 0 ? "" : Digits[number % 10]),
    };
}
