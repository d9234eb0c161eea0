using System.Collections.Immutable;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>A connection for reading, its statements prepared once. Used by one reader at a time.</summary>
internal sealed class ParagraphReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _paragraphs;
    private readonly SqliteCommand _text;

    public ParagraphReader(string database)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = database,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        _connection.Open();
        _connection.Run(ReportSql.SmallCache);
        _paragraphs = _connection.Command(ReportSql.ReadParagraphs, "$first", "$last");
        _text = _connection.Command(ReportSql.ReadText, "$address");
    }

    /// <summary>The paragraphs numbered from <paramref name="first"/> to <paramref name="last"/>, as far as they are stored.</summary>
    public List<(Paragraph Paragraph, ImmutableArray<Figure> Figures)> Read(long key, int first, int last)
    {
        _paragraphs.With("$first", ReportSql.AddressOf(key, first)).With("$last", ReportSql.AddressOf(key, last));
        using var row = _paragraphs.ExecuteReader();
        var paragraphs = new List<(Paragraph, ImmutableArray<Figure>)>();
        while (row.Read())
            paragraphs.Add(ReportRows.ReadParagraph(row));
        return paragraphs;
    }

    /// <summary>Everything that <paramref name="read"/> reads is as of one moment.</summary>
    public T AtOneMoment<T>(Func<SqliteConnection, T> read)
    {
        _connection.Run("BEGIN");
        try
        {
            return read(_connection);
        }
        finally
        {
            _connection.Run("ROLLBACK");
        }
    }

    public ImmutableArray<RemovedText> ReadRemoved(long key)
    {
        using var command = _connection.Command(ReportSql.ReadRemoved, "$key").With("$key", key);
        using var row = command.ExecuteReader();
        return row.Read() ? ReportRows.List(row, 0, ReportJson.Readable.RemovedTextArray) : [];
    }

    /// <summary>The measures of a report, as far as they are stored.</summary>
    public ImmutableArray<Measure> ReadMeasures(long key) => _connection.Rows(
        MeasureSql.ReadMeasures,
        row => MeasureRow.ReadMeasure(row.GetString(0)),
        ("$first", ReportSql.AddressOf(key, 0)),
        ("$last", ReportSql.AddressOf(key, ReportSql.LargestNumber))).ToImmutableArray();

    /// <exception cref="SnapshotOutdatedException">It is no longer stored.</exception>
    public PassageText ReadText(PassagePlace place)
    {
        _text.With("$address", ReportSql.AddressOf(place.Report.Key, place.Entry.Paragraph));
        using var row = _text.ExecuteReader();
        if (!row.Read())
            throw new SnapshotOutdatedException(place.Report.Entry.Id);
        var text = row.GetString(0)[place.Entry.Start..place.Entry.End];
        return new PassageText(place.Report.Entry.Metadata?.Title ?? "", ReportRows.List(row, 1, ReportJson.Readable.StringArray), text);
    }

    public void Dispose()
    {
        _paragraphs.Dispose();
        _text.Dispose();
        _connection.Dispose();
    }
}
