using System.Text.Json;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>Writes the register's rows. The caller's transaction makes them whole with the report they are read from.</summary>
internal sealed class MeasureWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _measure = connection.Command(
        MeasureSql.AddMeasure, "$address", "$region", "$instrument", "$standing", "$from", "$to", "$gaps", "$corrected", "$hidden");
    private readonly SqliteCommand _text = connection.Command(MeasureSql.AddText, "$address", "$words", "$paragraphs", "$measure");
    private readonly SqliteCommand _delete = connection.Command(MeasureSql.DeleteBetween, "$first", "$last");

    public void Begin(SqliteTransaction transaction)
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_measure, _text, _delete])
            command.Transaction = transaction;
    }

    /// <param name="key">The report's.</param>
    public void Add(long key, Report report)
    {
        foreach (var measure in report.Measures)
        {
            var address = ReportSql.AddressOf(key, measure.Number);
            _measure.With("$address", address)
                .With("$region", measure.Region)
                .With("$instrument", (int)measure.Instrument)
                .With("$standing", (int)measure.Standing)
                .With("$from", measure.Validity.From?.DayNumber)
                .With("$to", measure.Validity.To?.DayNumber)
                .With("$gaps", measure.HasGaps)
                .With("$corrected", measure.Correction is not null)
                .With("$hidden", measure.IsHidden)
                .ExecuteNonQuery();
            _text.With("$address", address)
                .With("$words", MeasureRow.WordsOf(measure, report))
                .With("$paragraphs", JsonSerializer.Serialize([.. MeasureRow.ParagraphsOf(measure, report)], ReportJson.Readable.Int32Array))
                .With("$measure", MeasureRow.Write(measure))
                .ExecuteNonQuery();
        }
    }

    /// <summary>Deletes the measures at these addresses.</summary>
    public void Delete(long first, long last) => _delete.With("$first", first).With("$last", last).ExecuteNonQuery();

    public void Dispose()
    {
        _measure.Dispose();
        _text.Dispose();
        _delete.Dispose();
    }
}
