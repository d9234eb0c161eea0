using Bot.Retrieval;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom;

/// <summary>
/// Lives in the self-built app: goes on with what an earlier process left, works on what comes in, announces new reports. Where WeCom refuses
/// the credentials it says so and leaves the other channels alone.
/// </summary>
internal sealed partial class AppWorker(
    ChatRooms rooms, StateDatabase state, ReportLinks links, IOptions<WeComOptions> options, TimeProvider time, ILoggerFactory loggers)
    : BackgroundService, ISoundness
{
    // Lanes that wait for WeCom's pace hold their place, so there are many.
    private const int LanesAtOnce = 256;

    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);

    private readonly WeComOptions _options = options.Value;
    private readonly WeComSoundness _soundness = new("WeCom:App");
    private readonly ILogger<AppWorker> _logger = loggers.CreateLogger<AppWorker>();
    private volatile QuestionTurns? _intake;

    public string? Problem => _soundness.Problem;

    /// <summary>Callbacks that wait to be acknowledged.</summary>
    public Arrivals Arrivals { get; } = new(time);

    /// <summary>Where events go; null until what an earlier process left is under way.</summary>
    public QuestionTurns? Intake => _intake;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the others start meanwhile
        using var http = new WeComHttp(_options, time);
        using var client = new WeComAppClient(http, _options.App, time);
        using var lanes = new ChatLanes(LanesAtOnce, stoppingToken);
        var journal = new ChatJournal(state, AppPlatform.Name, time);
        var directory = new ChatDirectory(state, AppPlatform.Name, time);
        var matches = new MatchDesk(rooms.Matchmaker, new ChatProfiles(state, AppPlatform.Name, time), time, hasButtons: false, loggers.CreateLogger<MatchDesk>());
        var desk = new ChatDesk(rooms, journal, directory, new ChatAccess(_options.Access, directory, time), matches, loggers.CreateLogger<ChatDesk>());
        var platform = new AppPlatform(desk, new WeComRenderer(links), client, Arrivals, time);
        var work = new ChatWork(platform, journal, directory, lanes, time, loggers.CreateLogger<ChatWork>());
        _soundness.Watch(work);
        using var intake = new QuestionTurns(journal, work);
        try
        {
            await work.ResumeAsync(stoppingToken);
            _intake = intake;
            var menu = CreateMenuAsync(client, stoppingToken);
            await work.TellNewsAsync(new ReportNews(rooms.Index, journal, directory, platform.Announce), stoppingToken);
            await menu;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; the journal knows where it was.
        }
        finally
        {
            _intake = null;
            // Messages under way are seen through before the journal is closed.
            await lanes.DrainAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Also the first call with the credentials, so that a wrong one shows before anybody asks.
    private async Task CreateMenuAsync(WeComAppClient client, CancellationToken cancellationToken)
    {
        for (var wait = TimeSpan.FromSeconds(1); ; wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait)
        {
            try
            {
                await client.CreateMenuAsync(AppMenu.Wire, cancellationToken);
                _soundness.Note(null);
                Log.Ready(_logger, _options.App.AgentId);
                return;
            }
            catch (WeComException e) when (e.Kind is WeComFailure.NoPermission || e.ToDelivery().IsFinal)
            {
                // The commands work without a menu; if messages can't be sent either, they tell it.
                _soundness.Note(null);
                Log.NoMenu(_logger, e.Message);
                return;
            }
            catch (WeComException e)
            {
                var pause = e.ToDelivery().RetryAfter ?? wait;
                _soundness.Note(e.Message);
                Log.NotReached(_logger, pause, e.Message);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "In WeCom as app {AgentId}")]
        public static partial void Ready(ILogger logger, int? agentId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The app's menu could not be set in WeCom: {Problem}")]
        public static partial void NoMenu(ILogger logger, string problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "WeCom can't be used, the next try is in {Wait}: {Problem}")]
        public static partial void NotReached(ILogger logger, TimeSpan wait, string problem);
    }
}
