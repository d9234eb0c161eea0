using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Reads paragraphs back, alone or as a whole report.</summary>
internal sealed class QdrantParagraphs(QdrantClient client, string collection)
{
    private const int AtOnce = 256;

    private static readonly string[] s_fields =
    [
        PointField.Kind, PointField.Version, PointField.Report, PointField.Number, PointField.Type, PointField.Part, PointField.Start,
        PointField.Text, PointField.Section, PointField.Years, PointField.Sentences, PointField.Figures,
    ];

    /// <summary>Every paragraph of a report, in reading order.</summary>
    /// <exception cref="SnapshotOutdatedException">They are no longer stored.</exception>
    public async Task<ImmutableArray<StoredParagraph>> OfReportAsync(QdrantReport report, CancellationToken cancellationToken)
    {
        var filter = QdrantFilter.All(
            QdrantCondition.Is(PointField.Version, report.Version), QdrantCondition.Is(PointField.Kind, PointField.Kinds.Paragraph));
        var paragraphs = await client.ScrollAsync(collection, filter, s_fields, AtOnce, cancellationToken)
            .Select(point => Read(report, point))
            .ToListAsync(cancellationToken);
        if (paragraphs.Count != report.Entry.Paragraphs)
            throw new SnapshotOutdatedException(report.Entry.Id);
        return [.. paragraphs.OrderBy(p => p.Paragraph.Number)];
    }

    /// <summary>What cleaning took out of a report.</summary>
    /// <exception cref="SnapshotOutdatedException">The version is no longer stored.</exception>
    public async Task<ImmutableArray<RemovedText>> RemovedOfAsync(QdrantReport report, CancellationToken cancellationToken)
    {
        var mark = await client.FindAsync(collection, PointId.OfVersion(report.Version), [PointField.Version, PointField.Removed], cancellationToken)
            ?? throw new SnapshotOutdatedException(report.Entry.Id);
        return mark.Payload.TryGetProperty(PointField.Removed, out var removed)
            ? [.. List(removed.GetString(), ReportJson.Readable.RemovedTextArray)]
            : [];
    }

    /// <summary>The paragraphs at these addresses, in the order asked; unknown addresses are left out.</summary>
    /// <exception cref="SnapshotOutdatedException">One that the catalogue tells of is no longer stored.</exception>
    public async Task<ImmutableArray<StoredParagraph>> AtAsync(
        QdrantCatalogue catalogue, IReadOnlyCollection<ParagraphAddress> addresses, CancellationToken cancellationToken)
    {
        (QdrantReport Report, Guid Id)[] asked =
        [
            .. from address in addresses
               let report = catalogue.Find(address.Report)
               where report is not null && address.Number >= 1 && address.Number <= report.Entry.Paragraphs
               select (report, PointId.OfParagraph(report.Version, address.Number)),
        ];
        var found = new Dictionary<Guid, QdrantFound>();
        foreach (var ids in asked.Select(a => a.Id).Distinct().Chunk(AtOnce))
            await foreach (var point in client.ScrollAsync(collection, QdrantFilter.All(QdrantCondition.Id(ids)), s_fields, AtOnce, cancellationToken))
                found[point.Id] = point;
        return
        [
            .. asked.Select(a => Read(a.Report, found.GetValueOrDefault(a.Id) ?? throw new SnapshotOutdatedException(a.Report.Entry.Id))),
        ];
    }

    private static StoredParagraph Read(QdrantReport report, QdrantFound point)
    {
        var stored = point.Payload.Deserialize(PointJson.Readable.ParagraphPayload)!; // an object
        ImmutableArray<int> years = [.. stored.Years ?? []];
        var paragraph = new Paragraph(
            stored.Number,
            stored.Type,
            stored.Text,
            new TextSpan(stored.Start, stored.Start + stored.Text.Length),
            [.. stored.Section ?? []],
            stored.Part,
            years,
            [.. List(stored.Sentences, ReportJson.Readable.SentenceRowArray).Select(s => s.ToSentence(stored.Part, years))]);
        var metadata = report.Entry.Metadata
            ?? throw new InvalidOperationException($"{report.Entry.Id} could not be read, so it has no paragraphs.");
        return new StoredParagraph(report.Entry.Id, metadata, paragraph, [.. List(stored.Figures, ReportJson.Readable.FigureArray)]);
    }

    private static T[] List<T>(string? json, JsonTypeInfo<T[]> type) => json is null ? [] : JsonSerializer.Deserialize(json, type) ?? [];
}
