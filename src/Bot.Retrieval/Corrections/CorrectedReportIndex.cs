using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// An index whose reports carry staff's corrections: they are applied when a report is stored, so that whoever reads the index,
/// this program or another, sees them. What a crash left between a correction and the report it belongs to is mended before
/// anything is read.
/// </summary>
public sealed class CorrectedReportIndex : IReportIndex, IDisposable
{
    /// <summary>What keeps this bot from correcting a report that <see cref="IsOthers"/>.</summary>
    internal const string OthersProblem = "这份报告由另一台机器人读入，更正只在那一台上做：请到那里更正，这里随后也会看到";

    private const int AtOnce = 1000;

    private readonly IReportIndex _index;
    private readonly ReportLocks _locks = new();
    private readonly SemaphoreSlim _mending = new(1, 1);

    // Mending is due at the start, and again whenever a correction was kept but could not be applied.
    private int _due = 1;
    private int _mended;

    /// <param name="index">Holds the reports; disposed with this.</param>
    public CorrectedReportIndex(IReportIndex index, StateDatabase state)
    {
        (_index, Store) = (index, new CorrectionStore(state));
    }

    public ImmutableArray<ReportEntry> Catalogue => _index.Catalogue;

    public Task ReachAsync(CancellationToken cancellationToken) => _index.ReachAsync(cancellationToken);

    public async Task ReplaceAsync(Report report, string file, CancellationToken cancellationToken)
    {
        using var held = await HoldAsync(report.Id, cancellationToken);
        await _index.ReplaceAsync(await CorrectAsync(report, cancellationToken), file, cancellationToken);
    }

    public async Task NoteFailureAsync(ReadOutcome.Failure failure, string file, string contentHash, CancellationToken cancellationToken)
    {
        using var held = await HoldAsync(failure.Id, cancellationToken);
        await _index.NoteFailureAsync(failure, file, contentHash, cancellationToken);
    }

    public async Task RemoveAsync(ReportId id, CancellationToken cancellationToken)
    {
        using var held = await HoldAsync(id, cancellationToken);
        await _index.RemoveAsync(id, cancellationToken);
    }

    public async Task<Report?> LoadAsync(ReportId id, CancellationToken cancellationToken)
    {
        await MendAsync(cancellationToken);
        return await _index.LoadAsync(id, cancellationToken);
    }

    public async Task<ImmutableArray<StoredParagraph>> LoadParagraphsAsync(
        IReadOnlyCollection<ParagraphAddress> addresses, CancellationToken cancellationToken)
    {
        await MendAsync(cancellationToken);
        return await _index.LoadParagraphsAsync(addresses, cancellationToken);
    }

    public async Task<ImmutableArray<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        await MendAsync(cancellationToken);
        return await _index.SearchAsync(query, cancellationToken);
    }

    public async Task<FigurePage> FindFiguresAsync(FigureQuery query, CancellationToken cancellationToken)
    {
        await MendAsync(cancellationToken);
        return await _index.FindFiguresAsync(query, cancellationToken);
    }

    public async Task<MeasurePage> FindMeasuresAsync(MeasureQuery query, CancellationToken cancellationToken)
    {
        await MendAsync(cancellationToken);
        return await _index.FindMeasuresAsync(query, cancellationToken);
    }

    public void Dispose()
    {
        (_index as IDisposable)?.Dispose();
        _mending.Dispose();
    }

    internal CorrectionStore Store { get; }

    /// <summary>What is stored, in line or not: for those who hold a report, whom mending would wait for.</summary>
    internal IReportIndex Stored => _index;

    /// <summary>True for a report that another bot stored: what it carries are that bot's corrections.</summary>
    internal bool IsOthers(ReportId id) => Catalogue.Any(e => e.Id == id && e.IsOthers);

    /// <summary>Nothing else changes this report until the result is disposed.</summary>
    internal Task<IDisposable> HoldAsync(ReportId report, CancellationToken cancellationToken) => _locks.TakeAsync(report, cancellationToken);

    /// <summary>Stores the report, which the caller holds, anew where its corrections are not those kept.</summary>
    internal async Task ApplyAsync(ReportId id, CancellationToken cancellationToken)
    {
        try
        {
            if (IsOthers(id) || await _index.LoadAsync(id, cancellationToken) is not { } stored)
                return;
            var corrected = await CorrectAsync(stored, cancellationToken);
            if (!corrected.Figures.SequenceEqual(stored.Figures) || !MeasureOverlay.IdsIn(corrected).SequenceEqual(MeasureOverlay.IdsIn(stored)))
                await _index.ReplaceAsync(corrected, Catalogue.First(e => e.Id == id).File, cancellationToken);
        }
        catch
        {
            Interlocked.Increment(ref _due);
            throw;
        }
    }

    /// <summary>Forgets a correction and shows its report without it.</summary>
    /// <returns>False when no correction has this id.</returns>
    internal async Task<bool> TakeBackAsync(string id, CancellationToken cancellationToken)
    {
        if (await Store.FindAsync(id, cancellationToken) is not [var (_, report)])
            return false;
        using var held = await HoldAsync(report, cancellationToken);
        await Store.ForgetAsync(id, cancellationToken);
        await ApplyAsync(report, CancellationToken.None);
        return true;
    }

    /// <summary>Every correction that a figure or measure of the index carries, with its report.</summary>
    internal async Task<Dictionary<string, ReportId>> AppliedAsync(CancellationToken cancellationToken)
    {
        var applied = new Dictionary<string, ReportId>();
        var query = new FigureQuery(IsCorrected: true, Limit: AtOnce);
        for (var page = new FigurePage([], 1); query.Offset < page.Total; query = query with { Offset = query.Offset + AtOnce })
        {
            page = await _index.FindFiguresAsync(query, cancellationToken);
            foreach (var figure in page.Figures)
                applied[figure.Figure.Correction!.Id] = figure.Paragraph.Report; // only corrected ones were asked for
        }
        var measures = new MeasureQuery(DateOnly.MinValue, IsCorrected: true, IsHidden: null, Limit: AtOnce);
        for (var page = new MeasurePage([], 1); measures.Offset < page.Total; measures = measures with { Offset = measures.Offset + AtOnce })
        {
            page = await _index.FindMeasuresAsync(measures, cancellationToken);
            foreach (var measure in page.Measures)
                foreach (var remark in measure.Measure.Correction!.Remarks) // as above
                    applied[remark.Id] = measure.Report;
        }
        return applied;
    }

    private async Task<Report> CorrectAsync(Report report, CancellationToken cancellationToken) => MeasureOverlay.Apply(
        CorrectionOverlay.Apply(report, await Store.ReadAsync(report.Id, cancellationToken)),
        await Store.ReadMeasuresAsync(report.Id, cancellationToken));

    private ValueTask MendAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _mended) == Volatile.Read(ref _due) ? ValueTask.CompletedTask : new ValueTask(MendInTurnAsync(cancellationToken));

    private async Task MendInTurnAsync(CancellationToken cancellationToken)
    {
        await _mending.WaitAsync(cancellationToken);
        try
        {
            var due = Volatile.Read(ref _due);
            if (_mended == due)
                return;
            var applied = await AppliedAsync(cancellationToken);
            var kept = await Store.FindAsync(null, cancellationToken);
            var ids = kept.Select(c => c.Id).ToHashSet();
            var unlike = kept.Where(c => !applied.ContainsKey(c.Id)).Select(c => c.Report)
                .Concat(applied.Where(a => !ids.Contains(a.Key)).Select(a => a.Value));
            foreach (var report in unlike.Distinct())
            {
                using var held = await HoldAsync(report, cancellationToken);
                await ApplyAsync(report, cancellationToken);
            }
            Volatile.Write(ref _mended, due);
        }
        finally
        {
            _mending.Release();
        }
    }
}
