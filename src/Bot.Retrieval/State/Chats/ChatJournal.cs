using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>
/// What came in from one platform and what is to go out to it. Every step is stored before the next is taken, so that a process that ends
/// between any two of them neither loses a question nor answers it twice. Settled entries keep no text, and go after a week.
/// </summary>
/// <param name="platform">telegram, wecom-app, …: entries of others are not seen.</param>
public sealed class ChatJournal(StateDatabase state, string platform, TimeProvider time)
{
    // No platform delivers anything again after a day; people edit their questions within two.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(1);

    private DateTimeOffset _prunedAt = DateTimeOffset.MinValue;

    /// <summary>Stores events, all of them or none. Those delivered before are left out.</summary>
    /// <returns>The new ones, in order. Once this returns, the platform may forget them.</returns>
    public Task<IReadOnlyList<OpenEvent>> ReceiveAsync(IReadOnlyList<ChatEvent> events, CancellationToken cancellationToken) =>
        state.InTurnAsync<IReadOnlyList<OpenEvent>>(
            s =>
            {
                Prune(s);
                var now = time.GetUtcNow();
                return s.AsWhole(() => events
                    .SelectMany(e => s.Read(
                        ChatSql.AddEvent, row => new OpenEvent(row.GetInt64(0), e, now),
                        ("$platform", platform), ("$key", e.Key), ("$lane", e.Lane), ("$person", e.Person), ("$subject", e.Subject), ("$body", e.Body), ("$at", now.ToUnixTimeMilliseconds())))
                    .ToList());
            },
            cancellationToken);

    /// <summary>Events that no reply was noted for, in order: after a start, what an earlier process left.</summary>
    public Task<IReadOnlyList<OpenEvent>> OpenEventsAsync(CancellationToken cancellationToken) => state.InTurnAsync<IReadOnlyList<OpenEvent>>(
        s => s.Read(ChatSql.ReadOpenEvents, ReadEvent, ("$platform", platform)), cancellationToken);

    /// <summary>How many events of a person no reply was noted for yet.</summary>
    public Task<int> CountOpenAsync(string person, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Read(ChatSql.CountOpenEvents, row => row.GetInt32(0), ("$platform", platform), ("$person", person))[0], cancellationToken);

    /// <summary>Notes the replies to an event, perhaps none, and thereby that it is answered.</summary>
    /// <returns>The replies to be sent; none when the event was answered before.</returns>
    public Task<IReadOnlyList<OpenReply>> AnswerAsync(long number, IReadOnlyList<ChatReply> replies, CancellationToken cancellationToken) =>
        state.InTurnAsync<IReadOnlyList<OpenReply>>(
            s => s.AsWhole(() => s.Read(ChatSql.AnswerEvent, row => row.GetInt64(0), ("$number", number)).Count == 0
                ? []
                : replies.Select(reply => Add(s, number, reply)).ToList()),
            cancellationToken);

    /// <summary>Notes an announcement of a report's version to a chat.</summary>
    /// <returns>The messages to be sent; none when that version was announced there before, or the chat is not subscribed any more.</returns>
    public Task<IReadOnlyList<OpenReply>> AnnounceAsync(
        string chat, string report, string version, IReadOnlyList<ChatReply> messages, CancellationToken cancellationToken) =>
        state.InTurnAsync<IReadOnlyList<OpenReply>>(
            s => s.AsWhole(() => s.Read(
                ChatSql.Announce, row => true,
                ("$platform", platform), ("$chat", chat), ("$report", report), ("$version", version), ("$at", Now())).Count == 0
                ? []
                : messages.Select(message => Add(s, null, message)).ToList()),
            cancellationToken);

    /// <summary>The versions of reports that are no news to a chat: announced there, or known to it when it subscribed.</summary>
    public Task<IReadOnlySet<(string Report, string Version)>> AnnouncedAsync(string chat, CancellationToken cancellationToken) =>
        state.InTurnAsync<IReadOnlySet<(string Report, string Version)>>(
            s => s.Read(ChatSql.ReadAnnounced, row => (row.GetString(0), row.GetString(1)), ("$platform", platform), ("$chat", chat)).ToHashSet(),
            cancellationToken);

    /// <summary>Messages not known to be sent, in order: after a start, what an earlier process left.</summary>
    public Task<IReadOnlyList<OpenReply>> OpenRepliesAsync(CancellationToken cancellationToken) => state.InTurnAsync<IReadOnlyList<OpenReply>>(
        s => s.Read(
            ChatSql.ReadOpenReplies,
            row => new OpenReply(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetInt32(4) > 0),
            ("$platform", platform)),
        cancellationToken);

    /// <summary>Notes that a message is handed to the platform now.</summary>
    public Task BeginAsync(long number, CancellationToken cancellationToken) => ExecuteAsync(ChatSql.BeginReply, number, cancellationToken);

    /// <summary>Notes that the platform said no, for now: the message certainly was not shown.</summary>
    public Task PutBackAsync(long number, CancellationToken cancellationToken) => ExecuteAsync(ChatSql.UndoReply, number, cancellationToken);

    /// <summary>Notes that a message was sent.</summary>
    /// <param name="receipt">What the platform knows it by; null when it doesn't say.</param>
    public Task SentAsync(long number, string? receipt, CancellationToken cancellationToken) => SettleAsync(number, receipt, null, cancellationToken);

    /// <summary>Notes that a message can't be sent, ever.</summary>
    /// <param name="problem">Why; no text of the message.</param>
    public Task GiveUpAsync(long number, string problem, CancellationToken cancellationToken) => SettleAsync(number, null, problem, cancellationToken);

    /// <summary>Notes a message that was sent before the event was answered: one that the answer will take the place of.</summary>
    public Task NoteAsync(long number, string receipt, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Execute(ChatSql.AddReceipt, ("$event", number), ("$receipt", receipt), ("$at", Now())), cancellationToken);

    /// <summary>Receipts of the messages that were sent for events of one subject, each once, in order; empty when they are unknown or too long ago.</summary>
    public Task<IReadOnlyList<string>> ReceiptsAsync(string subject, CancellationToken cancellationToken) => state.InTurnAsync<IReadOnlyList<string>>(
        s => s.Read(ChatSql.ReadReceipts, row => row.GetString(0), ("$platform", platform), ("$subject", subject)), cancellationToken);

    /// <summary>Follows a chat that the platform gave another name: what is open in its lane, and in those of its topics (chat/topic).</summary>
    public Task MoveLanesAsync(string from, string to, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Execute(ChatSql.MoveLanes, ("$platform", platform), ("$from", from), ("$to", to)), cancellationToken);

    /// <summary>Forgets what a person asked and was told, and what is kept of their enterprise.</summary>
    /// <param name="conversations">What the names of the person's conversations begin with.</param>
    /// <param name="but">The event that asks for it, which is still to be answered.</param>
    /// <returns>How many answers were forgotten.</returns>
    public Task<int> ForgetAsync(string person, string conversations, long but, CancellationToken cancellationToken) => state.InTurnAsync(
        s =>
        {
            var answers = s.Read(ChatSql.CountOfPerson, row => row.GetInt32(0), ("$conversations", conversations))[0];
            s.Execute(ChatSql.ForgetPerson, ("$platform", platform), ("$person", person), ("$conversations", conversations), ("$but", but));
            s.Wipe();
            return answers;
        },
        cancellationToken);

    private OpenReply Add(StateDatabase s, long? number, ChatReply reply) => s.Read(
        ChatSql.AddReply, row => new OpenReply(row.GetInt64(0), number, reply.Lane, reply.Body, MayBeSent: false),
        ("$platform", platform), ("$event", number), ("$lane", reply.Lane), ("$body", reply.Body), ("$at", Now()))[0];

    private Task<int> SettleAsync(long number, string? receipt, string? problem, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Execute(ChatSql.SettleReply, ("$number", number), ("$receipt", receipt), ("$problem", problem)), cancellationToken);

    private Task<int> ExecuteAsync(string sql, long number, CancellationToken cancellationToken) =>
        state.InTurnAsync(s => s.Execute(sql, ("$number", number)), cancellationToken);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Prune(StateDatabase s)
    {
        var now = time.GetUtcNow();
        if (now - _prunedAt < PruneEvery)
            return;
        var before = (now - Kept).ToUnixTimeMilliseconds();
        s.Execute(ChatSql.PruneEvents, ("$before", before));
        s.Execute(ChatSql.PruneReplies, ("$before", before));
        _prunedAt = now;
    }

    private static OpenEvent ReadEvent(SqliteDataReader row) => new(
        row.GetInt64(0),
        new ChatEvent(row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)));
}
