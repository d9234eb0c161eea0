using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>
/// state.db: what people said to the bot and of its answers, which no report can give back. A file that can't be used is set aside
/// and begun anew. One process at a time opens it: the one that may write to the index.
/// </summary>
public sealed partial class StateDatabase : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SqliteConnection _connection;
    private SqliteTransaction? _transaction;

    private StateDatabase(SqliteConnection connection) => _connection = connection;

    /// <param name="folder">Made when it is not there.</param>
    /// <exception cref="InvalidOperationException">A newer version of the program wrote the file.</exception>
    public static StateDatabase Open(string folder, TimeProvider time, ILogger<StateDatabase> logger)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "state.db");
        var file = new SqliteFile(path, StateSql.Format, StateSql.CreateTables, "answers, feedback and corrections", StateSql.Upgrades);
        var connection = file.Open(time, (problem, aside) => Log.SetAside(logger, path, problem, aside));
        connection.Run("PRAGMA secure_delete = ON");
        return new(connection);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _turn.Dispose();
    }

    /// <summary>Does a piece of work while nothing else is done here.</summary>
    internal async Task<T> InTurnAsync<T>(Func<StateDatabase, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return work(this);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>In turn: several commands, all of them or none.</summary>
    internal T AsWhole<T>(Func<T> work)
    {
        using var transaction = _connection.BeginTransaction();
        _transaction = transaction;
        try
        {
            var result = work();
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>In turn: runs a command, all of it or nothing; returns how many rows it changed.</summary>
    internal int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return AsWhole(() =>
        {
            command.Transaction = _transaction;
            return command.ExecuteNonQuery();
        });
    }

    /// <summary>In turn: leaves nothing of what was deleted in the files (deleted rows are overwritten; the log of writes still held them).</summary>
    internal void Wipe() => Read("PRAGMA wal_checkpoint(TRUNCATE)", row => true);

    /// <summary>In turn: the rows of a query.</summary>
    internal List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
            rows.Add(read(row));
        return rows;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = _connection.Command(sql);
        command.Transaction = _transaction;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Database} can't be used ({Problem}). It was set aside as {Aside}; feedback and corrections begin anew")]
        public static partial void SetAside(ILogger logger, string database, string problem, string aside);
    }
}
