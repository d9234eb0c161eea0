using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Lets one at a time change a report; now and then different reports wait for each other too.</summary>
internal sealed class ReportLocks
{
    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Takes the right to change a report until the result is disposed.</summary>
    public async Task<IDisposable> TakeAsync(ReportId report, CancellationToken cancellationToken)
    {
        var taken = _locks[(uint)report.GetHashCode() % _locks.Length];
        await taken.WaitAsync(cancellationToken);
        return new Held(taken);
    }

    private sealed class Held(SemaphoreSlim taken) : IDisposable
    {
        public void Dispose() => taken.Release();
    }
}
