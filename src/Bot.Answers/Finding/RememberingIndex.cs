using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>
/// An index that remembers what was looked up lately: one question searches the same passages for its whole and for its parts,
/// and looks up the same figures to check an answer and to suggest what comes next. Forgets all when the catalogue changes.
/// </summary>
internal sealed class RememberingIndex(IReportIndex index) : IReportIndex
{
    // Starting over now and then costs less than keeping count of what was used when.
    private const int MostSearches = 256;
    private const int MostPages = 64;
    private const int MostReports = 8;

    private Memory _memory = new(default);

    public ImmutableArray<ReportEntry> Catalogue => index.Catalogue;

    public Task ReplaceAsync(Report report, string file, CancellationToken cancellationToken) => index.ReplaceAsync(report, file, cancellationToken);

    public Task NoteFailureAsync(ReadOutcome.Failure failure, string file, string contentHash, CancellationToken cancellationToken) =>
        index.NoteFailureAsync(failure, file, contentHash, cancellationToken);

    public Task RemoveAsync(ReportId id, CancellationToken cancellationToken) => index.RemoveAsync(id, cancellationToken);

    public Task<ImmutableArray<StoredParagraph>> LoadParagraphsAsync(
        IReadOnlyCollection<ParagraphAddress> addresses, CancellationToken cancellationToken) => index.LoadParagraphsAsync(addresses, cancellationToken);

    public Task<Report?> LoadAsync(ReportId id, CancellationToken cancellationToken) =>
        RememberedAsync(m => m.Reports, id, MostReports, () => index.LoadAsync(id, cancellationToken));

    public Task<FigurePage> FindFiguresAsync(FigureQuery query, CancellationToken cancellationToken) =>
        RememberedAsync(m => m.Pages, query, MostPages, () => index.FindFiguresAsync(query, cancellationToken));

    public Task<MeasurePage> FindMeasuresAsync(MeasureQuery query, CancellationToken cancellationToken) =>
        index.FindMeasuresAsync(query, cancellationToken);

    public Task<ImmutableArray<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken) => RememberedAsync(
        m => m.Searches,
        (query.Text, query.Reports is { } reports ? string.Join('\n', reports) : "", query.Part, query.Limit),
        MostSearches,
        () => index.SearchAsync(query, cancellationToken));

    private async Task<T> RememberedAsync<TKey, T>(Func<Memory, ConcurrentDictionary<TKey, T>> of, TKey key, int most, Func<Task<T>> lookUp)
        where TKey : notnull
    {
        var memory = Current();
        var known = of(memory);
        if (known.TryGetValue(key, out var found))
            return found;
        found = await lookUp();
        if (known.Count >= most)
            known.Clear();
        // What was read while the catalogue changed may be of either.
        if (memory.Catalogue == index.Catalogue)
            known[key] = found;
        return found;
    }

    private Memory Current()
    {
        var (memory, catalogue) = (_memory, index.Catalogue);
        return memory.Catalogue == catalogue ? memory : _memory = new Memory(catalogue);
    }

    private sealed record Memory(ImmutableArray<ReportEntry> Catalogue)
    {
        public ConcurrentDictionary<ReportId, Report?> Reports { get; } = new();

        public ConcurrentDictionary<FigureQuery, FigurePage> Pages { get; } = new();

        public ConcurrentDictionary<(string Text, string Reports, ReportPart? Part, int Limit), ImmutableArray<PassageHit>> Searches { get; } = new();
    }
}
