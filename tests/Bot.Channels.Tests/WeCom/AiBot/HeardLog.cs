using Microsoft.Extensions.Logging;

namespace Bot.Channels.Tests.WeCom;

/// <summary>Log lines as they were written; a test can wait for one.</summary>
internal sealed class HeardLog<T> : ILogger<T>
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The line of this number, from 1, among those that hold some words; fails after 20 seconds.</summary>
    public async Task<string> LineAsync(string words, int number = 1)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                var found = _lines.Where(line => line.Contains(words, StringComparison.Ordinal)).ToList();
                if (found.Count >= number)
                    return found[number - 1];
                changed = _changed.Task;
            }
            await changed.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lock)
        {
            _lines.Add(formatter(state, exception));
            var changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.SetResult();
        }
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}
