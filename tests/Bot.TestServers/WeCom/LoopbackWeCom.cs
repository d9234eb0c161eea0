using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.TestServers;

/// <summary>
/// WeCom's servers in memory, strict: unknown fields are refused, bytes, tokens and the pace of webhooks are counted. Tests act as members
/// (<see cref="SayAsync"/>, <see cref="ClickAsync"/>) and read what arrived.
/// </summary>
public sealed partial class LoopbackWeCom : IAsyncDisposable
{
    public const string CorpId = "ww9f1e2d3c4b5a6978";
    public const int AgentId = 1000002;
    public const string Secret = "loopback-secret_of-tests";
    public const string Token = "loopbackToken1";
    public const string EncodingAesKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    private const int TokenSeconds = 7200;
    private const int WebhookPerMinute = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _server;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<WeComMessage> _messages = [];
    private readonly List<WeComCall> _calls = [];
    private readonly Dictionary<string, DateTimeOffset> _tokens = [];
    private readonly Dictionary<string, List<DateTimeOffset>> _pushes = [];
    private readonly HashSet<string> _used = [];
    private readonly Dictionary<string, int> _lost = [];
    private readonly ConcurrentDictionary<Func<string, WeComRefusal?>, byte> _faults = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackWeCom(TimeProvider time)
    {
        _time = time;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(LoopbackAddress.Any);
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>What goes into WeCom:BaseUrl.</summary>
    public string Url => _server.Urls.Single();

    /// <summary>Members that the app may write to; others are unknown.</summary>
    public HashSet<string> Members { get; } = ["zhangsan", "lisi"];

    /// <summary>Ids that are no member's any more: sends to them succeed, and name them as invalid.</summary>
    public HashSet<string> Departed { get; } = [];

    /// <summary>Keys of group webhooks that there are.</summary>
    public HashSet<string> Webhooks { get; } = [];

    /// <summary>What arrived, in order.</summary>
    public WeComMessage[] Messages => Read(() => _messages.ToArray());

    /// <summary>Every call, in order.</summary>
    public WeComCall[] Calls => Read(() => _calls.ToArray());

    public static async Task<LoopbackWeCom> StartAsync(TimeProvider? time = null)
    {
        var server = new LoopbackWeCom(time ?? TimeProvider.System);
        await server._server.StartAsync();
        return server;
    }

    public int CountOf(string call) => Read(() => _calls.Count(c => c.Name == call));

    /// <summary>Lets every access token expire, as when it was taken back.</summary>
    public void ExpireTokens()
    {
        lock (_gate)
        {
            foreach (var token in _tokens.Keys.ToList())
                _tokens[token] = DateTimeOffset.MinValue;
        }
    }

    /// <summary>Refuses the next calls of a name.</summary>
    public IDisposable Refuse(string call, int code, string message, int times = int.MaxValue)
    {
        var left = times;
        WeComRefusal? Fault(string name) => name == call && Interlocked.Decrement(ref left) >= 0 ? new WeComRefusal(code, message) : null;
        Func<string, WeComRefusal?> fault = Fault;
        _faults[fault] = 0;
        return new Undo(() => _faults.TryRemove(fault, out _));
    }

    /// <summary>Carries the next calls of a name out and says nothing, as when the connection breaks.</summary>
    public void LoseAnswers(string call, int times)
    {
        lock (_gate)
            _lost[call] = times;
    }

    /// <summary>Waits until something is so, looking after every call; fails after 20 seconds with the transcript.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
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
                throw new TimeoutException($"What the test waits for did not happen.\n{string.Join('\n', Calls.AsEnumerable())}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (name, query) = (NameOf(context.Request.Path), context.Request.QueryString.Value ?? "");
        JsonObject? body = null;
        var answer = new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok" };
        try
        {
            body = await ReadBodyAsync(context.Request);
            if (_faults.Keys.Select(f => f(name)).FirstOrDefault(f => f is not null) is { } fault)
                throw new WeComRefusalException(fault.Code, fault.Message);
            lock (_gate)
                CarryOut(name, context.Request, body, answer);
        }
        catch (WeComRefusalException e)
        {
            answer = new JsonObject { ["errcode"] = e.Code, ["errmsg"] = e.Message };
        }
        bool isLost;
        lock (_gate)
        {
            isLost = _lost.TryGetValue(name, out var left) && left > 0;
            if (isLost)
                _lost[name] = left - 1;
            _calls.Add(new WeComCall(name, query, body, (int)answer["errcode"]!)); // it always has one
            var changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.SetResult();
        }
        if (isLost)
            context.Abort();
        else
            await context.Response.WriteAsJsonAsync(answer);
    }

    private void CarryOut(string name, HttpRequest request, JsonObject? body, JsonObject answer)
    {
        switch (name)
        {
            case "gettoken":
                GiveToken(request, answer);
                break;
            case "message/send":
                CheckToken(request);
                Send(WeComFields.Of(body, "touser", "agentid", "msgtype", "text", "markdown", "enable_duplicate_check", "duplicate_check_interval"), answer);
                break;
            case "menu/create":
                CheckToken(request);
                WeComFields.Of(body, "button").CheckMenu();
                break;
            case "webhook/send":
                Push(request.Query["key"].ToString(), WeComFields.Of(body, "msgtype", "text", "markdown"));
                break;
            case var other when other.StartsWith("response/", StringComparison.Ordinal):
                Respond(other["response/".Length..], WeComFields.Of(body, "msgtype", "markdown", "template_card"));
                break;
            default:
                throw new WeComRefusalException(40066, "invalid url");
        }
    }

    private void GiveToken(HttpRequest request, JsonObject answer)
    {
        if (request.Query["corpid"] != CorpId)
            throw new WeComRefusalException(40013, "invalid corpid");
        if (request.Query["corpsecret"] != Secret)
            throw new WeComRefusalException(40001, "invalid credential");
        var token = $"token-{_tokens.Count + 1}-{new string('x', 200)}";
        _tokens[token] = _time.GetUtcNow().AddSeconds(TokenSeconds);
        answer["access_token"] = token;
        answer["expires_in"] = TokenSeconds;
    }

    private void CheckToken(HttpRequest request)
    {
        if (request.Query["access_token"] is not [{ Length: > 0 } token])
            throw new WeComRefusalException(41001, "access_token missing");
        if (!_tokens.TryGetValue(token, out var until))
            throw new WeComRefusalException(40014, "invalid access_token");
        if (until <= _time.GetUtcNow())
            throw new WeComRefusalException(42001, "access_token expired");
    }

    private void Send(WeComFields fields, JsonObject answer)
    {
        if (fields.Number("agentid") != AgentId)
            throw new WeComRefusalException(301002, "not allow operate another agent with this accesstoken");
        var (type, text) = fields.Content(most: 2048);
        string[] to = fields.Text("touser").Split('|');
        if (!to.Any(Members.Contains) && !to.Any(Departed.Contains))
            throw new WeComRefusalException(81013, "user & party & tag all invalid");
        answer["invaliduser"] = string.Join('|', to.Where(user => !Members.Contains(user)));
        answer["msgid"] = $"msg-{_messages.Count + 1}";
        foreach (var user in to.Where(Members.Contains))
        {
            // Dropped where it is asked for, without a word.
            if (fields.Has("enable_duplicate_check") && _messages.Contains(new WeComMessage(user, type, text)))
                continue;
            _messages.Add(new WeComMessage(user, type, text));
        }
    }

    private void Push(string key, WeComFields fields)
    {
        if (!Webhooks.Contains(key))
            throw new WeComRefusalException(93000, "invalid webhook url");
        var pushes = _pushes.TryGetValue(key, out var known) ? known : _pushes[key] = [];
        if (pushes.Count(at => _time.GetUtcNow() - at < TimeSpan.FromMinutes(1)) >= WebhookPerMinute)
            throw new WeComRefusalException(45009, "api freq out of limit");
        var (type, text) = fields.Content(most: fields.Text("msgtype") == "text" ? 2048 : 4096);
        pushes.Add(_time.GetUtcNow());
        _messages.Add(new WeComMessage(key, type, text));
    }

    private void Respond(string id, WeComFields fields)
    {
        if (!_used.Add(id))
            throw new WeComRefusalException(93000, "invalid response url");
        var (type, text) = fields.Content(most: 20480);
        _messages.Add(new WeComMessage(id, type, text));
    }

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    private static string NameOf(PathString path) =>
        (path.Value ?? "").Replace("/cgi-bin/", "", StringComparison.Ordinal).Trim('/');

    private static async Task<JsonObject?> ReadBodyAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
            return null;
        using var reader = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return JsonNode.Parse(await reader.ReadToEndAsync()) as JsonObject ?? throw new WeComRefusalException(47001, "data format error");
    }

    private sealed class Undo(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
