using System.Collections.Concurrent;
using Bot.Answers;
using Bot.Retrieval;
using Bot.TestServers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Channels.Tests.Chat;

/// <summary>Events whose journal fails on the way: its file refuses writes, as on a full disk, until it takes them again.</summary>
public sealed class ChatWorkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-work-").FullName;
    private readonly SteppedTime _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly EchoPlatform _platform = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("chat_events", "is_answered")]
    [InlineData("chat_replies", "attempts")]
    public async Task Event_is_answered_once_the_journal_takes_it_again_without_a_restart(string table, string column)
    {
        using var state = StateDatabase.Open(_folder, _time, NullLogger<StateDatabase>.Instance);
        using var lanes = new ChatLanes(4, CancellationToken.None);
        var work = Work(state, lanes);
        Break(table, column);

        await work.TakeAsync([new ChatEvent("1", "7", "7", "你好")], CancellationToken.None);
        await _time.TimerAsync(TimeSpan.FromSeconds(1));
        _platform.Sent.ShouldBeEmpty();
        Mend();
        _time.Advance(TimeSpan.FromSeconds(1));
        await lanes.DrainAsync();

        _platform.Sent.ShouldBe(["你好"]);
    }

    [Fact]
    public async Task Message_that_was_sent_is_not_sent_again_while_the_journal_cannot_note_it()
    {
        using var state = StateDatabase.Open(_folder, _time, NullLogger<StateDatabase>.Instance);
        using var lanes = new ChatLanes(4, CancellationToken.None);
        var work = Work(state, lanes);
        Break("chat_replies", "is_settled");

        await work.TakeAsync([new ChatEvent("1", "7", "7", "你好"), new ChatEvent("2", "7", "7", "再问")], CancellationToken.None);
        await _time.TimerAsync(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        await _time.TimerAsync(TimeSpan.FromSeconds(2));
        Mend();
        _time.Advance(TimeSpan.FromSeconds(2));
        await lanes.DrainAsync();

        _platform.Sent.ShouldBe(["你好", "再问"]);
    }

    private ChatWork Work(StateDatabase state, ChatLanes lanes) => new(
        _platform, new ChatJournal(state, "test", _time), new ChatDirectory(state, "test", _time), lanes, _time, NullLogger<ChatWork>.Instance);

    private void Break(string table, string column) =>
        Run($"CREATE TRIGGER broken BEFORE UPDATE OF {column} ON {table} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");

    private void Mend() => Run("DROP TRIGGER broken");

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "state.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Says what it hears.</summary>
    private sealed class EchoPlatform : IChatPlatform
    {
        public ConcurrentQueue<string> Sent { get; } = new();

        public Task<IReadOnlyList<ChatReply>> AnswerAsync(OpenEvent open, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ChatReply>>([new ChatReply(open.Event.Lane, open.Event.Body)]);

        public IReadOnlyList<ChatReply> Apologize(OpenEvent open, string text) => [new ChatReply(open.Event.Lane, text)];

        public Task<string?> SendAsync(OpenReply reply, CancellationToken cancellationToken)
        {
            Sent.Enqueue(reply.Body);
            return Task.FromResult<string?>(null);
        }

        public IReadOnlyList<ChatReply> Announce(Answer.Answered digest, string lane) => [];
    }
}
