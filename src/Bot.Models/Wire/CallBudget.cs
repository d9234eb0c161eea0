namespace Bot.Models;

/// <summary>The time that one call may take in all, and the caller's wish to go on waiting.</summary>
internal sealed class CallBudget : IDisposable
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _whole;
    private readonly CancellationTokenSource _spent;
    private readonly CancellationTokenSource _either;

    /// <param name="caller">The caller's own token.</param>
    public CallBudget(TimeSpan whole, TimeProvider time, CancellationToken caller)
    {
        _time = time;
        _whole = whole;
        _start = time.GetTimestamp();
        Caller = caller;
        _spent = new CancellationTokenSource(whole, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(caller, _spent.Token);
    }

    public CancellationToken Caller { get; }

    /// <summary>Cancelled when the caller gives up or the time is spent.</summary>
    public CancellationToken Token => _either.Token;

    public TimeSpan Left => _whole - _time.GetElapsedTime(_start);

    public void Dispose()
    {
        _either.Dispose();
        _spent.Dispose();
    }
}
