using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.TestServers;

/// <summary>
/// A Bot API server in memory that speaks the part of the API which the product uses, strictly: an unknown field is refused, limits
/// are counted and errors worded as Telegram's. Tests act as people (<see cref="Say"/>, <see cref="Press"/> …) and read the chats
/// and the transcript.
/// </summary>
public sealed partial class LoopbackTelegram : IAsyncDisposable
{
    public const string Token = "1234567890:AAloopback-Token_of-tests_0123456789";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _server;
    private readonly TelegramWorld _world;
    private readonly ConcurrentDictionary<Func<TelegramCall, TelegramRefusal?>, byte> _faults = new();
    private volatile Func<TelegramCall, CancellationToken, Task>? _hold;
    private WebhookDelivery? _webhook;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackTelegram(TimeProvider time)
    {
        _world = new TelegramWorld(time);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(LoopbackAddress.Any).ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>What goes into Telegram:BaseUrl.</summary>
    public string Url => _server.Urls.Single();

    /// <summary>The transcript: every call that came with the right token, in order.</summary>
    public ConcurrentQueue<TelegramCall> Calls { get; } = new();

    /// <summary>Of getMe; may be changed.</summary>
    public JsonObject Me => _world.Me;

    /// <summary>False: as a server that is older than sendMessageDraft.</summary>
    public bool TakesDrafts { get => _world.TakesDrafts; set => _world.TakesDrafts = value; }

    /// <summary>True: more than 30 messages a second, or 20 a minute in a group, are answered with 429.</summary>
    public bool EnforcesPace { get => _world.EnforcesPace; set => _world.EnforcesPace = value; }

    /// <summary>Updates that the bot has not confirmed.</summary>
    public int PendingUpdates => _world.Updates.Count;

    /// <summary>Deliveries to the webhook tried so far.</summary>
    public int WebhookAttempts => _webhook?.Attempts ?? 0;

    /// <summary>Menus by scope:chat:language.</summary>
    public ImmutableDictionary<string, JsonArray> Commands => Read(() => _world.Commands.ToImmutableDictionary());

    public static async Task<LoopbackTelegram> StartAsync(TimeProvider? time = null)
    {
        var server = new LoopbackTelegram(time ?? TimeProvider.System);
        await server._server.StartAsync();
        return server;
    }

    /// <summary>What people see of a text in parse mode HTML; throws where Telegram would refuse it.</summary>
    /// <param name="isTrimmed">As a whole message is.</param>
    public static string Visible(string html, bool isTrimmed = true) =>
        TelegramHtml.Parse(html).Text is var text && isTrimmed ? text.Trim() : text;

    /// <summary>Answers calls with a refusal wherever <paramref name="fault"/> gives one, until the result is disposed.</summary>
    public IDisposable Refuse(Func<TelegramCall, TelegramRefusal?> fault)
    {
        _faults[fault] = 0;
        return new Undo(() => _faults.TryRemove(fault, out _));
    }

    /// <summary>Refuses the next <paramref name="times"/> calls of a method.</summary>
    public IDisposable Refuse(string method, TelegramRefusal refusal, int times = 1)
    {
        var left = times;
        return Refuse(call => call.Method == method && Interlocked.Decrement(ref left) >= 0 ? refusal : null);
    }

    /// <summary>Lets calls wait for a task before they are answered, until the result is disposed.</summary>
    public IDisposable Hold(Func<TelegramCall, CancellationToken, Task> until)
    {
        _hold = until;
        return new Undo(() => _hold = null);
    }

    /// <summary>Waits until something is so, looking after every call and delivery; fails after 20 seconds with the transcript.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        while (true)
        {
            Task changed;
            lock (_world.Gate)
            {
                if (condition())
                    return;
                changed = _changed.Task;
            }
            try
            {
                await changed.WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"What the test waits for did not happen.\n{string.Join('\n', Calls)}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_webhook is not null)
            await _webhook.DisposeAsync();
        // Polls that wait would keep the server from stopping.
        _world.Updates.Terminate("the end of the test");
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var parts = (context.Request.Path.Value ?? "").Trim('/').Split('/');
        if (parts is not [var bot, var method] || !bot.StartsWith("bot", StringComparison.Ordinal) || !bot.Contains(':', StringComparison.Ordinal))
        {
            await WriteAsync(context, new TelegramRefusal(404, "Not Found"));
            return;
        }
        if (bot != $"bot{Token}")
        {
            await WriteAsync(context, new TelegramRefusal(401, "Unauthorized"));
            return;
        }
        TelegramCall? call = null;
        try
        {
            call = await CallReader.ReadAsync(context, method, _world.Time.GetUtcNow());
            Calls.Enqueue(call);
            if (_hold is { } hold)
                await hold(call, context.RequestAborted);
            var fault = _faults.Keys.Select(f => f(call)).FirstOrDefault(refusal => refusal is not null);
            if (fault is { Loss: not AnswerLoss.Answer })
                throw new TelegramRefusalException(fault);
            var result = await CarryOutAsync(call, context.RequestAborted);
            if (fault is not null)
                throw new TelegramRefusalException(fault);
            await context.Response.WriteAsJsonAsync(new JsonObject { ["ok"] = true, ["result"] = result }, context.RequestAborted);
        }
        catch (TelegramRefusalException e)
        {
            if (call is not null)
                (call.Code, call.Description) = (e.Refusal.Code, e.Refusal.Description);
            await WriteAsync(context, e.Refusal);
        }
        finally
        {
            if (call is not null)
                call.IsAnswered = true;
            Changed();
        }
    }

    private async Task<JsonNode> CarryOutAsync(TelegramCall call, CancellationToken cancellationToken)
    {
        switch (call.Method)
        {
            case "getUpdates":
                return await PollAsync(call, cancellationToken);
            case "setWebhook" or "deleteWebhook":
                await SetWebhookAsync(call);
                return true;
        }
        Func<TelegramWorld, TelegramCall, JsonNode> method = call.Method switch
        {
            "getMe" => (world, _) => world.Me.DeepClone(),
            "sendMessage" => BotApiMessages.Send,
            "sendPhoto" => BotApiMessages.SendPhoto,
            "sendMessageDraft" => BotApiMessages.Draft,
            "editMessageText" => BotApiMessages.EditText,
            "deleteMessage" => BotApiMessages.Delete,
            "sendChatAction" => BotApiMessages.Action,
            "answerCallbackQuery" => BotApiQueries.AnswerCallback,
            "answerInlineQuery" => BotApiQueries.AnswerInline,
            "setMyCommands" => BotApiQueries.SetCommands,
            "getChatMember" => BotApiQueries.Member,
            _ => throw new TelegramRefusalException(new(404, "Not Found: method not found")),
        };
        lock (_world.Gate)
            return method(_world, call);
    }

    private static async Task WriteAsync(HttpContext context, TelegramRefusal refusal)
    {
        if (refusal.Loss is not AnswerLoss.None)
        {
            context.Abort();
            return;
        }
        var body = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Description };
        if (refusal.RetryAfter is { } seconds)
            body["parameters"] = new JsonObject { ["retry_after"] = seconds };
        if (refusal.MigrateToChatId is { } chat)
            body["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chat };
        context.Response.StatusCode = refusal.Code;
        await context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }

    private void Changed()
    {
        lock (_world.Gate)
        {
            var changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.TrySetResult();
        }
    }

    private T Read<T>(Func<T> read)
    {
        lock (_world.Gate)
            return read();
    }

    private sealed class Undo(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
