using Bot.Corpus;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.Corrections;

/// <summary>A data folder with its index and its corrections, over real files, that can be closed and opened again.</summary>
internal sealed class CorrectedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CorrectedFolder() => Open();

    public TemporaryFolder Files => _folder;

    public StateDatabase State { get; private set; } = null!; // set by Open

    public SqliteReportIndex Stored { get; private set; } = null!;

    public CorrectedReportIndex Index { get; private set; } = null!;

    public FigureCorrections Corrections { get; private set; } = null!;

    public MeasureCorrections MeasureCorrections { get; private set; } = null!; // set by Open

    public void Open()
    {
        State = StateDatabase.Open(_folder.Path, TimeProvider.System, NullLogger<StateDatabase>.Instance);
        Stored = SqliteReportIndex.Open(_folder.Path, TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);
        Index = new CorrectedReportIndex(Stored, State);
        Corrections = new FigureCorrections(Index, TimeProvider.System);
        MeasureCorrections = new MeasureCorrections(Index, TimeProvider.System);
    }

    public void Close()
    {
        Index.Dispose();
        State.Dispose();
    }

    public void Reopen()
    {
        Close();
        Open();
    }

    public Task StoreAsync(Report report) => Index.ReplaceAsync(report, $"{report.Id}.txt", CancellationToken.None);

    /// <summary>The figures in the index, in the order of the ledger.</summary>
    public async Task<LedgerFigure[]> FiguresAsync(FigureQuery? query = null) =>
        [.. (await Index.FindFiguresAsync(query ?? new FigureQuery(), CancellationToken.None)).Figures];

    public Task<CorrectionOutcome> CorrectAsync(LedgerFigure figure, FigureMeaning meaning, string? note = null) => Corrections.CorrectAsync(
        new ParagraphAddress(figure.Paragraph.Report, figure.Paragraph.Paragraph.Number),
        figure.Number,
        figure.Sentence,
        meaning,
        note,
        CancellationToken.None);

    public static FigureMeaning MeaningOf(Figure figure) => new(
        figure.Region, figure.Indicator, figure.Period, figure.Value, figure.Unit, figure.Status, figure.Aspect, figure.Base);

    public void Dispose()
    {
        Close();
        _folder.Dispose();
    }
}
