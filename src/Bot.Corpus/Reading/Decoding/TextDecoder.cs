using System.Text;

namespace Bot.Corpus;

/// <summary>
/// Turns a text file's bytes into text: by byte order mark, else UTF-8 where valid, else whichever of the encodings in use
/// gives plausible Chinese. Mojibake is mended where that can be undone.
/// </summary>
internal static class TextDecoder
{
    // Below this share of expected characters no reading of the bytes is a Chinese (or English) document.
    private const double LeastPlausibility = 0.55;

    // Lost characters (U+FFFD) beyond this share leave a text that can't be trusted; fewer are worth a warning.
    private const double MostLost = 0.03;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <param name="declared">What the file itself declares (a page's charset); taken where the bytes don't contradict it.</param>
    /// <exception cref="UnreadableReportException">The bytes are no text, or too much of it is lost.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, Encoding? declared = null)
    {
        if (bytes.IsEmpty)
            throw Problems.EmptyFile();
        var (text, guessed) = DecodeBytes(bytes, declared);
        if (CommonHanzi.Plausibility(Sample(text)) < LeastPlausibility && !LooksMisread(text))
        {
            // Lost characters that the file itself holds were lost before; those of a guess only say that it is no text.
            RefuseLost(AsUtf8(bytes) ?? "");
            throw Problems.NoText();
        }
        var mended = MojibakeMender.Mend(text);
        RefuseLost(mended.Text);
        return guessed is null ? mended : mended with { Warnings = [guessed, .. mended.Warnings] };
    }

    private static (string Text, string? Warning) DecodeBytes(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return (Encoding.UTF8.GetString(bytes[3..]), null);
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return (Encoding.Unicode.GetString(bytes[2..]), null);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return (Encoding.BigEndianUnicode.GetString(bytes[2..]), null);
        if (!bytes.Contains((byte)0) && AsUtf8(bytes) is { } utf8)
            return (utf8, null);
        if (declared is not null && declared.CodePage != Encoding.UTF8.CodePage
            && declared.GetString(bytes) is var own && CommonHanzi.Plausibility(Sample(own)) >= LeastPlausibility)
        {
            return (own, null);
        }
        return BestGuess(bytes);
    }

    private static string? AsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static (string Text, string? Warning) BestGuess(ReadOnlySpan<byte> bytes)
    {
        var best = (Text: "", Name: "", Score: -1.0);
        foreach (var (encoding, name) in Candidates(bytes.Length))
        {
            var text = encoding.GetString(bytes);
            // Big5's common characters are traditional, half of them outside GB 2312: a small handicap in reverse.
            var score = CommonHanzi.Plausibility(Sample(text)) + (name == "Big5" ? 0.12 : 0);
            if (score > best.Score)
                best = (text, name, score);
        }
        return (best.Text, best.Name == "GB18030" ? null : $"文件没有注明编码，按 {best.Name} 读取。");
    }

    private static IEnumerable<(Encoding Encoding, string Name)> Candidates(int length)
    {
        yield return (LegacyEncodings.Gb18030, "GB18030");
        yield return (Encoding.UTF8, "UTF-8（有损坏的字节）");
        if (length % 2 == 0)
        {
            yield return (Encoding.Unicode, "UTF-16 LE");
            yield return (Encoding.BigEndianUnicode, "UTF-16 BE");
        }
        yield return (LegacyEncodings.Big5, "Big5");
    }

    // A text misread as Western letters is implausible as it stands, yet can be mended.
    private static bool LooksMisread(string text) =>
        MojibakeMender.Mend(text) is { Warnings.Length: > 0 } mended
        && CommonHanzi.Plausibility(Sample(mended.Text)) >= LeastPlausibility;

    private static void RefuseLost(string text)
    {
        var lost = text.Count(c => c == '\ufffd') + (2 * MojibakeMender.CountLostPairs(text));
        if (lost > text.Length * MostLost)
            throw Problems.LostCharacters(lost);
    }

    // Plausibility needs no more than this to settle; large files need not be counted whole for every candidate.
    private static string Sample(string text) => text.Length <= 20_000 ? text : text[..20_000];
}
