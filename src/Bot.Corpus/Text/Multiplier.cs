namespace Bot.Corpus;

/// <summary>万, 亿, 千, 百 after digits.</summary>
internal static class Multiplier
{
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
        return factor;
    }
}
