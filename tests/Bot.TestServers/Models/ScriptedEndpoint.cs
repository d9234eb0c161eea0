using System.Collections.Immutable;

namespace Bot.TestServers;

/// <summary>
/// One address of the server: what it answers (queued scripts first, each once; then what <see cref="Always(Script)"/>
/// said; then its default), and what it was asked. Safe to use while requests run.
/// </summary>
public sealed class ScriptedEndpoint
{
    private readonly Lock _lock = new();
    private readonly Queue<Script> _queue = new();
    private readonly List<(int Count, TaskCompletionSource<ScriptedRequest> Arrived)> _awaited = [];
    private Func<ScriptedRequest, Script> _always;
    private ImmutableArray<ScriptedRequest> _requests = [];

    internal ScriptedEndpoint(Func<ScriptedRequest, Script> always) => _always = always;

    /// <summary>The requests so far that were well formed, in the order they came.</summary>
    public ImmutableArray<ScriptedRequest> Requests
    {
        get
        {
            lock (_lock)
                return _requests;
        }
    }

    /// <summary>The next requests are answered so, one each.</summary>
    public void Enqueue(params ReadOnlySpan<Script> scripts)
    {
        lock (_lock)
        {
            foreach (var script in scripts)
                _queue.Enqueue(script);
        }
    }

    /// <summary>Every request is answered so, once the queue is empty.</summary>
    public void Always(Script script) => Always(_ => script);

    /// <summary>Every request is answered by what it asks, once the queue is empty.</summary>
    public void Always(Func<ScriptedRequest, Script> script)
    {
        lock (_lock)
            _always = script;
    }

    /// <summary>Waits until so many requests have come (from 1), and gives that one.</summary>
    public Task<ScriptedRequest> RequestAsync(int number)
    {
        lock (_lock)
        {
            if (_requests.Length >= number)
                return Task.FromResult(_requests[number - 1]);
            var arrived = new TaskCompletionSource<ScriptedRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((number, arrived));
            return arrived.Task;
        }
    }

    internal Script Take(ScriptedRequest request)
    {
        Func<ScriptedRequest, Script> always;
        lock (_lock)
        {
            _requests = _requests.Add(request);
            foreach (var (_, arrived) in _awaited.Where(a => a.Count == _requests.Length))
                arrived.TrySetResult(request);
            if (_queue.TryDequeue(out var script))
                return script;
            always = _always;
        }
        return always(request);
    }
}
