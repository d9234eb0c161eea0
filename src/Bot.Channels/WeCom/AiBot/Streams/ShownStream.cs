namespace Bot.Channels.WeCom;

/// <summary>One answer while it is being made and shown. Safe for many threads.</summary>
internal sealed class ShownStream(string id, DateTimeOffset askedAt, DateTimeOffset now)
{
    /// <summary>WeCom waits six minutes for the end of a stream; what comes later comes as a message of its own.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5.5);

    /// <summary>What there is before there is anything of the answer.</summary>
    public const string Searching = "正在查找…… / Searching…";

    private const string ComesLater = "这个问题需要更长时间，答案会另发一条消息。 / This takes longer; the answer follows as a message.";

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _delivered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StreamSight _sight = new(Searching, IsFinished: false, null);
    private Func<string>? _draft;
    private DateTimeOffset _lookedAt = now;
    private bool _isGivenUp;

    public string Id => id;

    public DateTimeOffset AskedAt => askedAt;

    /// <summary>Completes when WeCom has seen the end.</summary>
    public Task Delivered => _delivered.Task;

    /// <summary>Held while a state is handed over, so that none can arrive after the last.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public bool IsFinished
    {
        get
        {
            lock (_lock)
                return _sight.IsFinished;
        }
    }

    /// <summary>The answer can't be shown here any more.</summary>
    public bool IsGivenUp
    {
        get
        {
            lock (_lock)
                return _isGivenUp;
        }
    }

    /// <summary>When WeCom last asked; the beginning, when it never did.</summary>
    public DateTimeOffset LookedAt
    {
        get
        {
            lock (_lock)
                return _lookedAt;
        }
    }

    /// <summary>What there is of the answer; nothing once it was finished.</summary>
    /// <param name="write">Called when somebody looks: an answer grows faster than anybody asks about it.</param>
    public void Show(Func<string> write)
    {
        lock (_lock)
            _draft = write;
    }

    /// <returns>False: too late, WeCom was told that the answer comes otherwise.</returns>
    public bool Finish(string content, TemplateCard? card)
    {
        lock (_lock)
        {
            if (!_isGivenUp)
                _sight = new StreamSight(content, IsFinished: true, card);
            return !_isGivenUp;
        }
    }

    /// <summary>Ends the stream without its answer, unless WeCom has seen that.</summary>
    /// <returns>False: it has.</returns>
    public bool GiveUp()
    {
        lock (_lock)
        {
            if (_delivered.Task.IsCompleted)
                return false;
            (_sight, _isGivenUp) = (new StreamSight(ComesLater, IsFinished: true, null), true);
            return true;
        }
    }

    /// <summary>Looks for WeCom: an unfinished stream that grew too old ends here.</summary>
    public StreamSight Look(DateTimeOffset now)
    {
        lock (_lock)
        {
            _lookedAt = now;
            if (!_sight.IsFinished && now - askedAt >= Life)
                GiveUp();
            if (!_sight.IsFinished && _draft is { } write)
                (_sight, _draft) = (new StreamSight(write(), IsFinished: false, null), null);
            if (_sight.IsFinished && !_isGivenUp)
                _delivered.TrySetResult();
            return _sight;
        }
    }
}
