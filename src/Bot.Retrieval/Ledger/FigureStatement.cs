using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>
/// A figure query as SQL. Tables are joined in the order written, from the one that the query narrows most, so that the work
/// grows with what is asked. Rows count while their report's version is in the snapshot.
/// </summary>
internal sealed class FigureStatement
{
    private readonly RowQuery _rows = new();

    /// <param name="report">The report asked for, as the snapshot knows it; null when any will do.</param>
    public FigureStatement(FigureQuery query, CataloguedReport? report, long change)
    {
        _rows.Always(ReportSql.IsLiving);
        _rows.Give("$change", change);
        _rows.Tables = Drive(query, report) + " CROSS JOIN versions v ON v.key = f.address >> 24";
        _rows.When(query.FromYear, "f.to_year >= $fromYear", "$fromYear");
        _rows.When(query.ToYear, "f.from_year <= $toYear", "$toYear");
        _rows.When((int?)query.Status, "f.status = $status", "$status");
        _rows.When((int?)query.Aspect, "f.aspect = $aspect", "$aspect");
        _rows.When(query.IsDoubtful, "f.is_doubtful = $doubtful", "$doubtful");
        // Written out: only so is the index of corrected figures seen to hold them all.
        if (query.IsCorrected is { } corrected)
            _rows.Always(corrected ? "f.is_corrected = 1" : "f.is_corrected = 0");
    }

    /// <summary>Rows of report, address and ordinal, in the order of a <see cref="FigurePage"/>.</summary>
    public SqliteCommand Page(SqliteConnection connection, int offset, int limit) =>
        _rows.Page(connection, "v.id, f.address, f.ordinal", FigureSql.Order, offset, limit);

    public SqliteCommand Count(SqliteConnection connection) => _rows.Count(connection);

    private string Drive(FigureQuery query, CataloguedReport? report)
    {
        const string region = " CROSS JOIN regions r ON r.id = f.region";
        const string name = " CROSS JOIN names n ON n.id = f.name";
        _rows.When(query.Region, "f.region = (SELECT id FROM regions WHERE text = $region)", "$region");
        _rows.When(query.Indicator is { } indicator ? LedgerName.Key(indicator) : null, "n.name = $indicator", "$indicator");
        _rows.When(query.Text is { } text ? LedgerName.Key(text) : null, "(instr(n.name, $text) > 0 OR instr(n.words, $text) > 0)", "$text");
        if (report is not null)
        {
            _rows.When(ReportSql.AddressOf(report.Key, 0), "f.address >= $first", "$first");
            _rows.When(ReportSql.AddressOf(report.Key, ReportSql.LargestNumber), "f.address <= $last", "$last");
            return "figures f" + region + name;
        }
        if (query.IsCorrected == true)
            return "figures f INDEXED BY figures_corrected" + region + name;
        if (query.Indicator is not null || (query.Text is not null && query.Region is null))
            return "names n CROSS JOIN figures f INDEXED BY figures_by_name ON f.name = n.id" + region;
        return query.Region is not null
            ? "figures f INDEXED BY figures_by_region" + region + name
            : "regions r INDEXED BY regions_by_text CROSS JOIN figures f INDEXED BY figures_by_region ON f.region = r.id" + name;
    }
}
