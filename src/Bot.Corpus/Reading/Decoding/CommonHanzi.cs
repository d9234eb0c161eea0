using System.Text;

namespace Bot.Corpus;

/// <summary>
/// Tells Chinese as people write it from characters that a wrong decoding made up. The first level of GB 2312 holds the
/// 3,755 characters in common use: over 95% of the characters of running text, but few of those in mojibake.
/// </summary>
internal static class CommonHanzi
{
    private static readonly HashSet<char> FirstLevel = ReadFirstLevel();

    /// <summary>Share, 0 to 1, of the characters of <paramref name="text"/> that one would expect in a Chinese document.</summary>
    public static double Plausibility(string text)
    {
        if (text.Length == 0)
            return 0;
        double expected = 0;
        foreach (var c in text)
            expected += Weight(c);
        return Math.Max(0, expected / text.Length);
    }

    public static bool IsCommon(char c) => FirstLevel.Contains(c);

    public static bool IsHanzi(char c) => c is >= '\u3400' and <= '\u9fff';

    // Rare characters, private use and foreign letters count for little; what no text holds counts against.
    private static double Weight(char c) => c switch
    {
        '\n' or '\r' or '\t' or '\f' => 1,
        < ' ' or '\ufffd' or (>= '\u007f' and < '\u00a0') => -2,
        < '\u007f' => 1,
        >= '\u2010' and <= '\u203f' or >= '\u3000' and <= '\u301f' or >= '\uff01' and <= '\uff5e' => 1,
        >= '\u3400' and <= '\u9fff' => IsCommon(c) ? 1 : 0.3,
        _ => 0.2,
    };

    private static HashSet<char> ReadFirstLevel()
    {
        var encoding = LegacyEncodings.Gb18030;
        var set = new HashSet<char>();
        Span<byte> pair = stackalloc byte[2];
        for (var lead = 0xB0; lead <= 0xD7; lead++)
        {
            for (var trail = 0xA1; trail <= (lead == 0xD7 ? 0xF9 : 0xFE); trail++)
            {
                pair[0] = (byte)lead;
                pair[1] = (byte)trail;
                set.Add(encoding.GetString(pair)[0]);
            }
        }
        return set;
    }
}
