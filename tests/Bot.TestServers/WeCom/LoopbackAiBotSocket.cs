using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.TestServers;

/// <summary>
/// WeCom's side of an AI bot that connects by itself: lets it in, hands messages over, acknowledges what it sends, and can refuse, kick, lose
/// and forget. What WeCom would not take ends the test.
/// </summary>
public sealed class LoopbackAiBotSocket : IAsyncDisposable
{
    public const string BotId = "aib-loopback";
    public const string Secret = "loopback-socket_secret";

    private const int WrongCredentials = 853000;
    private const int UnknownRequest = 846605;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _server;
    private readonly Lock _gate = new();
    private readonly List<AiBotOrder> _orders = [];
    private readonly HashSet<string> _requests = [];
    private readonly SemaphoreSlim _writing = new(1, 1);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebSocket? _bot;
    private int _requestNumber;

    private LoopbackAiBotSocket(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        _server = builder.Build();
        _server.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        _server.Run(ServeAsync);
    }

    /// <summary>What goes into WeCom:Bot:WebSocketUrl.</summary>
    public string Url => _server.Urls.Single().Replace("http://", "ws://", StringComparison.Ordinal);

    /// <summary>What the bot sent, in order.</summary>
    public AiBotOrder[] Orders => Read(() => _orders.ToArray());

    /// <summary>Connections that were let in so far.</summary>
    public int Logins => Orders.Count(o => o is { Command: "aibot_subscribe", Code: 0 });

    /// <summary>Codes that orders are refused with; null: as it should be.</summary>
    public Func<AiBotOrder, int?> Refusal { get; set; } = _ => null;

    /// <summary>Orders that are carried out but not acknowledged.</summary>
    public Func<AiBotOrder, bool> Forgets { get; set; } = _ => false;

    /// <summary>What was wrong with what the bot sent; null: nothing.</summary>
    public string? Fault { get; private set; }

    /// <param name="url">Where an earlier one listened; null: anywhere.</param>
    public static async Task<LoopbackAiBotSocket> StartAsync(string? url = null)
    {
        var server = new LoopbackAiBotSocket(url?.Replace("ws://", "http://", StringComparison.Ordinal) ?? LoopbackAddress.Any);
        await server._server.StartAsync();
        return server;
    }

    /// <summary>Hands a message over; the name that its replies bear.</summary>
    public async Task<string> SayAsync(JsonObject message, string? request = null)
    {
        request ??= $"req-{Interlocked.Increment(ref _requestNumber)}";
        lock (_gate)
            _requests.Add(request);
        var command = message["event"] is null ? "aibot_msg_callback" : "aibot_event_callback";
        await SendAsync(_bot!, new JsonObject { ["cmd"] = command, ["headers"] = new JsonObject { ["req_id"] = request }, ["body"] = message.DeepClone() });
        return request;
    }

    /// <summary>Forgets which messages can be replied to, as after a new login.</summary>
    public void ForgetRequests()
    {
        lock (_gate)
            _requests.Clear();
    }

    /// <summary>Breaks the connection.</summary>
    public void Drop() => _bot!.Abort();

    /// <summary>Waits until an order fits; fails after 20 seconds with all there were.</summary>
    public async Task<AiBotOrder> OrderAsync(Func<AiBotOrder, bool> fits)
    {
        await UntilAsync(() => _orders.Exists(o => fits(o)));
        return Orders.First(fits);
    }

    /// <summary>Waits for the end of a stream.</summary>
    public Task<AiBotOrder> FinishAsync(string request) => OrderAsync(o => o.Request == request && o.IsFinished && o.Code == 0);

    public async Task UntilAsync(Func<bool> condition)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (Fault is not null)
                    throw new InvalidDataException(Fault);
                if (condition())
                    return;
                changed = _changed.Task;
            }
            try
            {
                await changed.WaitAsync(s_patience);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"What the test waits for did not happen.\n{string.Join('\n', Orders.AsEnumerable())}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _bot?.Abort();
        await _server.DisposeAsync();
        _writing.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        try
        {
            while (await ReadAsync(socket) is { } frame)
                await TakeAsync(socket, frame);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or Microsoft.AspNetCore.Connections.ConnectionAbortedException)
        {
            // Either side broke it.
        }
    }

    private async Task TakeAsync(WebSocket socket, JsonObject frame)
    {
        var order = new AiBotOrder((string)frame["cmd"]!, (string)frame["headers"]!["req_id"]!, frame["body"] as JsonObject, null);
        var code = CodeOf(order);
        var isForgotten = Forgets(order);
        if (!isForgotten)
        {
            await SendAsync(socket, new JsonObject
            {
                ["headers"] = new JsonObject { ["req_id"] = order.Request },
                ["errcode"] = code,
                ["errmsg"] = code == 0 ? "ok" : "refused",
            });
        }
        if (order.Command == "aibot_subscribe" && code == 0)
            await TakeOverAsync(socket);
        Note(order with { Code = isForgotten ? null : code });
    }

    private int CodeOf(AiBotOrder order)
    {
        if (Refusal(order) is { } refusal)
            return refusal;
        try
        {
            switch (order.Command)
            {
                case "aibot_subscribe":
                    return (string?)order.Body?["bot_id"] == BotId && (string?)order.Body["secret"] == Secret ? 0 : WrongCredentials;
                case "ping":
                    return 0;
                case "aibot_send_msg":
                    AiBotRules.Check(order.Body!);
                    return order.Body!["chatid"] is null ? 40008 : 0;
                default:
                    AiBotRules.Check(order.Body!);
                    return Read(() => _requests.Contains(order.Request)) ? 0 : UnknownRequest;
            }
        }
        catch (InvalidDataException e)
        {
            lock (_gate)
                Fault = $"{e.Message} in {order}";
            return 40058;
        }
    }

    // One connection per bot: the older one is told, and cut.
    private async Task TakeOverAsync(WebSocket socket)
    {
        var old = Interlocked.Exchange(ref _bot, socket);
        if (old is { State: WebSocketState.Open })
        {
            await SendAsync(old, new JsonObject { ["cmd"] = "aibot_event_callback", ["headers"] = new JsonObject { ["req_id"] = "kick" }, ["body"] = AiBotMessages.Disconnected() });
            await old.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
    }

    private void Note(AiBotOrder order)
    {
        lock (_gate)
        {
            _orders.Add(order);
            var changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.SetResult();
        }
    }

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    private async Task SendAsync(WebSocket socket, JsonObject frame)
    {
        await _writing.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }
    }

    private static async Task<JsonObject?> ReadAsync(WebSocket socket)
    {
        using var whole = new MemoryStream();
        var piece = new byte[64 * 1024];
        while (true)
        {
            var read = await socket.ReceiveAsync(piece, CancellationToken.None);
            if (read.MessageType is WebSocketMessageType.Close)
                return null;
            whole.Write(piece, 0, read.Count);
            if (read.EndOfMessage)
                return JsonSerializer.Deserialize<JsonObject>(whole.ToArray());
        }
    }
}
