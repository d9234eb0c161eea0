using System.Collections.Immutable;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>Answers figure queries from the ledger's rows, as of one snapshot.</summary>
internal static class FigureSearch
{
    private const int MostFigures = 1000;

    /// <exception cref="ArgumentOutOfRangeException">Offset or limit is out of range.</exception>
    public static void Check(FigureQuery query)
    {
        if (query.Limit is < 1 or > MostFigures)
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"Limit is 1 to {MostFigures}.");
        if (query.Offset < 0)
            throw new ArgumentOutOfRangeException(nameof(query), query.Offset, "Offset is 0 or more.");
    }

    /// <exception cref="SnapshotOutdatedException">Rows of the snapshot are deleted already.</exception>
    public static FigurePage Run(FigureQuery query, IndexSnapshot snapshot, ParagraphReader reader)
    {
        var report = query.Report is { } id ? snapshot.Find(id) : null;
        if (query.Report is not null && report is null)
            return new FigurePage([], 0);
        return reader.AtOneMoment(connection =>
        {
            if (Convert.ToInt64(connection.Scalar(ReportSql.ReadDeleted), null) > snapshot.Change)
                throw new SnapshotOutdatedException("Figures of replaced reports are no longer stored.");
            var statement = new FigureStatement(query, report, snapshot.Change);
            var places = Places(statement, connection, query);
            var total = Total(statement, connection, query, snapshot, places.Count);
            return new FigurePage([.. places.Select(p => Figure(p.Paragraph, p.Ordinal, snapshot, reader))], total);
        });
    }

    private static List<(ParagraphAddress Paragraph, int Ordinal)> Places(FigureStatement statement, SqliteConnection connection, FigureQuery query)
    {
        using var command = statement.Page(connection, query.Offset, query.Limit);
        using var row = command.ExecuteReader();
        var places = new List<(ParagraphAddress, int)>();
        while (row.Read())
            places.Add((new(new ReportId(row.GetString(0)), ReportSql.NumberOf(row.GetInt64(1))), row.GetInt32(2)));
        return places;
    }

    // Counted only where neither the page nor the catalogue tells.
    private static int Total(FigureStatement statement, SqliteConnection connection, FigureQuery query, IndexSnapshot snapshot, int found)
    {
        if (found < query.Limit && (found > 0 || query.Offset == 0))
            return query.Offset + found;
        if (query with { Offset = 0, Limit = MostFigures } == new FigureQuery(Limit: MostFigures))
            return snapshot.FigureCount;
        using var command = statement.Count(connection);
        return Convert.ToInt32(command.ExecuteScalar(), null);
    }

    private static LedgerFigure Figure(ParagraphAddress address, int ordinal, IndexSnapshot snapshot, ParagraphReader reader)
    {
        var paragraph = ReportReading.ReadParagraph(reader, snapshot, address).Single();
        return new LedgerFigure(paragraph.Figures[ordinal], paragraph);
    }
}
