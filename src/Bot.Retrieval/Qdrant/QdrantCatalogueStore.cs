using System.Text.Json;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Reads and writes the points that hold the catalogue.</summary>
/// <param name="source">Whose lines are this bot's own.</param>
internal sealed class QdrantCatalogueStore(QdrantClient client, string collection, string? source, TimeProvider time)
{
    private const int VersionsAtOnce = 2000;
    private const int LinesAtOnce = 200;

    private static readonly string[] s_version = [PointField.Version];

    private static readonly string[] s_line =
    [
        PointField.Kind, PointField.Version, PointField.Report, PointField.File, PointField.Hash, PointField.Metadata, PointField.Paragraphs,
        PointField.Passages, PointField.Figures, PointField.Measures, PointField.InForceFrom, PointField.Repeals, PointField.Years,
        PointField.Warnings, PointField.Problem, PointField.At, PointField.Source,
    ];

    public string Collection => collection;

    /// <summary>The same over another collection.</summary>
    public QdrantCatalogueStore In(string other) => new(client, other, source, time);

    /// <summary>The catalogue now. Lines whose version is known are not read again.</summary>
    public async Task<QdrantCatalogue> ReadAsync(QdrantCatalogue? known, CancellationToken cancellationToken)
    {
        var readAt = time.GetTimestamp();
        var reports = new List<QdrantReport>();
        var changed = new List<Guid>();
        var filter = QdrantFilter.All(QdrantCondition.Is(PointField.Kind, PointField.Kinds.Catalogue));
        await foreach (var point in client.ScrollAsync(collection, filter, s_version, VersionsAtOnce, cancellationToken))
        {
            if (known?.OfVersion(VersionOf(point)) is { } report)
                reports.Add(report);
            else
                changed.Add(point.Id);
        }
        if (known is not null && changed.Count == 0 && reports.Count == known.Reports.Length)
            return known.AsOf(readAt);
        foreach (var ids in changed.Chunk(LinesAtOnce))
            await foreach (var point in client.ScrollAsync(collection, QdrantFilter.All(QdrantCondition.Id(ids)), s_line, LinesAtOnce, cancellationToken))
                reports.Add(LineOf(Payload(point)));
        return new QdrantCatalogue(reports, readAt);
    }

    /// <summary>The version stored under an id now, whatever the catalogue in memory says; null: none.</summary>
    public async Task<string?> VersionAsync(ReportId id, CancellationToken cancellationToken)
    {
        var point = await client.FindAsync(collection, PointId.OfCatalogue(id), s_version, cancellationToken);
        return point is null ? null : VersionOf(point);
    }

    public Task WriteAsync(QdrantReport report, CancellationToken cancellationToken)
    {
        var entry = report.Entry;
        var payload = new CataloguePayload(
            PointField.Kinds.Catalogue, report.Version, entry.Id.Value, entry.File, entry.ContentHash,
            entry.Metadata is null ? null : JsonSerializer.Serialize(entry.Metadata, ReportJson.Readable.ReportMetadata),
            entry.Paragraphs, report.Passages, entry.Figures, entry.Measures, entry.InForceFrom?.DayNumber,
            entry.Repeals.IsEmpty ? null : JsonSerializer.Serialize([.. entry.Repeals], ReportJson.Readable.RepealArray),
            [.. entry.MentionedYears], [.. entry.Warnings], entry.Problem, entry.IndexedAt, report.Source);
        var point = new QdrantPoint(
            PointId.OfCatalogue(entry.Id), JsonSerializer.SerializeToUtf8Bytes(payload, PointJson.Readable.CataloguePayload));
        return client.UpsertAsync(collection, [point], cancellationToken);
    }

    public Task RemoveAsync(ReportId id, CancellationToken cancellationToken) =>
        client.DeleteAsync(collection, [PointId.OfCatalogue(id)], cancellationToken);

    private static string VersionOf(QdrantFound point) => point.Payload.GetProperty(PointField.Version).GetString()!; // every point of ours has one

    private static CataloguePayload Payload(QdrantFound point) => point.Payload.Deserialize(PointJson.Readable.CataloguePayload)!; // an object

    private QdrantReport LineOf(CataloguePayload line) => new(
        line.Version,
        line.Passages,
        new ReportEntry(
            new ReportId(line.Report),
            line.File,
            line.Hash,
            line.Metadata is null ? null : JsonSerializer.Deserialize(line.Metadata, ReportJson.Readable.ReportMetadata),
            line.Paragraphs,
            line.Figures,
            [.. line.Years],
            [.. line.Warnings],
            line.Problem,
            line.At)
        {
            Measures = line.Measures,
            InForceFrom = line.InForceFrom is { } day ? DateOnly.FromDayNumber(day) : null,
            Repeals = line.Repeals is null ? [] : [.. JsonSerializer.Deserialize(line.Repeals, ReportJson.Readable.RepealArray) ?? []],
            IsOthers = line.Source is not null && line.Source != source,
        },
        line.Source);
}
