using Microsoft.Extensions.Logging;

namespace Bot.Channels.Tests.WeCom;

/// <summary>Keeps what is logged, exceptions included.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string[] All
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <summary>Waits for a line with these words.</summary>
    public async Task LineWithAsync(string words)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_lines.Exists(line => line.Contains(words)))
                    return;
                changed = _changed.Task;
            }
            await changed.WaitAsync(s_patience);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private void Add(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            _changed.SetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Logger(LogLines lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
