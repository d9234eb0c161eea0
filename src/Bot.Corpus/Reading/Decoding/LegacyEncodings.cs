using System.Text;

namespace Bot.Corpus;

/// <summary>Encodings older than Unicode, which .NET keeps in a provider of its own.</summary>
internal static class LegacyEncodings
{
    /// <summary>GB 18030, of which GB 2312 and GBK are parts.</summary>
    public static Encoding Gb18030 { get; } = Find("GB18030");

    public static Encoding Big5 { get; } = Find("big5");

    /// <summary>Windows' Western European, through which UTF-8 is often misread.</summary>
    public static Encoding Western { get; } = Find("windows-1252");

    /// <summary>The encoding a page declares, or null when the name is unknown. GB 2312 and GBK are read as GB 18030.</summary>
    public static Encoding? Named(string name)
    {
        if (name.StartsWith("gb", StringComparison.OrdinalIgnoreCase))
            return Gb18030;
        if (name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Left to itself the provider prints a question mark for what it can't read, which would pass for the text's own.
    private static Encoding Find(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd"))
        ?? throw new NotSupportedException($"The encoding {name} is missing from the framework.");
}
