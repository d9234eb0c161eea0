namespace Bot.Reading;

/// <summary>
/// Wakes the reader when something in the folder changed. Only that it changed is passed on: what changed, a look at
/// the folder tells more truly than the events do. Watchers miss events, so waiting also ends after a time.
/// </summary>
internal sealed partial class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher? _watcher;
    private readonly CorpusReload _reload;
    private readonly TimeProvider _time;

    public FolderWatch(string folder, CorpusReload reload, TimeProvider time, ILogger logger)
    {
        (_reload, _time) = (reload, time);
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

    /// <returns>True after a change or a request; false when there was none for <paramref name="atMost"/>.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _reload.WaitAsync(either.Token);
            return true;
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
        watcher.Error += (_, _) => _reload.Request();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void OnChange(object sender, FileSystemEventArgs change)
    {
        var name = Path.GetFileName(change.Name) ?? "";
        if (name == IgnoredFiles.Sources || !IgnoredFiles.IsIgnored(name) || change is RenamedEventArgs)
            _reload.Request();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Can't watch {Folder}: changes are found by looking once per interval")]
        public static partial void NotWatching(ILogger logger, Exception exception, string folder);
    }
}
