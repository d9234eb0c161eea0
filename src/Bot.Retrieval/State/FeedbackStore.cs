using Bot.Corpus;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>
/// Remembers the answers given and what readers thought of them, in state.db. A file that can't be used is set aside and
/// begun anew. Answers are forgotten after a while, looked for once an hour.
/// </summary>
public sealed partial class FeedbackStore : IDisposable
{
    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private readonly TimeSpan _kept;
    private DateTimeOffset _prunedAt = DateTimeOffset.MinValue;

    /// <param name="folder">Made when it is not there.</param>
    /// <param name="kept">How long an answer is kept; more than zero.</param>
    public FeedbackStore(string folder, TimeSpan kept, TimeProvider time, ILogger<FeedbackStore> logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(kept, TimeSpan.Zero);
        (_kept, _time) = (kept, time);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "state.db");
        _connection = new SqliteFile(path, StateSql.Format, StateSql.CreateTables, "answers and feedback")
            .Open(time, (problem, aside) => Log.SetAside(logger, path, problem, aside));
    }

    /// <summary>Keeps an answer. A second one of the same id is ignored.</summary>
    public Task RecordAnswerAsync(AnswerRecord answer, CancellationToken cancellationToken) => InTurnAsync(
        () =>
        {
            Prune();
            return Execute(
                StateSql.AddAnswer,
                ("$id", answer.Id),
                ("$at", answer.At.ToUnixTimeMilliseconds()),
                ("$question", answer.Question),
                ("$folded", TextFolding.Fold(answer.Question).Trim()),
                ("$text", answer.Text),
                ("$outcome", (int)answer.Outcome),
                ("$citations", answer.Citations),
                ("$conversation", answer.Conversation));
        },
        cancellationToken);

    /// <summary>Notes a vote, in place of an earlier one for the same answer.</summary>
    /// <returns>False when the answer is not, or no longer, known.</returns>
    public Task<bool> RecordFeedbackAsync(
        string answerId, Vote vote, string? comment, DateTimeOffset at, CancellationToken cancellationToken) => InTurnAsync(
        () =>
        {
            Execute(StateSql.Vote, ("$id", answerId), ("$vote", (int)vote), ("$comment", comment), ("$at", at.ToUnixTimeMilliseconds()));
            return Read(StateSql.Knows, row => row.GetInt32(0) > 0, ("$id", answerId))[0];
        },
        cancellationToken);

    public Task<FeedbackCounts> CountsAsync(CancellationToken cancellationToken) => InTurnAsync(
        () => Read(StateSql.Count, row => new FeedbackCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)))[0],
        cancellationToken);

    /// <summary>The questions refused, most frequent first, then latest first.</summary>
    public Task<IReadOnlyList<Gap>> GapsAsync(int limit, CancellationToken cancellationToken) => InTurnAsync<IReadOnlyList<Gap>>(
        () => Read(
            StateSql.Gaps,
            row => new Gap(row.GetString(0), row.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
            ("$limit", limit)),
        cancellationToken);

    public void Dispose()
    {
        _connection.Dispose();
        _turn.Dispose();
    }

    private void Prune()
    {
        var now = _time.GetUtcNow();
        if (now - _prunedAt < PruneEvery)
            return;
        Execute(StateSql.Prune, ("$before", (now - _kept).ToUnixTimeMilliseconds()));
        _prunedAt = now;
    }

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
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
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Database} can't be used ({Problem}). It was set aside as {Aside}; feedback begins anew")]
        public static partial void SetAside(ILogger logger, string database, string problem, string aside);
    }
}
