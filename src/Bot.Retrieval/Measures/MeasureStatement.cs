using System.Text.Json;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>
/// A measure query as SQL, driven by the index that narrows most, so that the work grows with what is asked. Rows count while their report's
/// version is in the snapshot.
/// </summary>
internal sealed class MeasureStatement
{
    private readonly RowQuery _rows = new();

    /// <param name="report">The report asked for, as the snapshot knows it; null when any will do.</param>
    public MeasureStatement(MeasureQuery query, CataloguedReport? report, IndexSnapshot snapshot)
    {
        _rows.Always(ReportSql.IsLiving);
        _rows.Give("$change", snapshot.Change);
        _rows.Tables = Drive(query, report) + " CROSS JOIN versions v ON v.key = m.address >> 24";
        _rows.When((int?)query.Instrument, "m.instrument = $instrument", "$instrument");
        _rows.When((int?)query.Standing, "m.standing = $standing", "$standing");
        _rows.When(query.IsHidden, "m.is_hidden = $hidden", "$hidden");
        // Written out: only so are the partial indexes seen to hold all that is asked for.
        if (query.HasGaps is { } gaps)
            _rows.Always(gaps ? "m.has_gaps = 1" : "m.has_gaps = 0");
        if (query.IsCorrected is { } corrected)
            _rows.Always(corrected ? "m.is_corrected = 1" : "m.is_corrected = 0");
        if (query.State is { } state)
            Ask(state, query.Today, snapshot);
        if (query.Text is { Length: > 0 } text)
        {
            _rows.Tables += " CROSS JOIN measure_texts t ON t.address = m.address";
            _rows.When(TextFolding.Fold(text), "instr(t.words, $text) > 0", "$text");
        }
    }

    /// <summary>Rows of report and address, in the order of a <see cref="MeasurePage"/>.</summary>
    public SqliteCommand Page(SqliteConnection connection, int offset, int limit) =>
        _rows.Page(connection, "v.id, m.address", MeasureSql.Order, offset, limit);

    public SqliteCommand Count(SqliteConnection connection) => _rows.Count(connection);

    private string Drive(MeasureQuery query, CataloguedReport? report)
    {
        if (!query.Regions.IsDefaultOrEmpty)
        {
            var regions = JsonSerializer.Serialize([.. query.Regions], ReportJson.Readable.StringArray);
            _rows.When(regions, "m.region IN (SELECT value FROM json_each($regions))", "$regions");
        }
        if (report is not null)
        {
            _rows.When(ReportSql.AddressOf(report.Key, 0), "m.address >= $first", "$first");
            _rows.When(ReportSql.AddressOf(report.Key, ReportSql.LargestNumber), "m.address <= $last", "$last");
            return "measures m NOT INDEXED";
        }
        return (query.IsCorrected, query.HasGaps, query.Regions.IsDefaultOrEmpty, query.Instrument) switch
        {
            (true, _, _, _) => "measures m INDEXED BY measures_corrected",
            (_, true, true, _) => "measures m INDEXED BY measures_with_gaps",
            (_, _, false, _) => "measures m INDEXED BY measures_by_region",
            (_, _, _, not null) => "measures m INDEXED BY measures_by_instrument",
            _ => "measures m",
        };
    }

    private void Ask(MeasureState state, DateOnly today, IndexSnapshot snapshot)
    {
        _rows.Always($"{MeasureSql.State} = $state");
        _rows.Give("$state", $"{state}");
        _rows.Give("$today", today.DayNumber);
        // Of reports that could not be read since there is no row either.
        var repealed = snapshot.Repeals.RepealedOn(today).Select(id => snapshot.Find(id)?.Key).OfType<long>();
        _rows.Give("$repealed", $"[{string.Join(',', repealed)}]");
    }
}
