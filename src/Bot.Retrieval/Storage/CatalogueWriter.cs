using System.Collections.Immutable;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>Writes changes into the database's tables. The caller's transaction makes them whole.</summary>
internal sealed class CatalogueWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _forget = connection.Command(ReportSql.ForgetReport, "$id");
    private readonly SqliteCommand _change = connection.Command(ReportSql.NoteLastChange, "$change");
    private readonly SqliteCommand _born = connection.Command(ReportSql.AddVersion, "$key", "$id", "$change");
    private readonly SqliteCommand _died = connection.Command(ReportSql.EndVersion, "$key", "$change");
    private readonly SqliteCommand _report = connection.Command(
        ReportSql.AddReport, "$id", "$file", "$hash", "$metadata", "$paragraphs", "$figures", "$measures", "$from", "$repeals", "$years", "$warnings",
        "$removed", "$problem", "$at");
    private readonly SqliteCommand _paragraph = connection.Command(
        ReportSql.AddParagraph, "$address", "$kind", "$part", "$start", "$text", "$section", "$years", "$sentences", "$figures");
    private readonly LedgerWriter _ledger = new(connection);
    private readonly MeasureWriter _register = new(connection);

    /// <summary>Begins the transaction that the next calls belong to.</summary>
    public SqliteTransaction Begin()
    {
        var transaction = connection.BeginTransaction();
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_forget, _change, _born, _died, _report, _paragraph])
            command.Transaction = transaction;
        _ledger.Begin(transaction);
        _register.Begin(transaction);
        return transaction;
    }

    /// <summary>Numbers the change that the transaction stores, once what earlier ones replaced, and no reader should still need, is deleted.</summary>
    public void Open(long change)
    {
        DeleteReplaced();
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_change, _born, _died])
            command.With("$change", change);
        _change.ExecuteNonQuery();
    }

    /// <summary>Takes a report out of the catalogue; returns the key its paragraphs are still stored under, or null.</summary>
    public long? Forget(ReportId id)
    {
        if (_forget.With("$id", id.Value).ExecuteScalar() is not long key)
            return null;
        _died.With("$key", key).ExecuteNonQuery();
        return key;
    }

    /// <summary>Adds a line to the catalogue with the report it stands for, if any.</summary>
    public CataloguedReport Add(ReportEntry entry, Report? report)
    {
        ReportRows.Bind(_report, entry, report?.Removed ?? []);
        var key = (long)(_report.ExecuteScalar() ?? throw new InvalidOperationException("The database gave no key."));
        _born.With("$key", key).With("$id", entry.Id.Value).ExecuteNonQuery();
        if (report is not null)
        {
            AddParagraphs(key, report);
            _register.Add(key, report);
        }
        return new CataloguedReport(key, entry);
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
        _change.Dispose();
        _born.Dispose();
        _died.Dispose();
        _report.Dispose();
        _paragraph.Dispose();
        _ledger.Dispose();
        _register.Dispose();
    }

    private void DeleteReplaced()
    {
        var keys = connection.Rows(ReportSql.ReadReplaced, row => row.GetInt64(0));
        if (keys.Count > 0)
            connection.Run(ReportSql.NoteDeleted);
        foreach (var key in keys)
        {
            var (first, last) = (ReportSql.AddressOf(key, 0), ReportSql.AddressOf(key, ReportSql.LargestNumber));
            _ledger.Delete(first, last);
            _register.Delete(first, last);
            using var command = connection.Command(ReportSql.DeleteReplaced, "$first", "$last", "$key")
                .With("$first", first)
                .With("$last", last)
                .With("$key", key);
            command.ExecuteNonQuery();
        }
    }

    private void AddParagraphs(long key, Report report)
    {
        var figures = report.Figures.ToLookup(f => f.Paragraph);
        foreach (var paragraph in report.Paragraphs)
        {
            ImmutableArray<Figure> stated = [.. figures[paragraph.Number]];
            ReportRows.Bind(_paragraph, key, paragraph, stated);
            _paragraph.ExecuteNonQuery();
            _ledger.Add(ReportSql.AddressOf(key, paragraph.Number), stated);
        }
    }

    private void Run(string sql, Segment segment)
    {
        using var command = connection.Command(sql, "$file").With("$file", Path.GetFileName(segment.Path));
        command.ExecuteNonQuery();
    }
}
