using Bot.Configuration;
using Bot.Retrieval;
using Microsoft.Extensions.Options;

namespace Bot.Reading;

/// <summary>Reads the corpus folder at start, then again whenever it changes and at least once per interval.</summary>
internal sealed partial class CorpusWorker(
    CorpusUpdate update,
    CorpusFolder folder,
    FirstReading first,
    CorpusReload reload,
    IProgress<ReadingEvent> progress,
    IOptions<CorpusOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<CorpusWorker> logger) : BackgroundService
{
    // The pause after a failure of the index doubles from a second up to the interval between two looks.
    private const int LongestDoubling = 12;

    private readonly CorpusOptions _options = options.Value;
    private int _failures;
    private string? _problem;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        using var watch = new FolderWatch(folder.FullPath, reload, time, logger);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pass = await PassAsync(stoppingToken);
            if (pass is CorpusPass.Complete)
                first.Complete();
            // A copy comes in many events: let it come to rest before looking.
            if (await watch.WaitAsync(PauseAfter(pass), stoppingToken))
                await Task.Delay(_options.Settling, time, stoppingToken);
        }
    }

    // Not before the port is ours: a second start on a taken port must not read anything.
    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // the loop sees the token
    }

    private async Task<CorpusPass> PassAsync(CancellationToken stoppingToken)
    {
        try
        {
            var pass = await update.RunAsync(stoppingToken);
            (_failures, _problem) = (0, null);
            return pass;
        }
        catch (IndexUnavailableException e)
        {
            _failures++;
            if (e.Message != _problem)
                progress.Report(new ReadingEvent.IndexUnavailable(e.Message));
            _problem = e.Message;
            return CorpusPass.Unavailable;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.PassFailed(logger, e, _options.RescanInterval);
            return CorpusPass.Unavailable;
        }
    }

    private TimeSpan PauseAfter(CorpusPass pass) =>
        pass is CorpusPass.Unsettled ? _options.Settling
        : _failures == 0 ? _options.RescanInterval
        : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(_failures, LongestDoubling) - 1), _options.RescanSeconds));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A pass over the corpus folder failed; the next is in {Interval} or at the next change")]
        public static partial void PassFailed(ILogger logger, Exception exception, TimeSpan interval);
    }
}
