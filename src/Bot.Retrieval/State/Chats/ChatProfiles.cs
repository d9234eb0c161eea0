namespace Bot.Retrieval;

/// <summary>What persons on one platform wanted kept of their enterprises, one text each. It stays until it is replaced or forgotten.</summary>
/// <param name="platform">telegram, wecom-app, …: what others keep is not seen.</param>
public sealed class ChatProfiles(StateDatabase state, string platform, TimeProvider time)
{
    /// <summary>Keeps a profile in place of what was kept before.</summary>
    public Task KeepAsync(string person, string profile, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Execute(ChatSql.KeepProfile, ("$platform", platform), ("$person", person), ("$profile", profile), ("$at", time.GetUtcNow().ToUnixTimeMilliseconds())),
        cancellationToken);

    /// <summary>What is kept, and since when; null: nothing is.</summary>
    public Task<KeptProfile?> FindAsync(string person, CancellationToken cancellationToken) => state.InTurnAsync(
        s => s.Read(
            ChatSql.ReadProfile, row => new KeptProfile(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))),
            ("$platform", platform), ("$person", person)).FirstOrDefault(),
        cancellationToken);

    /// <returns>False when nothing was kept.</returns>
    public Task<bool> ForgetAsync(string person, CancellationToken cancellationToken) => state.InTurnAsync(
        s =>
        {
            var isForgotten = s.Execute(ChatSql.ForgetProfile, ("$platform", platform), ("$person", person)) > 0;
            s.Wipe();
            return isForgotten;
        },
        cancellationToken);
}
