namespace Bot.Channels;

/// <summary>
/// Runs work lane by lane: in one lane in order, one piece at a time; several lanes at once. What is given to it is known to the
/// journal already, so nothing is lost with the process.
/// </summary>
/// <param name="atOnce">Lanes at work at a time, at least 1.</param>
/// <param name="stopping">Ends the work; what had not begun is not begun.</param>
internal sealed class ChatLanes(int atOnce, CancellationToken stopping) : IDisposable
{
    private readonly SemaphoreSlim _free = new(atOnce, atOnce);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    private record struct Lane(Task Last, int Pieces);

    /// <param name="work">Doesn't throw but when it is cancelled: it knows best what its failure means.</param>
    public void Add(string lane, Func<CancellationToken, Task> work)
    {
        lock (_lock)
        {
            var (before, pieces) = _lanes.GetValueOrDefault(lane, new(Task.CompletedTask, 0));
            _lanes[lane] = new(RunAsync(lane, before, work), pieces + 1);
        }
    }

    /// <summary>Waits until nothing is at work.</summary>
    /// <exception cref="Exception">What the work threw.</exception>
    public async Task DrainAsync()
    {
        while (true)
        {
            Task[] open;
            lock (_lock)
                open = [.. _lanes.Values.Select(l => l.Last)];
            if (open.Length == 0)
                return;
            await Task.WhenAll(open);
        }
    }

    public void Dispose() => _free.Dispose();

    private async Task RunAsync(string lane, Task before, Func<CancellationToken, Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        try
        {
            await _free.WaitAsync(stopping);
            try
            {
                await work(stopping);
            }
            finally
            {
                _free.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The journal still holds it: the next start goes on from there.
        }
        finally
        {
            Leave(lane);
        }
    }

    private void Leave(string lane)
    {
        lock (_lock)
        {
            var (last, pieces) = _lanes[lane];
            if (pieces > 1)
                _lanes[lane] = new(last, pieces - 1);
            else
                _lanes.Remove(lane);
        }
    }
}
