using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// Looks figures up: the server by all that is exact, this side by words. Only what figures are ordered by is read of all that fit;
/// paragraphs are read of those on the page.
/// </summary>
internal sealed class QdrantFigures(QdrantClient client, string collection, QdrantParagraphs paragraphs)
{
    /// <summary>A query that fits more is refused: ordering them would take the memory of the machine.</summary>
    public const int MostFitting = 500_000;

    private const int MostOnPage = 1000;
    private const int AtOnce = 2000;

    private static readonly string[] s_fields =
    [
        PointField.Version, PointField.Number, PointField.Ordinal, PointField.Start, PointField.Region, PointField.Label,
        PointField.FromYear, PointField.ToMonth,
    ];

    private readonly record struct Place(
        string? Region, string Label, int? FromYear, int? ToMonth, ReportId Report, int Start, int Paragraph, int Ordinal);

    /// <exception cref="ArgumentOutOfRangeException">Limit or offset is out of range.</exception>
    /// <exception cref="InvalidOperationException">More than <see cref="MostFitting"/> figures fit.</exception>
    public async Task<FigurePage> FindAsync(FigureQuery query, QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (query.Limit is < 1 or > MostOnPage)
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"Limit is 1 to {MostOnPage}.");
        ArgumentOutOfRangeException.ThrowIfNegative(query.Offset, nameof(query));
        if (query.Report is { } id && catalogue.Find(id) is null)
            return new FigurePage([], 0);
        var places = await PlacesAsync(query, catalogue, cancellationToken);
        Place[] page =
        [
            .. places
                .OrderBy(p => p.Region, StringComparer.Ordinal)
                .ThenBy(p => p.Label, StringComparer.Ordinal)
                .ThenBy(p => p.FromYear)
                .ThenBy(p => p.ToMonth)
                .ThenBy(p => p.Report)
                .ThenBy(p => p.Start)
                .ThenBy(p => p.Ordinal)
                .Skip(query.Offset)
                .Take(query.Limit),
        ];
        var read = await paragraphs.AtAsync(catalogue, [.. page.Select(p => new ParagraphAddress(p.Report, p.Paragraph))], cancellationToken);
        return new FigurePage([.. page.Zip(read, (place, paragraph) => new LedgerFigure(paragraph.Figures[place.Ordinal], paragraph))], places.Count);
    }

    private async Task<List<Place>> PlacesAsync(FigureQuery query, QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        var words = query.Text is null ? null : TextFolding.Fold(query.Text);
        string[] fields = words is null ? s_fields : [.. s_fields, PointField.Name, PointField.Words];
        var places = new List<Place>();
        // Regions and indicators are few and figures many: one string each.
        var known = new Dictionary<string, string>();
        await foreach (var point in client.ScrollAsync(collection, FilterOf(query, catalogue), fields, AtOnce, cancellationToken))
        {
            var figure = point.Payload;
            if (catalogue.OfVersion(figure.GetProperty(PointField.Version).GetString()!) is not { } report)
                continue;
            if (words is not null && !$"{Text(figure, PointField.Name)} {Text(figure, PointField.Words)}".Contains(words, StringComparison.Ordinal))
                continue;
            if (places.Count == MostFitting)
                throw TooMany();
            places.Add(new Place(
                Known(Text(figure, PointField.Region)), Known(Text(figure, PointField.Label))!, Number(figure, PointField.FromYear),
                Number(figure, PointField.ToMonth), report.Entry.Id, figure.GetProperty(PointField.Start).GetInt32(),
                figure.GetProperty(PointField.Number).GetInt32(), figure.GetProperty(PointField.Ordinal).GetInt32()));
        }
        return places;

        string? Known(string? text) =>
            text is null ? null : known.TryGetValue(text, out var same) ? same : known[text] = text;
    }

    private static QdrantFilter FilterOf(FigureQuery query, QdrantCatalogue catalogue)
    {
        var must = new List<QdrantCondition> { QdrantCondition.Is(PointField.Kind, PointField.Kinds.Figure) };
        if (query.Report is { } report)
            must.Add(QdrantCondition.Is(PointField.Version, catalogue.Find(report)!.Version)); // looked up before
        if (query.Region is not null)
            must.Add(QdrantCondition.Is(PointField.Region, query.Region));
        if (query.Indicator is not null)
            must.Add(QdrantCondition.Is(PointField.Name, TextFolding.Fold(query.Indicator)));
        if (query.FromYear is { } from)
            must.Add(QdrantCondition.AtLeast(PointField.ToYear, from));
        if (query.ToYear is { } to)
            must.Add(QdrantCondition.AtMost(PointField.FromYear, to));
        if (query.Status is { } status)
            must.Add(QdrantCondition.Is(PointField.Status, $"{status}"));
        if (query.Aspect is { } aspect)
            must.Add(QdrantCondition.Is(PointField.Aspect, $"{aspect}"));
        if (query.IsDoubtful is { } doubtful)
            must.Add(QdrantCondition.Is(PointField.Doubtful, doubtful));
        if (query.IsCorrected is { } corrected)
            must.Add(QdrantCondition.Is(PointField.Corrected, corrected));
        return new QdrantFilter(must);
    }

    private static string? Text(JsonElement payload, string field) => payload.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement payload, string field) => payload.TryGetProperty(field, out var value) ? value.GetInt32() : null;

    private static InvalidOperationException TooMany() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"符合条件的指标数据超过 {MostFitting} 条：请加上地区、年份或指标 / More than {MostFitting} figures fit: narrow the query by region, year or indicator."));
}
