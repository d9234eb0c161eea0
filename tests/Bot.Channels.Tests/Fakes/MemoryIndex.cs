using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels.Tests;

/// <summary>A report index in memory that finds nothing: channels list and show reports, they don't search.</summary>
internal sealed class MemoryIndex : IReportIndex
{
    private readonly SortedDictionary<ReportId, (ReportEntry Entry, Report? Report)> _reports = [];

    public ImmutableArray<ReportEntry> Catalogue => [.. _reports.Values.Select(stored => stored.Entry)];

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
        Task.FromResult<ImmutableArray<StoredParagraph>>([]);

    public Task<ImmutableArray<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<PassageHit>>([]);

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
