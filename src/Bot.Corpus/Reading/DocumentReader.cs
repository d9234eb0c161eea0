namespace Bot.Corpus;

/// <summary>The first half of reading: from a file to the cleaned lines of its document, whatever its format and encoding.</summary>
/// <param name="pdf">Reads PDF files; null for the program found on the path.</param>
public sealed class DocumentReader(PdfText? pdf = null)
{
    // The largest reports have a few megabytes; what is larger is no report, and would be held in memory whole.
    private const long LargestFile = 256L * 1024 * 1024;

    private readonly PdfText _pdf = pdf ?? new PdfText();

    /// <exception cref="UnreadableReportException">The file can't be read; says why and what to do, in Chinese.</exception>
    public async Task<CleanDocument> ReadAsync(string path, CancellationToken cancellationToken) =>
        await ReadAsync(path, await ReadBytesAsync(path, cancellationToken), cancellationToken);

    /// <summary>The same for bytes read already; <paramref name="path"/> gives the format by its extension.</summary>
    /// <exception cref="UnreadableReportException">As above.</exception>
    public async Task<CleanDocument> ReadAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.IsEmpty)
            throw Problems.EmptyFile();
        var decoded = FileFormats.Of(path, bytes.Span) switch
        {
            FileFormat.Text => PlainText.Read(bytes.Span),
            FileFormat.Markdown => MarkdownText.Read(bytes.Span),
            FileFormat.Html => HtmlText.Read(bytes.Span),
            FileFormat.Word => WordText.Read(bytes),
            FileFormat.Pdf => await _pdf.ReadAsync(bytes, cancellationToken),
            var format => throw new InvalidOperationException($"No reader for {format}."),
        };
        return DocumentCleaner.Clean(decoded);
    }

    /// <summary>The file's bytes, read once.</summary>
    /// <exception cref="UnreadableReportException">The file is missing, locked or too large.</exception>
    public static async Task<byte[]> ReadBytesAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= LargestFile
                ? await File.ReadAllBytesAsync(path, cancellationToken)
                : throw Problems.TooLarge(length, LargestFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problems.CannotOpen(e);
        }
    }
}
