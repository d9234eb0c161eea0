using Bot.Retrieval;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom;

/// <summary>
/// Lives in WeCom as an AI bot, by callbacks or through a connection of its own: goes on with what an earlier process left, works on what comes
/// in, announces new reports where it can speak first.
/// </summary>
internal sealed class AiBotWorker(
    ChatRooms rooms, StateDatabase state, ReportLinks links, IOptions<WeComOptions> options, TimeProvider time, ILoggerFactory loggers)
    : BackgroundService, ISoundness
{
    // Streams that are pushed hold a lane each, so there are many.
    private const int LanesAtOnce = 512;

    private readonly WeComOptions _options = options.Value;
    private readonly WeComSoundness _soundness = new("WeCom:Bot");
    private volatile AiBotIntake? _intake;

    public string? Problem => _soundness.Problem;

    /// <summary>Where callbacks go; null until what an earlier process left is under way.</summary>
    public AiBotIntake? Intake => _intake;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the others start meanwhile
        using var lanes = new ChatLanes(LanesAtOnce, stoppingToken);
        try
        {
            if (_options.Bot.UsesWebSocket)
                await ConnectAsync(lanes, stoppingToken);
            else
                await ListenAsync(lanes, stoppingToken);
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

    private async Task ListenAsync(ChatLanes lanes, CancellationToken stoppingToken)
    {
        using var http = new WeComHttp(_options, time);
        var board = new StreamBoard(time);
        using var room = RoomOf(board, new CallbackDelivery(board, new WeComPushClient(http), time), lanes);
        await room.ResumeAsync(stoppingToken);
        _intake = room.Intake;
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken);
    }

    private async Task ConnectAsync(ChatLanes lanes, CancellationToken stoppingToken)
    {
        var board = new StreamBoard(time);
        SocketIntake? intake = null;
        var connection = new AiBotConnection(
            _options.Bot, frame => intake!.TakeAsync(frame), _soundness, time, loggers.CreateLogger<AiBotConnection>()); // set below, before it is opened
        using var room = RoomOf(board, new SocketDelivery(board, connection, lanes, time, loggers.CreateLogger<SocketDelivery>()), lanes);
        intake = new SocketIntake(room.Intake, connection, lanes, loggers.CreateLogger<SocketIntake>(), stoppingToken);
        await room.ResumeAsync(stoppingToken);
        var telling = room.TellNewsAsync(stoppingToken);
        await connection.RunAsync(stoppingToken);
        await telling;
    }

    private AiBotRoom RoomOf(StreamBoard board, IAiBotDelivery delivery, ChatLanes lanes) =>
        new(rooms, state, links, _options.Access, _soundness, board, delivery, lanes, time, loggers);
}
