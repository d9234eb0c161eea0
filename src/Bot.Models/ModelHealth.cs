namespace Bot.Models;

/// <summary>How the last call of each kind of model went. Thread safe.</summary>
public sealed class ModelHealth(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ModelKind, ModelState> _states = [];

    /// <returns>Null while no call of this kind has ended.</returns>
    public ModelState? Of(ModelKind kind)
    {
        lock (_lock)
            return _states.GetValueOrDefault(kind);
    }

    internal void Succeeded(ModelKind kind) => Set(kind, cause: null);

    /// <remarks>A prompt that is too long, or that a filter refuses, says nothing against the server.</remarks>
    internal void Failed(ModelKind kind, ModelException exception) =>
        Set(kind, exception.Failure is ModelFailure.ContextTooLong or ModelFailure.Refused ? null : exception);

    private void Set(ModelKind kind, ModelException? cause)
    {
        lock (_lock)
        {
            // Degraded for another reason is still degraded since the first one.
            bool same = _states.TryGetValue(kind, out var before) && before.IsDegraded == cause is not null;
            var now = time.GetUtcNow();
            _states[kind] = new(cause?.Failure, cause?.Message, same ? before!.Since : now, now); // same implies before
        }
    }
}
