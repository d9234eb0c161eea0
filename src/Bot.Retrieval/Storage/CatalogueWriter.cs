using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>Writes changes into the database's tables. The caller's transaction makes them whole.</summary>
internal sealed class CatalogueWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _forget = connection.Command(ReportSql.ForgetReport, "$id");
    private readonly SqliteCommand _replaced = connection.Command(ReportSql.NoteReplaced, "$key");
    private readonly SqliteCommand _report = connection.Command(
        ReportSql.AddReport, "$id", "$file", "$hash", "$metadata", "$paragraphs", "$figures", "$years", "$warnings", "$removed", "$problem", "$at");
    private readonly SqliteCommand _paragraph = connection.Command(
        ReportSql.AddParagraph, "$address", "$kind", "$part", "$start", "$text", "$section", "$years", "$sentences", "$figures");

    /// <summary>Begins the transaction that the next calls belong to.</summary>
    public SqliteTransaction Begin()
    {
        var transaction = connection.BeginTransaction();
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_forget, _replaced, _report, _paragraph])
            command.Transaction = transaction;
        return transaction;
    }

    /// <summary>Takes a report out of the catalogue; returns the key its paragraphs are still stored under, or null.</summary>
    public long? Forget(ReportId id)
    {
        if (_forget.With("$id", id.Value).ExecuteScalar() is not long key)
            return null;
        _replaced.With("$key", key).ExecuteNonQuery();
        return key;
    }

    /// <summary>Adds a line to the catalogue with the report it stands for, if any.</summary>
    public CataloguedReport Add(ReportEntry entry, Report? report)
    {
        ReportRows.Bind(_report, entry, report?.Removed ?? []);
        var key = (long)(_report.ExecuteScalar() ?? throw new InvalidOperationException("The database gave no key."));
        if (report is not null)
            AddParagraphs(key, report);
        return new CataloguedReport(key, entry);
    }

    /// <summary>Deletes the paragraphs of reports replaced by earlier changes, which no reader should still need.</summary>
    public void DeleteReplaced()
    {
        var keys = connection.Rows(ReportSql.ReadReplaced, row => row.GetInt64(0));
        foreach (var key in keys)
        {
            using var command = connection.Command(ReportSql.DeleteReplaced, "$first", "$last", "$key")
                .With("$first", ReportSql.AddressOf(key, 0))
                .With("$last", ReportSql.AddressOf(key + 1, 0) - 1)
                .With("$key", key);
            command.ExecuteNonQuery();
        }
    }

    public void ReplaceSegments(IEnumerable<Segment> forgotten, Segment? added)
    {
        foreach (var segment in forgotten)
            Run(ReportSql.ForgetSegment, segment);
        if (added is not null)
            Run(ReportSql.AddSegment, added);
    }

    public void Dispose()
    {
        _forget.Dispose();
        _replaced.Dispose();
        _report.Dispose();
        _paragraph.Dispose();
    }

    private void AddParagraphs(long key, Report report)
    {
        var figures = report.Figures.ToLookup(f => f.Paragraph);
        foreach (var paragraph in report.Paragraphs)
        {
            ReportRows.Bind(_paragraph, key, paragraph, [.. figures[paragraph.Number]]);
            _paragraph.ExecuteNonQuery();
        }
    }

    private void Run(string sql, Segment segment)
    {
        using var command = connection.Command(sql, "$file").With("$file", Path.GetFileName(segment.Path));
        command.ExecuteNonQuery();
    }
}
