using System.Threading.Channels;

namespace Bot.Reading;

/// <summary>
/// Wakes the reader when something in the folder changed. Only that it changed is passed on: what changed, a look at
/// the folder tells more truly than the events do. Watchers miss events, so waiting also ends after a time.
/// </summary>
internal sealed partial class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher? _watcher;
    private readonly TimeProvider _time;

    // One wake-up is enough for any number of changes before the next look; a full channel refuses, nothing is lost.
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1)
    {
        FullMode = BoundedChannelFullMode.Wait,
        SingleReader = true,
    });

    public FolderWatch(string folder, TimeProvider time, ILogger logger)
    {
        _time = time;
        try
        {
            _watcher = Watch(folder);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // No folder yet, or the system's limit of watches is reached: the timed passes remain.
            Log.NotWatching(logger, e, folder);
        }
    }

    /// <returns>True after a change; false when there was none for <paramref name="atMost"/>.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await _changes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => _watcher?.Dispose();

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Created += OnChange;
        watcher.Changed += OnChange;
        watcher.Deleted += OnChange;
        watcher.Renamed += OnChange;
        watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void OnChange(object sender, FileSystemEventArgs change)
    {
        var name = Path.GetFileName(change.Name) ?? "";
        if (name == IgnoredFiles.Sources || !IgnoredFiles.IsIgnored(name) || change is RenamedEventArgs)
            _changes.Writer.TryWrite(true);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Can't watch {Folder}: changes are found by looking once per interval")]
        public static partial void NotWatching(ILogger logger, Exception exception, string folder);
    }
}
