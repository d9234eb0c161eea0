using Bot.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Reading;

/// <summary>Reads the corpus folder at start, then again whenever it changes and at least once per interval.</summary>
internal sealed partial class CorpusWorker(
    CorpusUpdate update,
    CorpusFolder folder,
    FirstReading first,
    IOptions<CorpusOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<CorpusWorker> logger) : BackgroundService
{
    private readonly CorpusOptions _options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        using var watch = new FolderWatch(folder.FullPath, time, logger);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pass = await PassAsync(stoppingToken);
            if (pass is CorpusPass.Complete)
                first.Complete();
            // A copy comes in many events: let it come to rest before looking.
            if (await watch.WaitAsync(pass is CorpusPass.Unsettled ? _options.Settling : _options.RescanInterval, stoppingToken))
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
            return await update.RunAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.PassFailed(logger, e, _options.RescanInterval);
            return CorpusPass.Unavailable;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A pass over the corpus folder failed; the next is in {Interval} or at the next change")]
        public static partial void PassFailed(ILogger logger, Exception exception, TimeSpan interval);
    }
}
