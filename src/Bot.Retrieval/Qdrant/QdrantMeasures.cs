using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// Looks measures up: the server by all that is exact, this side by words and by state, which depends on the day and on other documents. Only
/// what measures are ordered by is read of all that fit; their text and paragraphs are read of those on the page.
/// </summary>
internal sealed class QdrantMeasures(QdrantClient client, string collection, QdrantParagraphs paragraphs)
{
    /// <summary>A query that fits more is refused: ordering them would take the memory of the machine.</summary>
    public const int MostFitting = 500_000;

    private const int AtOnce = 2000;
    private const int TextsAtOnce = 256;

    private static readonly string[] s_fields =
        [PointField.Version, PointField.Number, PointField.Region, PointField.Standing, PointField.FromDay, PointField.ToDay];

    private static readonly string[] s_text = [PointField.Number, PointField.Numbers, PointField.Measure];

    private readonly record struct Place(string? Region, QdrantReport Report, int Number)
    {
        public Guid Id => PointId.OfMeasure(Report.Version, Number);
    }

    /// <exception cref="InvalidOperationException">More than <see cref="MostFitting"/> measures fit.</exception>
    public async Task<MeasurePage> FindAsync(MeasureQuery query, QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (query.Report is { } id && catalogue.Find(id) is null)
            return new MeasurePage([], 0);
        var places = await PlacesAsync(query, catalogue, cancellationToken);
        Place[] page =
        [
            .. places
                .OrderBy(p => p.Region, StringComparer.Ordinal)
                .ThenBy(p => p.Report.Entry.Id)
                .ThenBy(p => p.Number)
                .Skip(query.Offset)
                .Take(query.Limit),
        ];
        var texts = await TextsAsync(page, cancellationToken);
        var addresses = page.SelectMany(p => texts[p.Id].Numbers.Select(n => new ParagraphAddress(p.Report.Entry.Id, n))).Distinct().ToArray();
        var read = (await paragraphs.AtAsync(catalogue, addresses, cancellationToken)).ToDictionary(p => new ParagraphAddress(p.Report, p.Paragraph.Number));
        return new MeasurePage([.. page.Select(Found)], places.Count);

        FoundMeasure Found(Place place)
        {
            var (numbers, measure) = texts[place.Id];
            var report = place.Report.Entry.Id;
            return catalogue.Repeals.Found(
                report, measure, query.Today, [.. numbers.Select(n => read.GetValueOrDefault(new(report, n))).OfType<StoredParagraph>()]);
        }
    }

    /// <summary>The measures of a report.</summary>
    /// <exception cref="SnapshotOutdatedException">They are no longer stored.</exception>
    public async Task<ImmutableArray<Measure>> OfReportAsync(QdrantReport report, CancellationToken cancellationToken)
    {
        if (report.Entry.Measures == 0)
            return [];
        var filter = QdrantFilter.All(
            QdrantCondition.Is(PointField.Version, report.Version), QdrantCondition.Is(PointField.Kind, PointField.Kinds.Measure));
        var measures = await client.ScrollAsync(collection, filter, s_text, TextsAtOnce, cancellationToken)
            .Select(point => TextOf(point).Measure)
            .ToListAsync(cancellationToken);
        return measures.Count == report.Entry.Measures
            ? [.. measures.OrderBy(m => m.Number)]
            : throw new SnapshotOutdatedException(report.Entry.Id);
    }

    private async Task<List<Place>> PlacesAsync(MeasureQuery query, QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        var words = query.Text is { Length: > 0 } text ? TextFolding.Fold(text) : null;
        string[] fields = words is null ? s_fields : [.. s_fields, PointField.Words];
        var places = new List<Place>();
        await foreach (var point in client.ScrollAsync(collection, FilterOf(query, catalogue), fields, AtOnce, cancellationToken))
        {
            var measure = point.Payload;
            if (catalogue.OfVersion(measure.GetProperty(PointField.Version).GetString()!) is not { } report) // every point of ours has one
                continue;
            if (words is not null && measure.GetProperty(PointField.Words).GetString()?.Contains(words, StringComparison.Ordinal) is not true)
                continue;
            if (query.State is { } state && StateOf(measure, report, query.Today, catalogue) != state)
                continue;
            if (places.Count == MostFitting)
                throw TooMany();
            places.Add(new Place(
                measure.TryGetProperty(PointField.Region, out var region) ? region.GetString() : null,
                report,
                measure.GetProperty(PointField.Number).GetInt32()));
        }
        return places;
    }

    private async Task<Dictionary<Guid, (int[] Numbers, Measure Measure)>> TextsAsync(Place[] page, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<Guid, (int[], Measure)>();
        foreach (var ids in page.Select(p => p.Id).Chunk(TextsAtOnce))
            await foreach (var point in client.ScrollAsync(collection, QdrantFilter.All(QdrantCondition.Id(ids)), s_text, TextsAtOnce, cancellationToken))
                texts[point.Id] = TextOf(point);
        return page.FirstOrDefault(p => !texts.ContainsKey(p.Id)) is { Report: { } lost }
            ? throw new SnapshotOutdatedException(lost.Entry.Id)
            : texts;
    }

    private static (int[] Numbers, Measure Measure) TextOf(QdrantFound point) => (
        [.. point.Payload.GetProperty(PointField.Numbers).EnumerateArray().Select(n => n.GetInt32())],
        MeasureRow.ReadMeasure(point.Payload.GetProperty(PointField.Measure).GetString() ?? ""));

    private static MeasureState StateOf(JsonElement measure, QdrantReport report, DateOnly today, QdrantCatalogue catalogue) => Measure.StateOn(
        today,
        Enum.Parse<MeasureStanding>(measure.GetProperty(PointField.Standing).GetString() ?? ""),
        Day(measure, PointField.FromDay),
        Day(measure, PointField.ToDay),
        catalogue.Repeals.RepealedFrom(report.Entry.Id));

    private static DateOnly? Day(JsonElement payload, string field) =>
        payload.TryGetProperty(field, out var value) ? DateOnly.FromDayNumber(value.GetInt32()) : null;

    private static QdrantFilter FilterOf(MeasureQuery query, QdrantCatalogue catalogue)
    {
        var must = new List<QdrantCondition> { QdrantCondition.Is(PointField.Kind, PointField.Kinds.Measure) };
        if (query.Report is { } report)
            must.Add(QdrantCondition.Is(PointField.Version, catalogue.Find(report)!.Version)); // looked up before
        if (!query.Regions.IsDefaultOrEmpty)
            must.Add(QdrantCondition.IsAny(PointField.Region, [.. query.Regions]));
        if (query.Instrument is { } instrument)
            must.Add(QdrantCondition.Is(PointField.Instrument, $"{instrument}"));
        if (query.Standing is { } standing)
            must.Add(QdrantCondition.Is(PointField.Standing, $"{standing}"));
        if (query.HasGaps is { } gaps)
            must.Add(QdrantCondition.Is(PointField.Gaps, gaps));
        if (query.IsCorrected is { } corrected)
            must.Add(QdrantCondition.Is(PointField.Corrected, corrected));
        if (query.IsHidden is { } hidden)
            must.Add(QdrantCondition.Is(PointField.Hidden, hidden));
        return new QdrantFilter(must);
    }

    private static InvalidOperationException TooMany() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"符合条件的政策措施超过 {MostFitting} 条：请加上地区、类别或报告 / More than {MostFitting} measures fit: narrow the query by region, instrument or report."));
}
