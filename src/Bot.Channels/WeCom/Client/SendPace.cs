namespace Bot.Channels.WeCom;

/// <summary>Waits so that no recipient gets more in a minute or an hour than WeCom takes. Thread safe.</summary>
/// <param name="perMinute">Per recipient.</param>
/// <param name="perHour">The same; 0: no limit of its own.</param>
internal sealed class SendPace(int perMinute, int perHour, TimeProvider time)
{
    // Past this many the idle ones are swept.
    private const int SweepAt = 4096;

    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Track> _tracks = new(StringComparer.Ordinal);

    private sealed record Track(SlidingWindow Minute, SlidingWindow? Hour)
    {
        public DateTimeOffset LastUse { get; set; }
    }

    /// <summary>Waits for the recipient's next place, and takes it.</summary>
    public Task WaitAsync(string recipient, CancellationToken cancellationToken) =>
        Take(recipient) - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;

    private DateTimeOffset Take(string recipient)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_tracks.Count >= SweepAt)
                Sweep(now);
            if (!_tracks.TryGetValue(recipient, out var track))
            {
                _tracks[recipient] = track = new Track(
                    new SlidingWindow(perMinute, TimeSpan.FromMinutes(1)), perHour > 0 ? new SlidingWindow(perHour, s_hour) : null);
            }
            var (minute, hour) = (track.Minute.NextFree(now), track.Hour?.NextFree(now) ?? now);
            var at = minute > hour ? minute : hour;
            track.Minute.Take(at);
            track.Hour?.Take(at);
            track.LastUse = at;
            return at;
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (recipient, track) in _tracks)
        {
            if (track.LastUse + s_hour <= now)
                _tracks.Remove(recipient);
        }
    }
}
