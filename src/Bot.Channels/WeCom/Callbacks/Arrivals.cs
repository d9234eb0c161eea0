namespace Bot.Channels.WeCom;

/// <summary>
/// Lets callbacks be acknowledged before answers are worked on: when many ask at the same moment, the first answers would keep the
/// last askers' messages waiting, and WeCom gives up after 5 s. Thread safe.
/// </summary>
internal sealed class Arrivals(TimeProvider time)
{
    // Nobody who sends slowly holds answers up for longer.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private int _open;
    private TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A callback is being taken until the result is disposed.</summary>
    public IDisposable Enter()
    {
        lock (_lock)
            _open++;
        return new Arrival(this);
    }

    /// <summary>Waits until no callback is being taken, but not for long.</summary>
    public async Task QuietAsync(CancellationToken cancellationToken)
    {
        Task quiet;
        lock (_lock)
            quiet = _open == 0 ? Task.CompletedTask : _quiet.Task;
        try
        {
            await quiet.WaitAsync(s_longestWait, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Enough.
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_open > 0)
                return;
            _quiet.SetResult();
            _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Arrival(Arrivals arrivals) : IDisposable
    {
        public void Dispose() => arrivals.Leave();
    }
}
