using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels.Tests;

/// <summary>Corrections in memory, over the figures of a <see cref="MemoryIndex"/>. A unit of "？" can't be taken.</summary>
internal sealed class MemoryCorrections(MemoryIndex index) : IFigureCorrections
{
    private readonly List<KeptCorrection> _kept = [];
    private int _made;

    public ImmutableArray<KeptCorrection> Kept => [.. _kept];

    /// <summary>What every correction comes out as; null: it is made.</summary>
    public CorrectionOutcome? Outcome { get; set; }

    public async Task<CorrectionOutcome> CorrectAsync(
        ParagraphAddress paragraph, TextSpan number, string sentence, FigureMeaning meaning, string? note, CancellationToken cancellationToken)
    {
        if (Outcome is not null)
            return Outcome;
        if (meaning.Unit == "？")
            return new CorrectionOutcome.Invalid(nameof(FigureMeaning.Unit), "单位应为原句中的单位。");
        var stored = (await index.LoadParagraphsAsync([paragraph], cancellationToken)).Single();
        var read = stored.Figures.Single(figure =>
            new LedgerFigure(figure, stored).Sentence == sentence && figure.Span.Shift(-figure.Sentence.Start) == number);
        var kept = new KeptCorrection($"c{++_made}", paragraph.Report, sentence, number, meaning, DateTimeOffset.UnixEpoch, note, IsApplied: true);
        var corrected = read with
        {
            Region = meaning.Region,
            Indicator = meaning.Indicator,
            Period = meaning.Period,
            Value = meaning.Value,
            Unit = meaning.Unit,
            Status = meaning.Status,
            Aspect = meaning.Aspect,
            Base = meaning.Base,
            Doubt = meaning.IsUsable ? null : "人工认定不可用",
            Correction = new FigureCorrection(kept.Id, kept.At, note, read.Correction?.Read ?? read),
        };
        _kept.Insert(0, kept);
        await SwapAsync(paragraph.Report, read, corrected);
        return new CorrectionOutcome.Corrected(new LedgerFigure(corrected, stored));
    }

    public async Task<bool> TakeBackAsync(string id, CancellationToken cancellationToken)
    {
        if (_kept.Find(kept => kept.Id == id) is not { } kept)
            return false;
        _kept.Remove(kept);
        var report = await index.LoadAsync(kept.Report, cancellationToken);
        if (report?.Figures.FirstOrDefault(figure => figure.Correction?.Id == id) is { Correction: { } correction } corrected)
            await SwapAsync(kept.Report, corrected, correction.Read);
        return true;
    }

    public Task<ImmutableArray<KeptCorrection>> ListAsync(CancellationToken cancellationToken) => Task.FromResult(Kept);

    /// <summary>Keeps a correction whose sentence no report holds any more.</summary>
    public void KeepIdle(string sentence) => _kept.Add(new KeptCorrection(
        "idle",
        new ReportId("gone"),
        sentence,
        new TextSpan(0, 1),
        new FigureMeaning(null, "项目", null, 1, "个", FigureStatus.Achieved, FigureAspect.Level, null, IsUsable: false),
        DateTimeOffset.UnixEpoch,
        null,
        IsApplied: false));

    private async Task SwapAsync(ReportId id, Figure old, Figure now)
    {
        if (await index.LoadAsync(id, default) is { } report)
            await index.ReplaceAsync(report with { Figures = report.Figures.Replace(old, now) }, id + ".txt", default);
    }
}
