using System.Globalization;
using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.WeCom;

/// <summary>
/// Keeps the AI bot connected (https://developer.work.weixin.qq.com/document/path/101463): signs in, pings, connects again where the
/// connection broke, and stops where that would do harm: another connection took over, or the credentials are refused again and again.
/// </summary>
/// <param name="take">Told of messages and events; quick.</param>
internal sealed partial class AiBotConnection(
    WeComBotOptions options, Func<SocketFrame, Task> take, WeComSoundness soundness, TimeProvider time, ILogger<AiBotConnection> logger)
{
    private const int MostRefusals = 5;
    private const int MostMissedPings = 2;

    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pingEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_connecting = TimeSpan.FromSeconds(15);

    private readonly Uri _address = new(options.WebSocketUrl);
    private volatile AiBotSocket? _ready;

    /// <summary>Sends an order through the connection there is.</summary>
    /// <exception cref="DeliveryException">There is none, or it broke.</exception>
    public Task<SocketFrame> OrderAsync(string command, string requestId, AiBotBody? body, CancellationToken cancellationToken) => _ready is { } socket
        ? socket.OrderAsync(new SocketOrder(command, new(requestId), body), cancellationToken)
        : throw DeliveryException.NotNow("there is no connection to WeCom");

    /// <summary>Stays connected until it is cancelled, or has to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (wait, refusals) = (s_firstWait, 0);
        while (true)
        {
            var end = await LiveAsync(cancellationToken);
            if (end.IsTakenOver)
            {
                soundness.Note("另一个连接占用了这个机器人，已停止；确认只运行一个实例后重启 / another connection of this bot took over; stopped. Run one instance only, then restart");
                Log.TakenOver(logger);
                return;
            }
            (refusals, wait) = (end.Refusal is null ? 0 : refusals + 1, end.WasReady ? s_firstWait : wait);
            if (refusals == MostRefusals)
            {
                soundness.Note($"企业微信拒绝登录（{end.Refusal}），已停止；请核对 WeCom:Bot:BotId 与 WeCom:Bot:Secret 后重启 / WeCom refuses the login; stopped. Check BotId and Secret, then restart");
                Log.Refused(logger, end.Refusal!); // that is what was counted
                return;
            }
            soundness.Note(end.Refusal is null ? "长连接断开，正在重连 / the connection is down; connecting again" : $"企业微信拒绝登录（{end.Refusal}） / WeCom refuses the login");
            Log.Waiting(logger, wait, end.Refusal ?? "not connected");
            await Task.Delay(wait * (0.75 + (Random.Shared.NextDouble() / 2)), time, cancellationToken);
            wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait;
        }
    }

    private async Task<ConnectionEnd> LiveAsync(CancellationToken cancellationToken)
    {
        using var client = new ClientWebSocket();
        client.Options.KeepAliveInterval = TimeSpan.Zero; // the protocol has pings of its own
        if (_address.IsLoopback)
            client.Options.Proxy = null;
        if (!await TryConnectAsync(client, cancellationToken))
            return default;
        using var socket = new AiBotSocket(client, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var isTakenOver = false;
        var letIn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var receiving = socket.ReceiveAsync(
            async frame =>
            {
                if (frame.Body?.Event?.EventType == "disconnected_event")
                {
                    isTakenOver = true;
                    await ended.CancelAsync();
                    return;
                }
                // WeCom hands over what waits as soon as it lets the bot in; a reply needs the connection to be noted.
                await letIn.Task.WaitAsync(ended.Token);
                await take(frame);
            },
            ended.Token);
        string? refusal = null;
        var wasReady = false;
        try
        {
            refusal = await SubscribeAsync(socket, ended.Token);
            if (refusal is null)
            {
                (_ready, wasReady) = (socket, true);
                letIn.SetResult();
                soundness.Note(null);
                Log.Ready(logger);
                await PingAsync(socket, receiving, ended.Token);
            }
        }
        catch (DeliveryException)
        {
            // No answer to the login.
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Taken over, or the program ends.
        }
        finally
        {
            _ready = null;
            await ended.CancelAsync();
            client.Abort();
            await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (receiving.Exception is { } failure)
            Log.NotTaken(logger, failure);
        cancellationToken.ThrowIfCancellationRequested();
        return new ConnectionEnd(wasReady, refusal, isTakenOver);
    }

    private async Task<bool> TryConnectAsync(ClientWebSocket client, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(s_connecting, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await client.ConnectAsync(_address, either.Token);
            return true;
        }
        catch (Exception e) when (e is WebSocketException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NotReached(logger, options.WebSocketUrl, e.Message);
            return false;
        }
    }

    // Null: let in.
    private async Task<string?> SubscribeAsync(AiBotSocket socket, CancellationToken cancellationToken)
    {
        var order = new SocketOrder(
            SocketOrder.Subscribe, new(AiBotSocket.NewName(SocketOrder.Subscribe)), new AiBotBody { BotId = options.BotId, Secret = options.Secret });
        var answer = await socket.OrderAsync(order, cancellationToken);
        return answer.ErrorCode is null or 0 ? null : answer.ErrorCode.Value.ToString(CultureInfo.InvariantCulture);
    }

    // Until the connection ends or is found dead.
    private async Task PingAsync(AiBotSocket socket, Task receiving, CancellationToken cancellationToken)
    {
        for (var missed = 0; missed < MostMissedPings;)
        {
            await receiving.WaitAsync(s_pingEvery, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            if (receiving.IsCompleted)
                return;
            try
            {
                await socket.OrderAsync(new SocketOrder(SocketOrder.Ping, new(AiBotSocket.NewName(SocketOrder.Ping)), null), cancellationToken);
                missed = 0;
            }
            catch (DeliveryException)
            {
                missed++;
            }
        }
        Log.Dead(logger);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Connected to WeCom as AI bot")]
        public static partial void Ready(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "WeCom's {Url} can't be reached: {Problem}")]
        public static partial void NotReached(ILogger logger, string url, string problem);

        [LoggerMessage(Level = LogLevel.Error, Message = "A message could not be taken in; WeCom delivers it again")]
        public static partial void NotTaken(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "WeCom's pings are not answered; the connection is given up")]
        public static partial void Dead(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The AI bot's connection ended ({Problem}); the next try is in about {Wait}")]
        public static partial void Waiting(ILogger logger, TimeSpan wait, string problem);

        [LoggerMessage(Level = LogLevel.Error, Message = "Another connection of the same AI bot took over; this one stays away until a restart")]
        public static partial void TakenOver(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "WeCom refuses the AI bot's login ({Code}); no further try until a restart")]
        public static partial void Refused(ILogger logger, string code);
    }
}
