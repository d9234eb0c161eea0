using Bot.Channels;
using Bot.Models;

namespace Bot.Reading;

/// <summary>
/// Embeds in the background: after the first reading, and after every pass that changed something, and now and then. While the model fails it tries again
/// after a growing wait; answers go by words meanwhile.
/// </summary>
internal sealed partial class EmbeddingWorker(
    EmbeddingPass pass, EmbeddingDue due, FirstReading first, TimeProvider time, ILogger<EmbeddingWorker> logger) : BackgroundService, ISoundness
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(5);

    // Other bots may store reports without vectors in an index that is shared.
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMinutes(1);

    private volatile string? _problem;

    public string? Problem => _problem;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!pass.IsDue)
            return;
        await first.WaitAsync(stoppingToken);
        var wait = s_firstWait;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await PassAsync(wait, stoppingToken))
            {
                wait = s_firstWait;
                await due.WaitAsync(s_lookEvery, time, stoppingToken);
                continue;
            }
            await Task.Delay(wait, time, stoppingToken);
            wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait;
        }
    }

    private async Task<bool> PassAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        try
        {
            await pass.RunAsync(stoppingToken);
            _problem = null;
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, wait, e.Message);
            _problem = $"Model:Embedding {(e is ModelException { Failure: var failure } ? failure : e.GetType().Name)}";
            pass.TellFailure(e, wait);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Passages without vectors are left, trying again in {Wait}: {Cause}")]
        public static partial void Failed(ILogger logger, TimeSpan wait, string cause);
    }
}
