namespace Bot.Channels.Telegram;

/// <summary>
/// Sends no faster than Telegram takes: 30 messages a second over all chats, each chat in order and at its own pace, and silent
/// as long as 429 asks. Requests that go to no chat pass at once.
/// </summary>
internal sealed class PacedTelegramClient(ITelegramBotClient inner, TimeProvider time) : ITelegramBotClient
{
    /// <summary>How often one message is tried while Telegram answers 429.</summary>
    public const int MostAttempts = 5;

    private const int MessagesPerSecond = 30;

    // What is under way when the process is killed may be sent twice. So few still carry 30 a second at a quarter of a second each.
    private const int MostUnderWay = 8;

    // Signs and previews leave the rest to messages.
    private const int SparePerSecond = 20;
    private const int LanesBeforeSweeping = 4096;

    private readonly Lock _lock = new();
    private readonly SlidingWindow _all = new(MessagesPerSecond, TimeSpan.FromSeconds(1));
    private readonly Dictionary<long, ChatLane> _lanes = [];
    private int _sweepAt = LanesBeforeSweeping;

    // Nobody asks for its handle, so there is nothing to dispose of.
    private SemaphoreSlim UnderWay { get; } = new(MostUnderWay);

    public async Task<TResponse> SendRequest<TResponse>(RequestBase<TResponse> request, CancellationToken cancellationToken)
    {
        if (request is not IChatRequest { ChatId: var chat, Load: var load })
            return await inner.SendRequest(request, cancellationToken);
        var lane = Enter(chat);
        try
        {
            return load is ChatLoad.Lasting
                ? await SendInTurnAsync(request, lane, cancellationToken)
                : await SendIfRoomAsync(request, load, lane, cancellationToken);
        }
        finally
        {
            lock (_lock)
                lane.Users--;
        }
    }

    private async Task<TResponse> SendInTurnAsync<TResponse>(RequestBase<TResponse> request, ChatLane lane, CancellationToken cancellationToken)
    {
        await lane.Turn.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                await UntilAsync(lane.Take(time.GetUtcNow()), cancellationToken);
                await UntilAsync(TakeOfAll(), cancellationToken);
                await UnderWay.WaitAsync(cancellationToken);
                try
                {
                    return await inner.SendRequest(request, cancellationToken);
                }
                catch (TelegramException e) when (e.RetryAfter is { } wait)
                {
                    lane.Pause(time.GetUtcNow() + wait);
                    if (attempt == MostAttempts)
                        throw;
                }
                finally
                {
                    UnderWay.Release();
                }
            }
        }
        finally
        {
            lane.Turn.Release();
        }
    }

    private async Task<TResponse> SendIfRoomAsync<TResponse>(
        RequestBase<TResponse> request, ChatLoad load, ChatLane lane, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (lane.IsPaused(now) || !TryTakeSpareOfAll(now) || (load is ChatLoad.Passing && !lane.TryTakeSpare(now)))
            throw NoRoom(request.MethodName);
        try
        {
            return await inner.SendRequest(request, cancellationToken);
        }
        catch (TelegramException e) when (e.RetryAfter is { } wait)
        {
            lane.Pause(time.GetUtcNow() + wait);
            throw;
        }
    }

    private static TelegramException NoRoom(string method) => new(
        TelegramFailure.RateLimited, $"发送节奏已满，略去一次 {method}", $"The pace leaves no room: one {method} is left out.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    private Task UntilAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        at - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;

    private DateTimeOffset TakeOfAll()
    {
        lock (_lock)
        {
            var at = _all.NextFree(time.GetUtcNow());
            _all.Take(at);
            return at;
        }
    }

    private bool TryTakeSpareOfAll(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_all.Used(now) >= SparePerSecond)
                return false;
            _all.Take(now);
            return true;
        }
    }

    private ChatLane Enter(long chat)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(chat, out var lane))
            {
                if (_lanes.Count >= _sweepAt)
                    Sweep();
                _lanes[chat] = lane = new ChatLane(chat);
            }
            lane.Users++;
            return lane;
        }
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (chat, lane) in _lanes.Where(l => l.Value.IsIdle(now)).ToList())
            _lanes.Remove(chat);
        // Twice what is in use: sweeping costs little per chat however many there are.
        _sweepAt = Math.Max(LanesBeforeSweeping, _lanes.Count * 2);
    }
}
