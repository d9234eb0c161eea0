namespace Bot.Models;

/// <summary>The time that one step (until the next token, or one whole attempt) may take within a <see cref="CallBudget"/>.</summary>
internal sealed class StepLimit : IDisposable
{
    private readonly TimeSpan _step;
    private readonly CallBudget _budget;
    private readonly CancellationTokenSource _spent;
    private readonly CancellationTokenSource _any;

    public StepLimit(TimeSpan step, CallBudget budget, TimeProvider time)
    {
        _step = step;
        _budget = budget;
        _spent = new CancellationTokenSource(step, time);
        _any = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, _spent.Token);
    }

    public CancellationToken Token => _any.Token;

    /// <summary>The step is done; the next one has the full time again.</summary>
    public void Restart() => _spent.CancelAfter(_step);

    /// <summary>What to throw for something that ended the step: the caller's own cancellation, a failure, or null for a bug.</summary>
    public Exception? Translate(Exception exception, FailureReader failures)
    {
        if (_budget.Caller.IsCancellationRequested)
            return new OperationCanceledException(_budget.Caller);
        // A cancelled read may also surface as a broken connection.
        return Token.IsCancellationRequested && exception is not ModelException
            ? failures.Of(ModelFailure.Timeout)
            : failures.OfException(exception);
    }

    public void Dispose()
    {
        _any.Dispose();
        _spent.Dispose();
    }
}
