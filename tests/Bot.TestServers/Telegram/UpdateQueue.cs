using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>Updates that wait for the bot: given out again and again until a higher offset confirms them, each kind only so long.</summary>
internal sealed class UpdateQueue(TimeProvider time)
{
    private static readonly TimeSpan SameOffset = TimeSpan.FromSeconds(0.5);
    private static readonly string[] OnlyOnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _lock = new();
    private readonly List<(long Id, JsonObject Json, DateTimeOffset Until)> _pending = [];
    private TaskCompletionSource _changed = NewSource();
    private TaskCompletionSource? _poll;
    private (long Offset, DateTimeOffset At) _asked = (long.MinValue, default);
    private string[] _allowed = [];
    private long _lastId = 5000;

    public int Count
    {
        get
        {
            lock (_lock)
                return _pending.Count;
        }
    }

    /// <summary>The update's id; 0 when the bot doesn't want its kind.</summary>
    public long Add(string kind, JsonObject content)
    {
        lock (_lock)
        {
            if (_allowed.Length == 0 ? OnlyOnRequest.Contains(kind) : !_allowed.Contains(kind))
                return 0;
            var life = kind switch
            {
                "inline_query" => TimeSpan.FromSeconds(30),
                "callback_query" => TimeSpan.FromSeconds(150),
                _ => TimeSpan.FromHours(24),
            };
            _pending.Add((++_lastId, new JsonObject { ["update_id"] = _lastId, [kind] = content }, time.GetUtcNow() + life));
            Change();
            return _lastId;
        }
    }

    /// <param name="allowed">Null keeps the previous list; empty: all but those only given on request.</param>
    public void Allow(string[]? allowed)
    {
        lock (_lock)
            _allowed = allowed ?? _allowed;
    }

    /// <summary>Ends a poll that is waiting, with a conflict.</summary>
    public void Terminate(string by)
    {
        lock (_lock)
            _poll?.TrySetException(new TelegramRefusalException(new(409, $"Conflict: terminated by {by}")));
    }

    public async Task<JsonArray> PollAsync(long offset, int limit, TimeSpan wait, CancellationToken cancellationToken)
    {
        var mine = NewSource();
        Terminate("other getUpdates request; make sure that only one bot instance is running");
        var now = time.GetUtcNow();
        lock (_lock)
        {
            _poll = mine;
            _pending.RemoveAll(update => update.Id < offset);
            if (_asked.Offset == offset && now - _asked.At < SameOffset)
                limit = 1;
            _asked = (offset, now);
        }
        var late = Task.Delay(wait, time, cancellationToken);
        while (true)
        {
            var changed = Changed();
            if (Waiting(limit) is { Count: > 0 } found)
                return found;
            if (await Task.WhenAny(changed, late, mine.Task) is var first && first == mine.Task)
                await mine.Task;
            if (first == late)
            {
                await late;
                return [];
            }
        }
    }

    /// <summary>The oldest update, for a webhook.</summary>
    public async Task<(long Id, string Json)> FirstAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = Changed();
            if (Waiting(1) is [JsonObject first])
                return ((long)first["update_id"]!, first.ToJsonString());
            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Forgets updates up to and with this one.</summary>
    public void Confirm(long id)
    {
        lock (_lock)
            _pending.RemoveAll(update => update.Id <= id);
    }

    public void Clear() => Confirm(long.MaxValue);

    private Task Changed()
    {
        lock (_lock)
            return _changed.Task;
    }

    private JsonArray Waiting(int limit)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _pending.RemoveAll(update => update.Until <= now);
            return [.. _pending.Take(limit).Select(update => update.Json.DeepClone())];
        }
    }

    private void Change()
    {
        var changed = _changed;
        _changed = NewSource();
        changed.TrySetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
