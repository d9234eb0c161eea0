using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// Keeps corrections in state.db, then applies them to the index: a crash between the two loses nothing, because the index is
/// brought in line with what is kept.
/// </summary>
public sealed class FigureCorrections(CorrectedReportIndex index, TimeProvider time) : IFigureCorrections
{
    private const string GoneProblem = "台账里没有这个数字了：报告可能已重新读取或删除。请刷新页面，在现在的台账里重新查找";

    public async Task<CorrectionOutcome> CorrectAsync(
        ParagraphAddress paragraph, TextSpan number, string sentence, FigureMeaning meaning, string? note, CancellationToken cancellationToken)
    {
        if (MeaningCheck.OfForm(meaning, note) is { } wrong)
            return wrong;
        using var held = await index.HoldAsync(paragraph.Report, cancellationToken);
        await index.ReachAsync(cancellationToken);
        if (index.IsOthers(paragraph.Report))
            return new CorrectionOutcome.Gone(CorrectedReportIndex.OthersProblem);
        if (await FindAsync(paragraph, number, sentence, cancellationToken) is not { } found)
            return new CorrectionOutcome.Gone(GoneProblem);
        if (MeaningCheck.OfValue(meaning, found with { Figure = CorrectionOverlay.AsRead(found.Figure) }) is { } unstated)
            return unstated;
        var correction = new KeptCorrection(
            Guid.CreateVersion7().ToString("N"), paragraph.Report, sentence, number, meaning, time.GetUtcNow(),
            string.IsNullOrWhiteSpace(note) ? null : note, IsApplied: true);
        await index.Store.KeepAsync(correction, cancellationToken);
        await index.ApplyAsync(paragraph.Report, CancellationToken.None); // what is kept is applied, whoever gave up waiting
        return await FindAsync(paragraph, number, sentence, CancellationToken.None) is { } corrected
            ? new CorrectionOutcome.Corrected(corrected)
            : throw new InvalidOperationException($"The figure corrected in {paragraph} is lost.");
    }

    public Task<bool> TakeBackAsync(string id, CancellationToken cancellationToken) => index.TakeBackAsync(id, cancellationToken);

    public async Task<ImmutableArray<KeptCorrection>> ListAsync(CancellationToken cancellationToken)
    {
        var kept = await index.Store.ReadAsync(null, cancellationToken);
        var applied = await index.AppliedAsync(cancellationToken);
        return [.. kept.Select(c => c with { IsApplied = applied.ContainsKey(c.Id) })];
    }

    private async Task<LedgerFigure?> FindAsync(
        ParagraphAddress address, TextSpan number, string sentence, CancellationToken cancellationToken)
    {
        var paragraphs = await index.Stored.LoadParagraphsAsync([address], cancellationToken);
        return paragraphs
            .SelectMany(p => p.Figures.Select(f => new LedgerFigure(f, p)))
            .FirstOrDefault(f => f.Number == number && f.Sentence == sentence);
    }
}
