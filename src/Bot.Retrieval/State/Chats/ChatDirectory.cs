using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>The chats of one platform that subscribed, and whom administrators let in or shut out in chat.</summary>
public sealed class ChatDirectory(StateDatabase state, string platform, TimeProvider time)
{
    /// <param name="known">Versions of reports that are no news to the chat: those there are now.</param>
    /// <returns>False when the chat is subscribed already.</returns>
    public Task<bool> SubscribeAsync(
        string chat, IReadOnlyCollection<(string Report, string Version)> known, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.AsWhole(() =>
        {
            if (s.Read(ChatSql.Subscribe, row => true, ("$platform", platform), ("$chat", chat), ("$at", Now())).Count == 0)
                return false;
            foreach (var (report, version) in known)
                s.Read(ChatSql.Announce, row => true, ("$platform", platform), ("$chat", chat), ("$report", report), ("$version", version), ("$at", Now()));
            return true;
        }),
        cancellationToken);

    /// <returns>False when the chat was not subscribed.</returns>
    public Task<bool> UnsubscribeAsync(string chat, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Execute(ChatSql.Unsubscribe, ("$platform", platform), ("$chat", chat)) > 0, cancellationToken);

    /// <summary>The chats that want to hear of new reports, the oldest subscription first.</summary>
    public Task<IReadOnlyList<string>> SubscriptionsAsync(CancellationToken cancellationToken) => state.InTurnAsync<IReadOnlyList<string>>(
        s => s.Read(ChatSql.ReadSubscriptions, row => row.GetString(0), ("$platform", platform)), cancellationToken);

    /// <summary>Lets a chat or a person in or shuts it out; the last word counts.</summary>
    public Task GrantAsync(string subject, bool isAllowed, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Execute(ChatSql.Grant, ("$platform", platform), ("$subject", subject), ("$allowed", isAllowed ? 1 : 0), ("$at", Now())),
        cancellationToken);

    /// <summary>Whom administrators let in (true) or shut out (false).</summary>
    public Task<ImmutableDictionary<string, bool>> GrantsAsync(CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Read(ChatSql.ReadGrants, row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1) != 0), ("$platform", platform)).ToImmutableDictionary(),
        cancellationToken);

    /// <summary>Follows a chat that the platform gave another name, and its topics (chat/topic).</summary>
    public Task MoveAsync(string from, string to, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Execute(ChatSql.MoveChat, ("$platform", platform), ("$from", from), ("$to", to)), cancellationToken);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
