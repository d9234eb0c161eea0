using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>
/// The corrections in state.db: what staff decided, whether or not a report holds the sentence now. A row's subject is "figure", or part and
/// reading of a measure's item: "Condition:RdSpending", "Whole:" and the measure's name.
/// </summary>
internal sealed class CorrectionStore(StateDatabase state)
{
    private const string Figure = "figure";

    /// <summary>Keeps a correction in place of earlier ones of the same number.</summary>
    public Task KeepAsync(KeptCorrection correction, CancellationToken cancellationToken) => KeepAsync(
        StateSql.KeepCorrectionOfNumber, correction.Id, Figure, correction.Report, new QuotedWords(correction.Sentence, correction.Number),
        JsonSerializer.Serialize(correction.Meaning, ReportJson.Readable.FigureMeaning), correction.At, null, correction.Note, cancellationToken);

    /// <summary>Keeps a correction in place of an earlier one of the same item.</summary>
    public Task KeepAsync(KeptMeasureCorrection correction, CancellationToken cancellationToken) => KeepAsync(
        StateSql.KeepCorrection, correction.Id, SubjectOf(correction.Item), correction.Item.Report, correction.Item.Quote,
        JsonSerializer.Serialize(correction.Meaning, ReportJson.Readable.MeasureMeaning), correction.At, correction.By, correction.Note, cancellationToken);

    public Task ForgetAsync(string id, CancellationToken cancellationToken) =>
        state.InTurnAsync(s => s.Execute(StateSql.ForgetCorrection, ("$id", id)), cancellationToken);

    /// <summary>The reports that corrections belong to, by the corrections' ids.</summary>
    /// <param name="id">Null: all corrections.</param>
    public Task<ImmutableArray<(string Id, ReportId Report)>> FindAsync(string? id, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Read(StateSql.FindCorrections, row => (row.GetString(0), new ReportId(row.GetString(1))), ("$id", id)).ToImmutableArray(),
        cancellationToken);

    /// <summary>Those of figures, latest first; none of them said to be applied, which the index alone knows.</summary>
    /// <param name="report">Null: those of all reports.</param>
    public Task<ImmutableArray<KeptCorrection>> ReadAsync(ReportId? report, CancellationToken cancellationToken) =>
        ReadAsync(FigureRow, isFigure: true, report, cancellationToken);

    /// <summary>Those of measures, otherwise as <see cref="ReadAsync(ReportId?, CancellationToken)"/>.</summary>
    public Task<ImmutableArray<KeptMeasureCorrection>> ReadMeasuresAsync(ReportId? report, CancellationToken cancellationToken) =>
        ReadAsync(MeasureRow, isFigure: false, report, cancellationToken);

    private Task<ImmutableArray<T>> ReadAsync<T>(Func<SqliteDataReader, T> row, bool isFigure, ReportId? report, CancellationToken cancellationToken) =>
        state.InTurnAsync(
            s => s.Read(StateSql.ReadCorrections, row, ("$figures", isFigure), ("$report", report?.Value)).ToImmutableArray(), cancellationToken);

    private Task<int> KeepAsync(
        string sql, string id, string subject, ReportId report, QuotedWords quote, string meaning, DateTimeOffset at, string? by, string? note,
        CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Execute(
            sql,
            ("$id", id), ("$subject", subject), ("$report", report.Value), ("$sentence", quote.Sentence),
            ("$start", quote.Place.Start), ("$end", quote.Place.End), ("$meaning", meaning), ("$at", at.ToUnixTimeMilliseconds()),
            ("$by", by), ("$note", note)),
        cancellationToken);

    private static string SubjectOf(MeasureItem item) => $"{item.Part}:{item.ReadAs}";

    private static KeptCorrection FigureRow(SqliteDataReader row) => new(
        row.GetString(0),
        new ReportId(row.GetString(2)),
        row.GetString(3),
        Place(row),
        Meaning(row, ReportJson.Readable.FigureMeaning),
        At(row),
        Text(row, 9),
        IsApplied: false);

    private static KeptMeasureCorrection MeasureRow(SqliteDataReader row)
    {
        var subject = row.GetString(1);
        var colon = subject.IndexOf(':', StringComparison.Ordinal);
        var item = new MeasureItem(
            new ReportId(row.GetString(2)), Enum.Parse<MeasurePart>(subject[..colon]), subject[(colon + 1)..], new QuotedWords(row.GetString(3), Place(row)));
        return new KeptMeasureCorrection(
            row.GetString(0), item, Meaning(row, ReportJson.Readable.MeasureMeaning), At(row), Text(row, 8), Text(row, 9), IsApplied: false);
    }

    private static TextSpan Place(SqliteDataReader row) => new(row.GetInt32(4), row.GetInt32(5));

    private static T Meaning<T>(SqliteDataReader row, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.GetString(6), type) ?? throw new InvalidDataException("A correction without a meaning.");

    private static DateTimeOffset At(SqliteDataReader row) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
