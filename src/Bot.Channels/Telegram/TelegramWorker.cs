using Bot.Retrieval;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>
/// Lives on Telegram: goes on with what an earlier process left, takes updates in, announces new reports. Where Telegram can't be reached it
/// tries again; where it refuses the token it says so, tries again now and then, and leaves the other channels alone.
/// </summary>
internal sealed partial class TelegramWorker(
    ChatRooms rooms,
    StateDatabase state,
    ReportLinks links,
    TelegramSoundness soundness,
    IOptions<TelegramOptions> options,
    TimeProvider time,
    ILoggerFactory loggers) : BackgroundService
{
    // Lanes that wait for Telegram's pace hold their place, so there are many.
    private const int LanesAtOnce = 256;

    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);

    private readonly TelegramOptions _options = options.Value;
    private readonly ILogger<TelegramWorker> _logger = loggers.CreateLogger<TelegramWorker>();
    private volatile UpdateIntake? _intake;

    /// <summary>Where updates go; null until Telegram was reached once.</summary>
    public UpdateIntake? Intake => _intake;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the others start meanwhile
        try
        {
            using var client = new TelegramClient(_options, time);
            var bot = new PacedTelegramClient(client, time);
            var me = await PersistAsync(() => bot.SendRequest(new GetMeRequest(), stoppingToken), stoppingToken);
            await LiveAsync(bot, BotIdentity.Of(me), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; the journal knows where it was.
        }
    }

    private async Task LiveAsync(ITelegramBotClient bot, BotIdentity me, CancellationToken stoppingToken)
    {
        using var lanes = new ChatLanes(LanesAtOnce, stoppingToken);
        var journal = new ChatJournal(state, TelegramNames.Platform, time);
        var directory = new ChatDirectory(state, TelegramNames.Platform, time);
        var access = new ChatAccess(
            new ChatAccessOptions([.. _options.AllowedChats], [.. _options.Administrators], _options.QuestionsPerMinute, _options.QuestionsPerMinuteInGroup),
            directory, time);
        var matches = new MatchDesk(
            rooms.Matchmaker, new ChatProfiles(state, TelegramNames.Platform, time), time, hasButtons: true, loggers.CreateLogger<MatchDesk>());
        var desk = new ChatDesk(rooms, journal, directory, access, matches, loggers.CreateLogger<ChatDesk>(), new GroupAdministrators(bot).IsOneAsync);
        var renderer = new TelegramRenderer(links);
        var writing = new MessageWriting(renderer, me);
        var moving = new ChatMoving(journal, directory, loggers.CreateLogger<ChatMoving>());
        var answering = new EventAnswering(
            desk, new UpdateReader(me), journal, directory, bot, writing, moving, time, loggers.CreateLogger<EventAnswering>());
        var sending = new MessageSending(
            bot, new AnswerDelivery(bot, loggers.CreateLogger<AnswerDelivery>()), moving, loggers.CreateLogger<MessageSending>());
        var platform = new TelegramPlatform(answering, writing, sending);
        var work = new ChatWork(platform, journal, directory, lanes, time, loggers.CreateLogger<ChatWork>());
        var inline = new InlineAnswers(
            bot, new FigureLookup(rooms.Ledger, rooms.Index), rooms.Index, renderer, access, loggers.CreateLogger<InlineAnswers>());
        soundness.Watch(work);
        try
        {
            await work.ResumeAsync(stoppingToken);
            _intake = new UpdateIntake(work, lanes, answering, inline);
            if (!me.ReadsGroups)
                Log.PrivacyMode(_logger);
            Log.Ready(_logger, me.Username);

            var telling = work.TellNewsAsync(new ReportNews(rooms.Index, journal, directory, platform.Announce), stoppingToken);
            await MenusAsync(bot, desk, stoppingToken);
            await ReceiveAsync(bot, _intake, stoppingToken);
            await telling;
        }
        finally
        {
            // Messages under way are seen through before the journal is closed.
            await lanes.DrainAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task ReceiveAsync(ITelegramBotClient bot, UpdateIntake intake, CancellationToken stoppingToken) => _options.Webhook.IsUsed
        ? ListenAsync(bot, stoppingToken)
        : new UpdatePolling(bot, intake, soundness, time, loggers.CreateLogger<UpdatePolling>()).RunAsync(stoppingToken);

    private async Task MenusAsync(ITelegramBotClient bot, ChatDesk desk, CancellationToken cancellationToken)
    {
        try
        {
            await CommandMenus.SetAsync(bot, desk.Commands, _options.Administrators, cancellationToken);
        }
        catch (TelegramException e)
        {
            // The commands work without a menu.
            Log.NoMenus(_logger, e.Message);
        }
    }

    private async Task ListenAsync(ITelegramBotClient bot, CancellationToken stoppingToken)
    {
        await PersistAsync(
            () => bot.SendRequest(
                new SetWebhookRequest
                {
                    Url = _options.Webhook.Url!, // it is used
                    SecretToken = _options.Webhook.SecretToken,
                    AllowedUpdates = UpdateReader.Kinds,
                },
                stoppingToken),
            stoppingToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken);
    }

    // Tries until it is done; slowly, and told once, where the token is refused.
    private async Task<T> PersistAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        var isRefused = false;
        for (var wait = TimeSpan.FromSeconds(1); ; wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait)
        {
            try
            {
                var result = await request();
                soundness.Note(null);
                return result;
            }
            catch (TelegramException e) when (e.Kind is TelegramFailure.WrongToken)
            {
                soundness.Note(e);
                if (!isRefused)
                    Log.TokenRefused(_logger, e.Message);
                isRefused = true;
                await Task.Delay(TelegramSoundness.RefusedTokenWait, time, cancellationToken);
            }
            catch (TelegramException e)
            {
                soundness.Note(e);
                Log.NotReached(_logger, e.Message, wait);
                await Task.Delay(e.RetryAfter ?? wait, time, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "On Telegram as @{Username}")]
        public static partial void Ready(ILogger logger, string username);

        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram's privacy mode is on: in groups the bot may only see commands and replies to it. Turn it off with BotFather (/setprivacy), or make the bot an administrator, for mentions")]
        public static partial void PrivacyMode(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refuses Telegram:Token; the bot runs on without Telegram. {Problem}")]
        public static partial void TokenRefused(ILogger logger, string problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram can't be reached, the next try is in {Wait}: {Problem}")]
        public static partial void NotReached(ILogger logger, string problem, TimeSpan wait);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The menus of commands could not be set: {Problem}")]
        public static partial void NoMenus(ILogger logger, string problem);
    }
}
