namespace Bot.Channels.WeCom;

/// <summary>
/// Knows the callbacks that were taken, so that one that somebody recorded isn't taken again. What could not be stored is not
/// noted: the platform delivers it again, perhaps with the same signature. Thread safe.
/// </summary>
/// <param name="kept">Longer than a callback's time passes for fresh.</param>
internal sealed class ReplayGuard(TimeSpan kept, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Queue<(string Signature, DateTimeOffset At)> _order = new();

    public bool IsKnown(string signature)
    {
        lock (_lock)
        {
            Forget();
            return _taken.Contains(signature);
        }
    }

    public void Note(string signature)
    {
        lock (_lock)
        {
            Forget();
            if (_taken.Add(signature))
                _order.Enqueue((signature, time.GetUtcNow()));
        }
    }

    private void Forget()
    {
        while (_order.TryPeek(out var oldest) && time.GetUtcNow() - oldest.At > kept)
            _taken.Remove(_order.Dequeue().Signature);
    }
}
