namespace Bot.Channels;

/// <summary>Counts what each of many did in the last minute. Thread safe.</summary>
/// <param name="most">Allowed in any minute; 0: no limit.</param>
internal sealed class MinuteCounter(int most, TimeProvider time)
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    // Past this many the idle ones are swept, so that a flood of strangers can't fill the memory.
    private const int SweepAt = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Track> _tracks = new(StringComparer.Ordinal);

    private sealed class Track
    {
        public Queue<long> Times { get; } = new();

        public bool WasTold { get; set; }
    }

    /// <summary>Counts one more, unless that were too many.</summary>
    /// <returns>Null when it was counted; else how long to wait, and whether this is the first refusal in a row.</returns>
    public (TimeSpan Wait, bool IsFirst)? TryAdd(string who)
    {
        if (most == 0)
            return null;
        lock (_lock)
        {
            if (_tracks.Count >= SweepAt)
                Sweep();
            if (!_tracks.TryGetValue(who, out var track))
                _tracks[who] = track = new Track();
            Expire(track);
            if (track.Times.Count < most)
            {
                track.Times.Enqueue(time.GetTimestamp());
                track.WasTold = false;
                return null;
            }
            var isFirst = !track.WasTold;
            track.WasTold = true;
            return (s_minute - time.GetElapsedTime(track.Times.Peek()), isFirst);
        }
    }

    private void Expire(Track track)
    {
        while (track.Times.TryPeek(out var at) && time.GetElapsedTime(at) >= s_minute)
            track.Times.Dequeue();
    }

    private void Sweep()
    {
        foreach (var (who, track) in _tracks)
        {
            Expire(track);
            if (track.Times.Count == 0)
                _tracks.Remove(who);
        }
    }
}
