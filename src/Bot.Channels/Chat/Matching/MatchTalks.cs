using System.Collections.Concurrent;

namespace Bot.Channels;

/// <summary>The open dialogues about measures, by conversation, in memory alone: half an hour after the last word they are forgotten.</summary>
internal sealed class MatchTalks(TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // Past this many the forgotten ones are swept, so that a flood of strangers can't fill the memory.
    private const int SweepAt = 10_000;

    private readonly ConcurrentDictionary<string, Kept> _talks = new(StringComparer.Ordinal);

    /// <summary>Null: none is open.</summary>
    public MatchTalk? Find(string conversation) =>
        _talks.TryGetValue(conversation, out var kept) && IsOpen(kept) ? kept.Talk : null;

    /// <summary>True when this dialogue is open, whoever's it is.</summary>
    public bool Knows(string token) => _talks.Values.Any(k => k.Talk.Token == token && IsOpen(k));

    public void Keep(string conversation, MatchTalk talk)
    {
        if (_talks.Count >= SweepAt)
            Sweep();
        _talks[conversation] = new(talk, time.GetUtcNow());
    }

    public void End(string conversation) => _talks.TryRemove(conversation, out _);

    /// <param name="conversations">What the names of a person's conversations begin with.</param>
    public void Forget(string conversations)
    {
        foreach (var conversation in _talks.Keys.Where(c => c.StartsWith(conversations, StringComparison.Ordinal)))
            End(conversation);
    }

    private bool IsOpen(Kept kept) => time.GetUtcNow() - kept.At < Lifetime;

    private void Sweep()
    {
        foreach (var (conversation, kept) in _talks)
        {
            if (!IsOpen(kept))
                End(conversation);
        }

        // All of them under way: the oldest make room.
        foreach (var (conversation, _) in _talks.OrderBy(t => t.Value.At).Take(Math.Max(0, _talks.Count - SweepAt / 2)))
            End(conversation);
    }

    private sealed record Kept(MatchTalk Talk, DateTimeOffset At);
}
