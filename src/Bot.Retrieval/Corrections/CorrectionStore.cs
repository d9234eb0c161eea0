using System.Collections.Immutable;
using System.Text.Json;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>The corrections in state.db: what staff decided, whether or not a report holds the sentence now.</summary>
internal sealed class CorrectionStore(StateDatabase state)
{
    /// <summary>Keeps a correction in place of an earlier one of the same number.</summary>
    public Task KeepAsync(KeptCorrection correction, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Execute(
            StateSql.KeepCorrection,
            ("$id", correction.Id),
            ("$report", correction.Report.Value),
            ("$sentence", correction.Sentence),
            ("$start", correction.Number.Start),
            ("$end", correction.Number.End),
            ("$meaning", JsonSerializer.Serialize(correction.Meaning, ReportJson.Readable.FigureMeaning)),
            ("$at", correction.At.ToUnixTimeMilliseconds()),
            ("$note", correction.Note)),
        cancellationToken);

    public Task ForgetAsync(string id, CancellationToken cancellationToken) =>
        state.InTurnAsync(s => s.Execute(StateSql.ForgetCorrection, ("$id", id)), cancellationToken);

    /// <summary>The report that a correction belongs to; null when no correction has this id.</summary>
    public Task<ReportId?> FindReportAsync(string id, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Read(StateSql.FindCorrection, row => new ReportId(row.GetString(0)), ("$id", id)) is [var report] ? report : (ReportId?)null,
        cancellationToken);

    /// <summary>Latest first; none of them said to be applied, which the index alone knows.</summary>
    /// <param name="report">Null: those of all reports.</param>
    public Task<ImmutableArray<KeptCorrection>> ReadAsync(ReportId? report, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Read(StateSql.ReadCorrections, Row, ("$report", report?.Value)).ToImmutableArray(), cancellationToken);

    private static KeptCorrection Row(SqliteDataReader row) => new(
        row.GetString(0),
        new ReportId(row.GetString(1)),
        row.GetString(2),
        new TextSpan(row.GetInt32(3), row.GetInt32(4)),
        JsonSerializer.Deserialize(row.GetString(5), ReportJson.Readable.FigureMeaning)
            ?? throw new InvalidDataException("A correction without a meaning."),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        row.IsDBNull(7) ? null : row.GetString(7),
        IsApplied: false);
}
