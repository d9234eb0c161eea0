using System.Collections.Concurrent;
using Bot.Answers.Matching;

namespace Bot.Channels;

/// <summary>
/// The open dialogues about measures, and what was told in those that came to their list, by conversation, in memory alone: half an hour
/// after the last word they are forgotten.
/// </summary>
internal sealed class MatchTalks(TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // Past this many the forgotten ones are swept, so that a flood of strangers can't fill the memory.
    private const int SweepAt = 10_000;

    private readonly ConcurrentDictionary<string, Kept> _talks = new(StringComparer.Ordinal);

    /// <summary>Null: none is open.</summary>
    public MatchTalk? Find(string conversation) => Live(conversation)?.Talk;

    /// <summary>What was told in the last dialogue that came to its list; null: nothing. The conversation goes on with it.</summary>
    public EnterpriseProfile? ToldIn(string conversation)
    {
        if (Live(conversation) is not { Told: { } told } kept)
            return null;
        Put(conversation, kept);
        return told;
    }

    /// <summary>True when this dialogue is open, whoever's it is.</summary>
    public bool Knows(string token) => _talks.Values.Any(k => k.Talk?.Token == token && IsLive(k));

    public void Keep(string conversation, MatchTalk talk) => Put(conversation, (Live(conversation) ?? Kept.Nothing) with { Talk = talk });

    /// <summary>Remembers what was told for the questions that follow.</summary>
    public void Tell(string conversation, EnterpriseProfile told) => Put(conversation, (Live(conversation) ?? Kept.Nothing) with { Told = told });

    /// <summary>Ends the dialogue; what was told in an earlier one is still known.</summary>
    public void End(string conversation)
    {
        if (Live(conversation) is { Told: not null } kept)
            Put(conversation, kept with { Talk = null });
        else
            _talks.TryRemove(conversation, out _);
    }

    /// <summary>Ends the dialogue, and nothing of what was told is known any more.</summary>
    public void Drop(string conversation) => _talks.TryRemove(conversation, out _);

    /// <param name="conversations">What the names of the conversations begin with of which nothing is to be known any more.</param>
    public void Forget(string conversations)
    {
        foreach (var conversation in _talks.Keys.Where(c => c.StartsWith(conversations, StringComparison.Ordinal)))
            _talks.TryRemove(conversation, out _);
    }

    private Kept? Live(string conversation) => _talks.TryGetValue(conversation, out var kept) && IsLive(kept) ? kept : null;

    private bool IsLive(Kept kept) => time.GetUtcNow() - kept.At < Lifetime;

    private void Put(string conversation, Kept kept)
    {
        if (_talks.Count >= SweepAt)
            Sweep();
        _talks[conversation] = kept with { At = time.GetUtcNow() };
    }

    private void Sweep()
    {
        foreach (var (conversation, kept) in _talks)
        {
            if (!IsLive(kept))
                _talks.TryRemove(conversation, out _);
        }

        // All of them under way: the oldest make room.
        foreach (var (conversation, _) in _talks.OrderBy(t => t.Value.At).Take(Math.Max(0, _talks.Count - SweepAt / 2)))
            _talks.TryRemove(conversation, out _);
    }

    private sealed record Kept(MatchTalk? Talk, EnterpriseProfile? Told, DateTimeOffset At)
    {
        public static Kept Nothing { get; } = new(null, null, default);
    }
}
