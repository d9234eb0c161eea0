using System.Collections.Concurrent;

namespace Bot.Channels.WeCom;

/// <summary>The streams that WeCom may ask about.</summary>
internal sealed class StreamBoard(TimeProvider time)
{
    // WeCom asks no longer than six minutes.
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(10);
    private const int SweepAt = 1_000;

    private readonly ConcurrentDictionary<string, ShownStream> _streams = new(StringComparer.Ordinal);

    public ShownStream? Find(string id) => _streams.GetValueOrDefault(id);

    /// <summary>The stream of this name; a new one when there is none.</summary>
    public ShownStream Open(string id, DateTimeOffset askedAt)
    {
        if (_streams.Count >= SweepAt)
            Sweep();
        return _streams.GetOrAdd(id, _ => new ShownStream(id, askedAt, time.GetUtcNow()));
    }

    public void Remove(ShownStream stream) => _streams.TryRemove(KeyValuePair.Create(stream.Id, stream));

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var old in _streams.Values.Where(s => now - s.AskedAt > s_kept && now - s.LookedAt > s_kept))
            Remove(old);
    }
}
