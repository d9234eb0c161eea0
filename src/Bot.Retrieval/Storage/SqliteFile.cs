using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>
/// Opens a database file for writing: makes it when it is not there, brings an older format to the current one, and sets
/// aside one that can't be used.
/// </summary>
/// <param name="ReadableName">What is in it, for messages.</param>
/// <param name="Upgrades">By format, what turns a file of it into one of the current format, in one transaction.</param>
internal sealed record SqliteFile(
    string Path, int Format, string CreateTables, string ReadableName, ImmutableDictionary<int, string> Upgrades)
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    // Checking reads every page: a moment for a small file. Damage in a larger one shows when the page is read.
    private const long CheckedWhole = 64L << 20;

    /// <summary>Bytes of a page, a power of two up to 65536, for a file that is made; null: SQLite's 4096. Rows larger than a quarter of it waste space.</summary>
    public int? PageSize { get; init; }

    public static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>The open file. What is wrong with a file that was set aside goes to <paramref name="onSetAside"/>.</summary>
    /// <param name="onSetAside">Told the problem and the new name.</param>
    /// <exception cref="InvalidOperationException">A newer version of the program wrote the file.</exception>
    public SqliteConnection Open(TimeProvider time, Action<string, string> onSetAside)
    {
        return TryOpen(out var problem) ?? OpenAnew(problem, time, onSetAside);
    }

    /// <summary>A new file in place of one that showed damage after it was opened, and is closed.</summary>
    public SqliteConnection OpenAnew(string problem, TimeProvider time, Action<string, string> onSetAside)
    {
        var aside = SetAside(time);
        onSetAside(problem, aside);
        return TryOpen(out problem)
            ?? throw new InvalidDataException($"A new database for {ReadableName} at {Path} can't be used: {problem}.");
    }

    private SqliteConnection? TryOpen(out string problem)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        var usable = false;
        try
        {
            connection.Open();
            if (PageSize is { } size)
                connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size = {size}"));
            connection.Run(ReportSql.Settings);
            problem = ProblemOf(connection);
            usable = problem.Length == 0;
        }
        catch (SqliteException e) when (IsDamage(e))
        {
            problem = e.Message;
        }
        finally
        {
            if (!usable)
                connection.Dispose();
        }
        return usable ? connection : null;
    }

    private string ProblemOf(SqliteConnection connection)
    {
        var found = Convert.ToInt32(connection.Scalar(ReportSql.ReadFormat), CultureInfo.InvariantCulture);
        if (found > Format)
            throw new InvalidOperationException(
                $"{Path} holds {ReadableName} in format {found}; this version of the program knows up to {Format}. Use the newer version, or another storage folder.");
        if (found == 0 && Convert.ToInt32(connection.Scalar(ReportSql.HasTables), CultureInfo.InvariantCulture) == 0)
        {
            RunWhole(connection, CreateTables);
            return "";
        }
        if (found < Format && !Upgrades.ContainsKey(found))
            return $"it is in format {found}, which this version no longer reads";
        if (new FileInfo(Path).Length <= CheckedWhole && connection.Scalar(ReportSql.QuickCheck) is string and not "ok" and var damage)
            return damage;
        if (found < Format)
            RunWhole(connection, Upgrades[found]);
        return "";
    }

    private static void RunWhole(SqliteConnection connection, string sql)
    {
        using var transaction = connection.BeginTransaction();
        connection.Run(sql);
        transaction.Commit();
    }

    private string SetAside(TimeProvider time)
    {
        var aside = string.Create(CultureInfo.InvariantCulture, $"{Path}.unusable-{time.GetUtcNow():yyyyMMddHHmmssfff}");
        File.Move(Path, aside);
        // The journal belongs to the file it was written for; beside a new one it would be misread.
        if (File.Exists(Path + "-wal"))
            File.Move(Path + "-wal", aside + "-wal");
        File.Delete(Path + "-shm");
        return aside;
    }
}
