using System.Collections.Immutable;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>Writes the ledger's rows. The caller's transaction makes them whole with the paragraphs that state the figures.</summary>
internal sealed class LedgerWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _figure = connection.Command(
        FigureSql.AddFigure, "$address", "$ordinal", "$region", "$name", "$from", "$to", "$months", "$status", "$aspect", "$doubtful", "$corrected");
    private readonly SqliteCommand _findName = connection.Command(FigureSql.FindName, "$name", "$words");
    private readonly SqliteCommand _addName = connection.Command(FigureSql.AddName, "$name", "$words");
    private readonly SqliteCommand _findRegion = connection.Command(FigureSql.FindRegion, "$text");
    private readonly SqliteCommand _addRegion = connection.Command(FigureSql.AddRegion, "$text");

    // Of one transaction: had it been rolled back, they would be wrong.
    private readonly Dictionary<LedgerName, long> _names = [];
    private readonly Dictionary<string, long> _regions = [];

    public void Begin(SqliteTransaction transaction)
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_figure, _findName, _addName, _findRegion, _addRegion])
            command.Transaction = transaction;
        _names.Clear();
        _regions.Clear();
    }

    /// <summary>Adds the figures of one paragraph.</summary>
    /// <param name="address">See <see cref="ReportSql.AddressOf"/>.</param>
    public void Add(long address, ImmutableArray<Figure> figures)
    {
        for (var ordinal = 0; ordinal < figures.Length; ordinal++)
            Add(address, ordinal, figures[ordinal]);
    }

    /// <summary>Deletes the figures at these addresses, and the names that no figure has any more.</summary>
    public void Delete(long first, long last)
    {
        var names = new List<long>();
        using (var read = connection.Command(FigureSql.NamesBetween, "$first", "$last").With("$first", first).With("$last", last))
        using (var row = read.ExecuteReader())
        {
            while (row.Read())
                names.Add(row.GetInt64(0));
        }
        using var delete = connection.Command(FigureSql.DeleteBetween, "$first", "$last").With("$first", first).With("$last", last);
        delete.ExecuteNonQuery();
        using var forget = connection.Command(FigureSql.DeleteNameUnused, "$id");
        foreach (var name in names)
            forget.With("$id", name).ExecuteNonQuery();
    }

    public void Dispose()
    {
        _figure.Dispose();
        _findName.Dispose();
        _addName.Dispose();
        _findRegion.Dispose();
        _addRegion.Dispose();
    }

    private void Add(long address, int ordinal, Figure figure)
    {
        var period = figure.Period;
        Bind(
            address,
            ordinal,
            figure.Region is { } region ? RegionId(region) : 0L,
            NameId(LedgerName.Of(figure)),
            period?.FromYear,
            period?.ToYear,
            period is { } time ? FigureSql.MonthsOf(time.FromMonth, time.ToMonth) : null,
            (int)figure.Status,
            (int)figure.Aspect,
            figure.Doubt is not null,
            figure.Correction is not null);
        _figure.ExecuteNonQuery();
    }

    // In the order of the parameters: looking each up by its name would take longer than the database does.
    private void Bind(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _figure.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    private long RegionId(string region)
    {
        if (!_regions.TryGetValue(region, out var id))
            _regions[region] = id = Id(_findRegion.With("$text", region), _addRegion.With("$text", region));
        return id;
    }

    private long NameId(LedgerName name)
    {
        if (!_names.TryGetValue(name, out var id))
        {
            _names[name] = id = Id(
                _findName.With("$name", name.Name).With("$words", name.Words),
                _addName.With("$name", name.Name).With("$words", name.Words));
        }
        return id;
    }

    private static long Id(SqliteCommand find, SqliteCommand add) =>
        (long)(find.ExecuteScalar() ?? add.ExecuteScalar() ?? throw new InvalidOperationException("The database gave no id."));
}
