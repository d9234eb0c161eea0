using System.Text.Json;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>Answers measure queries from the register's rows, as of one snapshot.</summary>
internal static class MeasureSearch
{
    private const int MostMeasures = 1000;

    /// <exception cref="ArgumentOutOfRangeException">Offset or limit is out of range.</exception>
    public static void Check(MeasureQuery query)
    {
        if (query.Limit is < 1 or > MostMeasures)
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"Limit is 1 to {MostMeasures}.");
        if (query.Offset < 0)
            throw new ArgumentOutOfRangeException(nameof(query), query.Offset, "Offset is 0 or more.");
    }

    /// <exception cref="SnapshotOutdatedException">Rows of the snapshot are deleted already.</exception>
    public static MeasurePage Run(MeasureQuery query, IndexSnapshot snapshot, ParagraphReader reader)
    {
        var report = query.Report is { } id ? snapshot.Find(id) : null;
        if (query.Report is not null && report is null)
            return new MeasurePage([], 0);
        return reader.AtOneMoment(connection =>
        {
            if (Convert.ToInt64(connection.Scalar(ReportSql.ReadDeleted), null) > snapshot.Change)
                throw new SnapshotOutdatedException("Measures of replaced reports are no longer stored.");
            var statement = new MeasureStatement(query, report, snapshot);
            var places = Places(statement, connection, query);
            var total = places.Count < query.Limit && (places.Count > 0 || query.Offset == 0)
                ? query.Offset + places.Count
                : Count(statement, connection);
            using var text = connection.Command(MeasureSql.ReadText, "$address");
            return new MeasurePage([.. places.Select(p => Read(p.Report, text.With("$address", p.Address), query.Today, snapshot, reader))], total);
        });
    }

    private static List<(ReportId Report, long Address)> Places(MeasureStatement statement, SqliteConnection connection, MeasureQuery query)
    {
        using var command = statement.Page(connection, query.Offset, query.Limit);
        using var row = command.ExecuteReader();
        var places = new List<(ReportId, long)>();
        while (row.Read())
            places.Add((new ReportId(row.GetString(0)), row.GetInt64(1)));
        return places;
    }

    private static int Count(MeasureStatement statement, SqliteConnection connection)
    {
        using var command = statement.Count(connection);
        return Convert.ToInt32(command.ExecuteScalar(), null);
    }

    private static FoundMeasure Read(ReportId report, SqliteCommand text, DateOnly today, IndexSnapshot snapshot, ParagraphReader reader)
    {
        using var row = text.ExecuteReader();
        if (!row.Read())
            throw new SnapshotOutdatedException(report);
        var numbers = JsonSerializer.Deserialize(row.GetString(0), ReportJson.Readable.Int32Array) ?? [];
        var measure = MeasureRow.ReadMeasure(row.GetString(1));
        return snapshot.Repeals.Found(
            report, measure, today, [.. numbers.SelectMany(n => ReportReading.ReadParagraph(reader, snapshot, new(report, n)))]);
    }
}
