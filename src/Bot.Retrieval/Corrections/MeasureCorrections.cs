using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Keeps corrections of measures in state.db, then applies them to the index, as <see cref="FigureCorrections"/> does.</summary>
public sealed class MeasureCorrections(CorrectedReportIndex index, TimeProvider time) : IMeasureCorrections
{
    private const string GoneProblem = "措施库里没有这一项了：文件可能已重新读取或删除。请刷新页面，在现在的措施库里重新查找";

    public async Task<CorrectionOutcome> CorrectAsync(
        MeasureItem item, MeasureMeaning meaning, string? by, string? note, CancellationToken cancellationToken)
    {
        using var held = await index.HoldAsync(item.Report, cancellationToken);
        await index.ReachAsync(cancellationToken);
        if (index.IsOthers(item.Report))
            return new CorrectionOutcome.Gone(CorrectedReportIndex.OthersProblem);
        if (await index.Stored.LoadAsync(item.Report, cancellationToken) is not { } report || MeasureOverlay.Find(item, report) is not var (read, place))
            return new CorrectionOutcome.Gone(GoneProblem);
        if (MeasureMeaningCheck.Of(item, meaning, by, note, read, place) is { } wrong)
            return wrong;
        var correction = new KeptMeasureCorrection(
            Guid.CreateVersion7().ToString("N"), item, meaning, time.GetUtcNow(), Said(by), Said(note), IsApplied: true);
        await index.Store.KeepAsync(correction, cancellationToken);
        await index.ApplyAsync(item.Report, CancellationToken.None); // what is kept is applied, whoever gave up waiting
        return new CorrectionOutcome.CorrectedMeasure(await FindAsync(item.Report, read.Number));
    }

    public Task<bool> TakeBackAsync(string id, CancellationToken cancellationToken) => index.TakeBackAsync(id, cancellationToken);

    public async Task<ImmutableArray<KeptMeasureCorrection>> ListAsync(CancellationToken cancellationToken)
    {
        var kept = await index.Store.ReadMeasuresAsync(null, cancellationToken);
        var applied = await index.AppliedAsync(cancellationToken);
        return [.. kept.Select(c => c with { IsApplied = applied.ContainsKey(c.Id) })];
    }

    private async Task<FoundMeasure> FindAsync(ReportId report, int number)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var query = new MeasureQuery(today, Report: report, IsHidden: null, Limit: 1000);
        for (var page = new MeasurePage([], 1); query.Offset < page.Total; query = query with { Offset = query.Offset + query.Limit })
        {
            page = await index.Stored.FindMeasuresAsync(query, CancellationToken.None);
            if (page.Measures.FirstOrDefault(m => m.Measure.Number == number) is { } found)
                return found;
        }
        throw new InvalidOperationException($"The measure corrected in {report} is lost.");
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
