namespace Bot.Corpus;

/// <summary>Reads one file into a report: decode, clean, structure, figures, measures.</summary>
/// <param name="sources">What is known of the files from outside; null for nothing.</param>
/// <param name="documents">Reads the formats; null for the usual one.</param>
/// <param name="indicators">What figures are read by; null for the product's own.</param>
public sealed class CorpusReader(SourcesFile? sources = null, DocumentReader? documents = null, IndicatorVocabulary? indicators = null)
{
    private readonly SourcesFile _sources = sources ?? SourcesFile.Empty;
    private readonly DocumentReader _documents = documents ?? new DocumentReader();
    private readonly ReportStructurer _structurer = new();
    private readonly IndicatorVocabulary _indicators = indicators ?? IndicatorVocabulary.Default;
    private readonly FigureReader _figures = indicators is null ? FigureReader.Default : new FigureReader(indicators);

    /// <summary>True for files whose extension this reads; the others in a folder are no reports.</summary>
    public static bool CanRead(string path) => FileFormats.IsSupported(path);

    /// <summary>What <see cref="Report.ContentHash"/> would be, without reading the text: equal to the stored one when nothing changed.</summary>
    /// <exception cref="UnreadableReportException">The file is missing, locked or too large.</exception>
    public async Task<string> HashAsync(string path, CancellationToken cancellationToken) =>
        ContentHash.Of(await DocumentReader.ReadBytesAsync(path, cancellationToken), _sources.Find(path), _indicators);

    /// <summary>Reads the file at <paramref name="path"/>. What is wrong with the file is an outcome, never an exception.</summary>
    public async Task<ReadOutcome> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await DocumentReader.ReadBytesAsync(path, cancellationToken);
            var entry = _sources.Find(path);
            var document = await _documents.ReadAsync(path, bytes, cancellationToken);
            return new ReadOutcome.Success(Compose(ReportId.OfFile(path), ContentHash.Of(bytes, entry, _indicators), document, entry));
        }
        catch (UnreadableReportException e)
        {
            return Failure(path, e.Problem, e.Remedy);
        }
        // One of the three places for a broad catch: a file that trips the reader must not stop the others.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failure(path, $"读取时出错：{e.Message}", "请换一种格式（如 .txt）重新保存后再试；若仍出错，请反馈这个文件。");
        }
    }

    private Report Compose(ReportId id, string contentHash, CleanDocument document, SourceEntry? entry)
    {
        var structured = _structurer.Structure(document, entry);
        return new Report(
            id,
            contentHash,
            structured.Metadata,
            structured.Paragraphs,
            _figures.Read(structured.Metadata, structured.Paragraphs),
            [.. document.Removed.AddRange(structured.Removed).OrderBy(r => r.Line)],
            document.Warnings.AddRange(structured.Warnings))
        {
            Measures = MeasureReader.Read(structured.Metadata, structured.Paragraphs),
        };
    }

    private static ReadOutcome.Failure Failure(string path, string problem, string remedy) =>
        new(ReportId.OfFile(path), $"{Path.GetFileName(path)}：{problem}", remedy);
}
