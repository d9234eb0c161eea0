using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Puts a report together from its rows.</summary>
internal static class ReportReading
{
    /// <exception cref="SnapshotOutdatedException">Its paragraphs are no longer stored.</exception>
    public static Report Read(ParagraphReader reader, CataloguedReport report)
    {
        var entry = report.Entry;
        var metadata = entry.Metadata
            ?? throw new InvalidOperationException($"{entry.Id} could not be read, so there is nothing to load.");
        var rows = reader.Read(report.Key, 1, ReportSql.LargestNumber);
        var measures = reader.ReadMeasures(report.Key);
        if (rows.Count != entry.Paragraphs || measures.Length != entry.Measures)
            throw new SnapshotOutdatedException(entry.Id);
        return new Report(
            entry.Id,
            entry.ContentHash,
            metadata,
            [.. rows.Select(r => r.Paragraph)],
            [.. rows.SelectMany(r => r.Figures)],
            reader.ReadRemoved(report.Key),
            entry.Warnings)
        {
            Measures = measures,
        };
    }

    /// <summary>One paragraph, or none when the report or the number is not known.</summary>
    /// <exception cref="SnapshotOutdatedException">It is no longer stored.</exception>
    public static IEnumerable<StoredParagraph> ReadParagraph(ParagraphReader reader, IndexSnapshot snapshot, ParagraphAddress paragraph)
    {
        if (snapshot.Find(paragraph.Report) is not { Entry: { Metadata: { } metadata } entry, Key: var key }
            || paragraph.Number < 1 || paragraph.Number > entry.Paragraphs)
            return [];
        var address = ReportSql.AddressOf(key, paragraph.Number);
        if (snapshot.Paragraphs.Find(address) is { } known)
            return [known];
        if (reader.Read(key, paragraph.Number, paragraph.Number) is not [var row])
            throw new SnapshotOutdatedException(entry.Id);
        var read = new StoredParagraph(entry.Id, metadata, row.Paragraph, row.Figures);
        snapshot.Paragraphs.Add(address, read);
        return [read];
    }
}
