using System.Collections.Concurrent;

namespace Bot.Answers.Conversations;

/// <summary>The last turn of each conversation, kept in memory for half an hour: short, so that old talk does not colour new questions.</summary>
internal sealed class ConversationMemory(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // Past this many the forgotten ones are swept, so that a flood of conversations cannot fill the memory.
    private const int SweepAt = 10_000;

    private readonly ConcurrentDictionary<string, (ConversationTurn Turn, DateTimeOffset At)> _turns = new(StringComparer.Ordinal);

    public ConversationTurn? Recall(string? conversation) =>
        conversation is not null && _turns.TryGetValue(conversation, out var kept) && time.GetUtcNow() - kept.At < Lifetime
            ? kept.Turn
            : null;

    public void Remember(string? conversation, ConversationTurn turn)
    {
        if (conversation is null)
            return;
        if (_turns.Count >= SweepAt)
            Sweep();
        _turns[conversation] = (turn, time.GetUtcNow());
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (conversation, kept) in _turns)
        {
            if (now - kept.At >= Lifetime)
                _turns.TryRemove(conversation, out _);
        }

        if (_turns.Count < SweepAt)
            return;
        foreach (var (conversation, _) in _turns.OrderBy(t => t.Value.At).Take(SweepAt / 2))
            _turns.TryRemove(conversation, out _);
    }
}
