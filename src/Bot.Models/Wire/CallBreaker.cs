namespace Bot.Models;

/// <summary>
/// Spares questions the wait for a model that failed several times in a row: for a while calls fail at once, then one at a time is tried
/// until one succeeds. Thread safe.
/// </summary>
/// <remarks>Polly's breaker counts shares of the calls in a window of time; here a question may come a minute or a day after the last one.</remarks>
internal sealed class CallBreaker(TimeProvider time)
{
    private const int MostFailures = 3;

    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private ModelException? _last;
    private int _inRow;
    private long _since;
    private bool _isTrying;

    /// <summary>Allows a call; to be disposed when it has ended.</summary>
    /// <exception cref="ModelException">The model is left alone now; the cause is that of the last failure.</exception>
    public Passage Enter()
    {
        lock (_lock)
        {
            if (_last is null || _inRow < MostFailures)
                return new(this, isTrial: false);
            if (_isTrying || time.GetElapsedTime(_since) < Pause)
                throw new ModelException(_last.Failure, _last.Message, _last);
            _isTrying = true;
            return new(this, isTrial: true);
        }
    }

    /// <returns>Whether the model is left alone from now on.</returns>
    public bool Failed(ModelException failure)
    {
        // A prompt that is too long, or that a filter refuses, says nothing against the server.
        if (failure.Failure is ModelFailure.ContextTooLong or ModelFailure.Refused)
            return false;
        lock (_lock)
        {
            _last = failure;
            _since = time.GetTimestamp();
            return ++_inRow == MostFailures;
        }
    }

    private void Succeeded()
    {
        lock (_lock)
            _inRow = 0;
    }

    private void EndTrial()
    {
        lock (_lock)
            _isTrying = false;
    }

    /// <summary>One call that was allowed.</summary>
    public sealed class Passage(CallBreaker breaker, bool isTrial) : IDisposable
    {
        public void Succeeded() => breaker.Succeeded();

        public void Dispose()
        {
            if (isTrial)
                breaker.EndTrial();
        }
    }
}
