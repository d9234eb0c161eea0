namespace Bot.Channels;

/// <summary>So many in any stretch of so long. Places are taken in order of time, also ahead of it. Not thread-safe.</summary>
internal sealed class SlidingWindow(int count, TimeSpan per)
{
    private readonly Queue<DateTimeOffset> _taken = new(count);

    /// <summary>When the next place is free: now or later.</summary>
    public DateTimeOffset NextFree(DateTimeOffset now) =>
        _taken.Count == count && _taken.Peek() + per is var free && free > now ? free : now;

    /// <summary>Places taken at this time, those ahead included.</summary>
    public int Used(DateTimeOffset now) => _taken.Count(at => at + per > now);

    /// <param name="at">Not before <see cref="NextFree"/>.</param>
    public void Take(DateTimeOffset at)
    {
        if (_taken.Count == count)
            _taken.Dequeue();
        _taken.Enqueue(at);
    }
}
