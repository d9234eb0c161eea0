namespace Bot.Channels.Telegram;

/// <summary>The way into one chat: one message at a time, in order, no faster than Telegram takes them.</summary>
internal sealed class ChatLane
{
    // About 1 a second, with short bursts; a group at most 20 in a minute (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
    private const int Burst = 3;
    private const int GroupMessages = 20;

    // Previews leave the rest to messages.
    private const int GroupPreviews = 12;

    private static readonly TimeSpan GroupStretch = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly SlidingWindow _short = new(Burst, TimeSpan.FromSeconds(Burst));
    private readonly SlidingWindow? _group;
    private DateTimeOffset _pausedUntil;
    private DateTimeOffset _lastUse;

    /// <param name="chat">Negative for groups and channels.</param>
    public ChatLane(long chat) => _group = chat < 0 ? new SlidingWindow(GroupMessages, GroupStretch) : null;

    /// <summary>Whose turn it is; waiting callers come in order.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Callers that use it now; guarded by the owner.</summary>
    public int Users { get; set; }

    /// <summary>Takes the next place and tells when it is.</summary>
    public DateTimeOffset Take(DateTimeOffset now)
    {
        lock (_lock)
        {
            var at = Latest(_pausedUntil, _short.NextFree(now), _group?.NextFree(now) ?? now);
            TakeAt(at);
            return at;
        }
    }

    /// <summary>Takes a place for a preview; false when there is none to spare.</summary>
    public bool TryTakeSpare(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_pausedUntil > now || _short.Used(now) >= Burst - 1 || _group?.Used(now) >= GroupPreviews)
                return false;
            TakeAt(now);
            return true;
        }
    }

    public bool IsPaused(DateTimeOffset now)
    {
        lock (_lock)
            return _pausedUntil > now;
    }

    public void Pause(DateTimeOffset until)
    {
        lock (_lock)
            _pausedUntil = Latest(_pausedUntil, until);
    }

    /// <summary>True when nothing would be forgotten with this lane.</summary>
    public bool IsIdle(DateTimeOffset now)
    {
        lock (_lock)
            return Users == 0 && _pausedUntil <= now && _lastUse + GroupStretch <= now;
    }

    private void TakeAt(DateTimeOffset at)
    {
        _short.Take(at);
        _group?.Take(at);
        _lastUse = at;
    }

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> times)
    {
        var latest = times[0];
        foreach (var time in times)
            latest = time > latest ? time : latest;
        return latest;
    }
}
