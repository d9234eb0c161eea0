using System.Collections.Immutable;
using Bot.Corpus;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>Opens what a folder holds, and mends it where a crash or damage left it incomplete.</summary>
/// <param name="vectors">Null: no model is configured, and vector files are left alone.</param>
internal sealed partial class IndexOpening(IndexFolder folder, VectorFolder? vectors, TimeProvider time, ILogger logger)
{
    // Reports whose postings are rebuilt together: some tens of megabytes while that lasts.
    private const int RebuiltTogether = 256;

    /// <summary>The writer over the folder, every report of its catalogue searchable.</summary>
    public IndexWriter ForWriting()
    {
        var file = new SqliteFile(folder.Database, ReportSql.Format, ReportSql.CreateTables, "the reports", ReportSql.Upgrades);
        var connection = file.Open(time, (problem, aside) => Log.SetAside(logger, folder.Database, problem, aside));
        try
        {
            var registered = connection.Rows(ReportSql.ReadSegments, row => row.GetString(0)).ToHashSet();
            var orphans = folder.DeleteOrphans(registered);
            if (orphans > 0)
                Log.OrphansDeleted(logger, orphans);
            var reports = connection.Rows(ReportSql.ReadCatalogue, ReportRows.ReadEntry);
            var writer = new IndexWriter(folder, vectors is null ? null : new VectorKeeper(vectors, logger), connection, reports, Segments(connection, registered));
            Mend(writer);
            return writer;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What another process has stored so far, without touching it.</summary>
    /// <exception cref="InvalidDataException">It can't be read by this version, or keeps changing.</exception>
    public IndexSnapshot ForReading()
    {
        const int attempts = 5;
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = folder.Database,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        if (connection.Scalar(ReportSql.ReadFormat) is not (long)ReportSql.Format)
            throw new InvalidDataException($"{folder.Database} is in another format; the process that uses {folder.Database} is of another version.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Read(connection);
            }
            catch (FileNotFoundException) when (attempt < attempts)
            {
                // The writer merged segments between our reading their names and opening them: read the new names.
            }
        }
    }

    private IndexSnapshot Read(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var reports = connection.Rows(ReportSql.ReadCatalogue, ReportRows.ReadEntry).OrderBy(r => r.Entry.Id).ToArray();
        var byKey = reports.ToDictionary(r => r.Key);
        var segments = connection.Rows(ReportSql.ReadSegments, row => Segment.Open(folder.PathOf(row.GetString(0))));
        return new IndexSnapshot(
            reports,
            [.. segments.Select(s => new SegmentView(s, byKey.GetValueOrDefault))],
            Convert.ToInt64(connection.Scalar(ReportSql.ReadLastChange), null),
            vectors is null ? DenseState.None : VectorKeeper.Open(vectors, segments));
    }

    private List<Segment> Segments(SqliteConnection connection, IEnumerable<string> registered)
    {
        var segments = new List<Segment>();
        foreach (var name in registered)
        {
            try
            {
                segments.Add(Segment.Open(folder.PathOf(name)));
            }
            catch (Exception e) when (e is InvalidDataException or FileNotFoundException)
            {
                Log.SegmentLost(logger, name, e.Message);
                using var forget = connection.Command(ReportSql.ForgetSegment, "$file").With("$file", name);
                forget.ExecuteNonQuery();
                File.Delete(folder.PathOf(name));
            }
        }
        return segments;
    }

    private void Mend(IndexWriter writer)
    {
        var lost = writer.WithoutPostings();
        if (lost.Count == 0)
            return;
        var started = time.GetTimestamp();
        using var reader = new ParagraphReader(folder.Database);
        foreach (var reports in lost.Chunk(RebuiltTogether))
            writer.AddPostings(reports.Select(r => (r.Key, ReportReading.Read(reader, r))));
        Log.Rebuilt(logger, lost.Count, time.GetElapsedTime(started).TotalMilliseconds);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Database} can't be used ({Problem}). It was set aside as {Aside}; the reports are read anew")]
        public static partial void SetAside(ILogger logger, string database, string problem, string aside);

        [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} segments of unfinished changes were deleted")]
        public static partial void OrphansDeleted(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Segment {Name} is missing or damaged and is rebuilt: {Problem}")]
        public static partial void SegmentLost(ILogger logger, string name, string problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The postings of {Count} reports were rebuilt from the database in {Milliseconds:F0} ms")]
        public static partial void Rebuilt(ILogger logger, int count, double milliseconds);
    }
}
