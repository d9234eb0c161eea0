using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bot.Corpus;

/// <summary>
/// Undoes a text's earlier misreading, line by line: UTF-8 once read as GBK (鏀垮簻) or as Western letters (æ”¿åºœ), and GBK
/// read as Western letters (ÕþÎñ). A line is mended only where its bytes, taken back, are valid and plausible Chinese, which real
/// text can't be by chance.
/// </summary>
internal static class MojibakeMender
{
    // Two-character words (联通) can be valid both ways; four and more cannot in practice.
    private const int LeastForeign = 4;

    // Stands in no UTF-8 text, so that it shows as a lost character again.
    private const byte NoByte = 0xFF;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictGb = Strict(LegacyEncodings.Gb18030);

    /// <summary>The text mended where possible, with a warning for what was mended and what is lost for good.</summary>
    public static DecodedText Mend(string text)
    {
        var lines = text.Split('\n');
        var mended = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (MendLine(lines[i], LeastForeign) is { } better)
            {
                lines[i] = better;
                mended++;
            }
        }
        // Where most of the file was misread, its short lines were too.
        if (mended > 0)
            mended += MendShort(lines);
        var result = mended == 0 ? text : string.Join('\n', lines);
        return new(result, Warnings(result, mended));
    }

    /// <summary>How often U+FFFD, itself misread as GBK, stands in the text (锟斤拷).</summary>
    public static int CountLostPairs(string text)
    {
        var count = 0;
        for (var at = text.IndexOf("锟斤拷", StringComparison.Ordinal); at >= 0; at = text.IndexOf("锟斤拷", at + 3, StringComparison.Ordinal))
            count++;
        return count;
    }

    private static int MendShort(string[] lines)
    {
        var mended = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (MendLine(lines[i], 2) is { } better)
            {
                lines[i] = better;
                mended++;
            }
        }
        return mended;
    }

    private static string? MendLine(string line, int leastForeign)
    {
        var foreign = line.Count(c => c > '\u007f');
        if (foreign < leastForeign || line.Length > 200_000)
            return null;
        var western = line.Count(c => c is > '\u007f' and < '\u3000');
        var candidates = western > foreign * 0.7
            ? new[] { Reread(WesternBytes(line), StrictUtf8), Reread(WesternBytes(line), StrictGb) }
            : [Reread(GbBytes(line), StrictUtf8) ?? RereadWithLosses(line)];
        return candidates.FirstOrDefault(c => c is not null && IsBetter(c, line));
    }

    private static bool IsBetter(string candidate, string line)
    {
        var hanzi = candidate.Count(CommonHanzi.IsHanzi);
        return hanzi > 0 && candidate.Count(CommonHanzi.IsCommon) >= hanzi * 0.8
            && CommonHanzi.Plausibility(candidate) > CommonHanzi.Plausibility(line);
    }

    private static string? Reread(byte[]? bytes, Encoding encoding)
    {
        try
        {
            return bytes is null ? null : encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // GBK reads bytes in pairs, so a misread line of odd length lost a byte here and there; the rest is still worth having. Numbers
    // are ASCII and come through untouched, or the line was something else.
    private static string? RereadWithLosses(string line)
    {
        var bytes = new List<byte>(line.Length * 2);
        foreach (var part in line.Split('\ufffd'))
        {
            bytes.AddRange(LegacyEncodings.Gb18030.GetBytes(part));
            bytes.Add(NoByte);
        }
        // Some programs wrote a question mark in the lost byte's place.
        var text = Encoding.UTF8.GetString([.. bytes[..^1]]).Replace("\ufffd?", "\ufffd", StringComparison.Ordinal);
        return text.Count(c => c == '\ufffd') <= text.Length / 5 && Digits(text).SequenceEqual(Digits(line)) ? text : null;
    }

    private static IEnumerable<char> Digits(string text) => text.Where(char.IsAsciiDigit);

    private static byte[]? GbBytes(string line)
    {
        try
        {
            return StrictGb.GetBytes(line);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static byte[]? WesternBytes(string line)
    {
        var bytes = new byte[line.Length];
        Span<byte> one = stackalloc byte[4];
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] <= '\u00ff')
                bytes[i] = (byte)line[i];
            else if (LegacyEncodings.Western.GetBytes(line.AsSpan(i, 1), one) == 1 && one[0] >= 0x80)
                bytes[i] = one[0];
            else
                return null;
        }
        return bytes;
    }

    private static ImmutableArray<string> Warnings(string text, int mended)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (mended > 0)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"文件中有 {mended} 行乱码（编码曾被误读），已自动还原，请核对原文。"));
        var lost = text.Count(c => c == '\ufffd') + CountLostPairs(text);
        if (lost > 0)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"文件中有 {lost} 处文字已损坏，无法还原，请换用完好的原文件。"));
        return warnings.ToImmutable();
    }

    private static Encoding Strict(Encoding encoding) => CodePagesEncodingProvider.Instance.GetEncoding(
        encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) ?? encoding;
}
