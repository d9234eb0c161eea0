namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>A clock that stands until it is moved.</summary>
/// <param name="neverDue">Timers set for this long never fire: limits that a test is not about.</param>
internal sealed class ManualTime(TimeSpan? neverDue = null) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Set)> _awaited = [];
    private DateTimeOffset _now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private TimeSpan? NeverDue => neverDue;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends once something waits for this long, or already does.</summary>
    public Task WaitedForAsync(TimeSpan due)
    {
        lock (_gate)
        {
            if (_timers.Any(t => t.Asked == due))
                return Task.CompletedTask;
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((due, set));
            return set.Task;
        }
    }

    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (true)
        {
            ManualTimer? next;
            lock (_gate)
            {
                next = _timers.Where(t => t.At <= end).MinBy(t => t.At);
                _now = next is null ? end : next.At > _now ? next.At : _now;
                if (next is { Period: var period } && period > TimeSpan.Zero)
                    next.At += period;
                else if (next is not null)
                    _timers.Remove(next);
            }
            if (next is null)
                return;
            next.Fire();
        }
    }

    private sealed class ManualTimer(ManualTime clock, Action fire) : ITimer
    {
        public DateTimeOffset At { get; set; }

        public TimeSpan Asked { get; private set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan || dueTime == clock.NeverDue)
                    return true;
                (Asked, Period, At) = (dueTime, period, clock._now + dueTime);
                clock._timers.Add(this);
                foreach (var (_, set) in clock._awaited.Where(a => a.Due == dueTime))
                    set.TrySetResult();
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
