using Bot.Retrieval;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom;

/// <summary>
/// Pushes the digest of every new or changed report to the configured groups, each version once. What is there when a webhook is first
/// configured is no news to its group.
/// </summary>
internal sealed class GroupWorker(
    IReportIndex index, Readiness readiness, StateDatabase state, ReportLinks links, IOptions<WeComOptions> options, TimeProvider time, ILoggerFactory loggers)
    : BackgroundService, ISoundness
{
    private static readonly TimeSpan s_readyEvery = TimeSpan.FromSeconds(1);

    private volatile GroupPlatform? _platform;
    private volatile ChatWork? _work;

    public string? Problem => (_platform?.Problem ?? _work?.SendingProblem) is { } problem ? $"WeCom:GroupWebhooks: {problem}" : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the others start meanwhile
        var webhooks = Webhooks(options.Value);
        using var http = new WeComHttp(options.Value, time);
        using var lanes = new ChatLanes(Math.Max(1, webhooks.Count), stoppingToken);
        var journal = new ChatJournal(state, GroupPlatform.Name, time);
        var directory = new ChatDirectory(state, GroupPlatform.Name, time);
        var platform = new GroupPlatform(webhooks, new WeComRenderer(links), new WeComPushClient(http), time);
        var work = new ChatWork(platform, journal, directory, lanes, time, loggers.CreateLogger<ChatWork>());
        (_platform, _work) = (platform, work);
        try
        {
            await work.ResumeAsync(stoppingToken);
            // Before the first reading is done nothing is known of what there is, and all of it would pass for new.
            while (!readiness.Current.IsReady)
                await Task.Delay(s_readyEvery, time, stoppingToken);
            await SubscribeAsync(directory, webhooks.Keys, stoppingToken);
            await work.TellNewsAsync(new ReportNews(index, journal, directory, platform.Announce), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; the journal knows where it was.
        }
        finally
        {
            await lanes.DrainAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Dictionary<string, GroupWebhook> Webhooks(WeComOptions options)
    {
        var webhooks = new Dictionary<string, GroupWebhook>(StringComparer.Ordinal);
        foreach (var configured in options.GroupWebhooks)
        {
            if (GroupWebhook.TryRead(configured, options.BaseUrl, out var webhook))
                webhooks[webhook.Name] = webhook;
        }
        return webhooks;
    }

    // Those that are new hear of what comes; those that are configured no longer hear nothing.
    private async Task SubscribeAsync(ChatDirectory directory, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var known = index.Catalogue.Where(e => e.IsSearchable).Select(e => (e.Id.Value, e.ContentHash)).ToList();
        foreach (var gone in await directory.SubscriptionsAsync(cancellationToken))
        {
            if (!names.Contains(gone))
                await directory.UnsubscribeAsync(gone, cancellationToken);
        }
        foreach (var name in names)
            await directory.SubscribeAsync(name, known, cancellationToken);
    }
}
