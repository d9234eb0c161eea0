namespace Bot.TestServers;

/// <summary>
/// A clock that stands until the test moves it, with timers that fire as it passes them; and the test can wait for a
/// timer to be set, so that it never moves the clock too early.
/// </summary>
public sealed class SteppedTime(DateTimeOffset start) : TimeProvider
{
    // A timer that never comes would otherwise hold the whole run up, and nobody would know which test it was.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private readonly List<(TimeSpan Least, TimeSpan Most, TaskCompletionSource Set)> _awaited = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until some timer is set that is due between these times from now; fails after a minute of real time.</summary>
    public async Task TimerAsync(TimeSpan least, TimeSpan most)
    {
        Task set;
        lock (_lock)
        {
            if (_timers.Exists(t => IsDueIn(t, least, most)))
                return;
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((least, most, source));
            set = source.Task;
        }
        try
        {
            await set.WaitAsync(s_patience);
        }
        catch (TimeoutException)
        {
            lock (_lock)
                throw new TimeoutException($"No timer due in {least} to {most} was set; those set are due in {string.Join(", ", _timers.Select(t => t.Due - _now))}.");
        }
    }

    /// <summary>Waits until some timer is set that is due so long from now.</summary>
    public Task TimerAsync(TimeSpan due) => TimerAsync(due, due);

    /// <summary>Moves the clock, firing in order what falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (true)
        {
            Timer? next;
            lock (_lock)
            {
                next = _timers.Where(t => t.Due <= until).MinBy(t => t.Due);
                _now = next?.Due ?? until;
                if (next is null)
                    return;
                _timers.Remove(next);
            }
            next.Fire();
        }
    }

    /// <summary>Moves the clock to the timer that is due next, and fires that one alone; nothing where none is set.</summary>
    public void AdvanceToNext()
    {
        Timer? next;
        lock (_lock)
        {
            next = _timers.MinBy(t => t.Due);
            if (next is null)
                return;
            _now = next.Due;
            _timers.Remove(next);
        }
        next.Fire();
    }

    private bool IsDueIn(Timer timer, TimeSpan least, TimeSpan most) => timer.Due - _now >= least && timer.Due - _now <= most;

    private void Set(Timer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = _now + dueTime;
            _timers.Add(timer);
            foreach (var (_, _, set) in _awaited.Where(a => IsDueIn(timer, a.Least, a.Most)))
                set.TrySetResult();
        }
    }

    private sealed class Timer(SteppedTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
                throw new NotSupportedException("Timers that repeat are not used here.");
            time.Set(this, dueTime);
            return true;
        }

        public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
