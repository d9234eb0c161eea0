namespace Bot.Channels;

/// <summary>Notices when messages keep failing to be sent, whatever chats they go to. The first that is taken, or refused for good, ends it.</summary>
internal sealed class SendingHealth
{
    // Once is nothing: connections break, and 429 is ordinary.
    private const int Worrying = 3;

    // Nobody wants to be left alone for that long unless something is wrong.
    private static readonly TimeSpan s_longWait = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private int _failures;
    private string? _problem;

    /// <summary>Why messages wait; null: they are sent.</summary>
    public string? Problem
    {
        get
        {
            lock (_lock)
                return _problem;
        }
    }

    /// <returns>True for the first failure after a message that was sent.</returns>
    public bool Note(DeliveryException failure)
    {
        lock (_lock)
        {
            _failures++;
            if (_failures >= Worrying || failure.RetryAfter >= s_longWait)
                _problem = $"消息发送失败，正在重试 / messages wait to be sent: {failure.Message}";
            return _failures == 1;
        }
    }

    public void NoteReached()
    {
        lock (_lock)
            (_failures, _problem) = (0, null);
    }
}
