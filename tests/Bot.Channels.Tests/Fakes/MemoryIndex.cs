using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels.Tests;

/// <summary>A report index in memory that finds figures, and no passages or measures: channels list and show, they don't search.</summary>
internal sealed class MemoryIndex : IReportIndex
{
    private readonly SortedDictionary<ReportId, (ReportEntry Entry, Report? Report)> _reports = [];

    /// <summary>As an index on a server that can't be reached.</summary>
    public bool IsAway { get; set; }

    public ImmutableArray<ReportEntry> Catalogue => IsAway ? throw new AwayException() : [.. _reports.Values.Select(stored => stored.Entry)];

    public static MemoryIndex With(params Report[] reports)
    {
        var index = new MemoryIndex();
        foreach (var report in reports)
            index.Add(report, report.Id + ".txt");
        return index;
    }

    public MemoryIndex WithFailure(string id, string problem)
    {
        _reports[new ReportId(id)] = (
            new ReportEntry(new ReportId(id), id + ".pdf", "", null, 0, 0, [], [], problem, DateTimeOffset.UnixEpoch), null);
        return this;
    }

    public Task ReplaceAsync(Report report, string file, CancellationToken cancellationToken)
    {
        Add(report, file);
        return Task.CompletedTask;
    }

    public Task NoteFailureAsync(ReadOutcome.Failure failure, string file, string contentHash, CancellationToken cancellationToken)
    {
        WithFailure(failure.Id.Value, failure.Problem);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(ReportId id, CancellationToken cancellationToken)
    {
        _reports.Remove(id);
        return Task.CompletedTask;
    }

    public Task<Report?> LoadAsync(ReportId id, CancellationToken cancellationToken) =>
        Task.FromResult(_reports.GetValueOrDefault(id).Report);

    public Task<ImmutableArray<StoredParagraph>> LoadParagraphsAsync(
        IReadOnlyCollection<ParagraphAddress> addresses, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<StoredParagraph>>([.. addresses.SelectMany(Paragraphs)]);

    public Task<ImmutableArray<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<PassageHit>>([]);

    public Task<FigurePage> FindFiguresAsync(FigureQuery query, CancellationToken cancellationToken)
    {
        var found = _reports.Values.Select(stored => stored.Report).OfType<Report>()
            .SelectMany(report => report.Figures.Select(figure => new LedgerFigure(figure, Stored(report, figure.Paragraph))))
            .Where(found => (query.Report is null || query.Report == found.Paragraph.Report) && Fits(query, found.Figure))
            .ToArray();
        return Task.FromResult(new FigurePage([.. found.Skip(query.Offset).Take(query.Limit)], found.Length));
    }

    public Task<MeasurePage> FindMeasuresAsync(MeasureQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new MeasurePage([], 0));

    private sealed class AwayException() : IndexUnavailableException("The index is away.", null);

    private static bool Fits(FigureQuery query, Figure figure) =>
        (query.Region is null || query.Region == figure.Region)
        && (query.Indicator is null || query.Indicator == (figure.Indicator ?? figure.Words))
        && (query.Text is null || $"{figure.Indicator} {figure.Words}".Contains(query.Text))
        && (query.FromYear is null || figure.Period?.ToYear >= query.FromYear)
        && (query.ToYear is null || figure.Period?.FromYear <= query.ToYear)
        && (query.Status is null || query.Status == figure.Status)
        && (query.Aspect is null || query.Aspect == figure.Aspect)
        && (query.IsDoubtful is null || query.IsDoubtful == (figure.Doubt is not null))
        && (query.IsCorrected is null || query.IsCorrected == (figure.Correction is not null));

    private IEnumerable<StoredParagraph> Paragraphs(ParagraphAddress address)
    {
        if (_reports.GetValueOrDefault(address.Report).Report is { } report && address.Number >= 1 && address.Number <= report.Paragraphs.Length)
            yield return Stored(report, address.Number);
    }

    private static StoredParagraph Stored(Report report, int paragraph) => new(
        report.Id,
        report.Metadata,
        report.Paragraphs[paragraph - 1],
        [.. report.Figures.Where(figure => figure.Paragraph == paragraph)]);

    private void Add(Report report, string file) => _reports[report.Id] = (
        new ReportEntry(
            report.Id,
            file,
            report.ContentHash,
            report.Metadata,
            report.Paragraphs.Length,
            report.Figures.Length,
            report.Metadata.CoveredYears,
            report.Warnings,
            null,
            DateTimeOffset.UnixEpoch),
        report);
}
