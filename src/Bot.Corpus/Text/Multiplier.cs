namespace Bot.Corpus;

/// <summary>万, 亿, 千, 百 after digits; million and the like in English sentences.</summary>
internal static class Multiplier
{
    private static readonly (string Word, decimal Factor)[] s_english =
        [("hundred million", 100_000_000), ("ten thousand", 10_000), ("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000)];

    /// <summary>The factor that stands at <paramref name="end"/> (after 余 or 多 too: 200多万), 1 when none; moves the end past it.</summary>
    public static decimal ReadAfter(string text, ref int end)
    {
        var at = end;
        if (at + 1 < text.Length && text[at] == ' ' && text[at + 1] is '万' or '亿')
            at++;
        if (at < text.Length && text[at] is '余' or '多')
            at++;
        decimal factor = 1;
        while (at < text.Length && text[at] is '百' or '千' or '万' or '亿' && factor < 1_000_000_000_000m)
        {
            if (NumeralVocabulary.Default.BelongsToUnit(text, at))
                break;
            factor *= ChineseNumber.FactorOf(text[at]);
            at++;
        }
        if (factor > 1)
            end = at;
        return factor > 1 ? factor : ReadEnglish(text, ref end);
    }

    private static decimal ReadEnglish(string text, ref int end)
    {
        if (end + 1 >= text.Length || text[end] is not (' ' or '-') || !char.IsAsciiLetter(text[end + 1]))
            return 1;
        foreach (var (word, factor) in s_english)
        {
            var behind = end + 1 + word.Length;
            if (behind > text.Length || string.Compare(text, end + 1, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0
                || (behind < text.Length && char.IsAsciiLetter(text[behind])))
                continue;
            end = behind;
            return factor;
        }
        return 1;
    }
}
