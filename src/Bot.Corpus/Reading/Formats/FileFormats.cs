using System.Text;

namespace Bot.Corpus;

/// <summary>Tells a file's format by its extension, and refuses contents that belie it.</summary>
internal static class FileFormats
{
    /// <summary>The extensions that can be read, lower case, with their dot.</summary>
    public static bool IsSupported(string path) => ByExtension(Path.GetExtension(path)) is not null;

    /// <exception cref="UnreadableReportException">The format is unknown, or the contents are another one's.</exception>
    public static FileFormat Of(string path, ReadOnlySpan<byte> bytes)
    {
        var extension = Path.GetExtension(path);
        if (IsOldOffice(bytes) || extension.ToUpperInvariant() is ".DOC" or ".WPS" or ".RTF")
            throw Problems.OldOffice(extension);
        var format = ByExtension(extension) ?? throw Problems.Unsupported(extension);
        if (format is FileFormat.Text or FileFormat.Markdown or FileFormat.Html)
            return OfText(format, extension, bytes);
        return format;
    }

    private static FileFormat OfText(FileFormat format, string extension, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
            throw Problems.MismatchedContent(extension, "PDF");
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            throw Problems.MismatchedContent(extension, "压缩包或 Office 文档（.zip/.docx）");
        return format == FileFormat.Text && IsPage(bytes) ? FileFormat.Html : format;
    }

    private static FileFormat? ByExtension(string extension) => extension.ToUpperInvariant() switch
    {
        ".TXT" or ".TEXT" => FileFormat.Text,
        ".MD" or ".MARKDOWN" => FileFormat.Markdown,
        ".HTML" or ".HTM" or ".XHTML" => FileFormat.Html,
        ".DOCX" => FileFormat.Word,
        ".PDF" => FileFormat.Pdf,
        _ => null,
    };

    // Compound files: .doc, .xls, .wps, and .docx with a password.
    private static bool IsOldOffice(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    // A page saved under .txt.
    private static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\r', '\n', '\t');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
