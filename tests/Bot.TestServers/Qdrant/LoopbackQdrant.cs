using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bot.TestServers;

/// <summary>
/// A node of Qdrant in memory that speaks that part of the REST API of 1.18 which the product uses, strictly: an unknown field is
/// refused, a change made without <c>wait=true</c> is not seen before <see cref="Flush"/>, an unsaid limit is 10, an unsaid k is 2,
/// and equal scores come in an order of no use.
/// </summary>
public sealed class LoopbackQdrant : IAsyncDisposable
{
    private const int LargestBody = 32 << 20;

    private readonly WebApplication _server;
    private readonly LoopbackCluster _cluster;
    private readonly ConcurrentDictionary<Func<QdrantRequest, Refusal?>, byte> _faults = new();
    private volatile Func<QdrantRequest, CancellationToken, Task>? _hold;

    private LoopbackQdrant(LoopbackCluster cluster)
    {
        _cluster = cluster;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(LoopbackAddress.Any).ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Without a slash at its end.</summary>
    public string Url => _server.Urls.Single();

    /// <summary>Asked for by every call but <c>/</c> and <c>/readyz</c>; null: none.</summary>
    public string? ApiKey { get; set; }

    public bool IsReady { get; set; } = true;

    /// <summary>Every request so far, in the order of arrival.</summary>
    public ConcurrentQueue<QdrantRequest> Requests { get; } = new();

    public IReadOnlyDictionary<string, string> Aliases
    {
        get
        {
            lock (_cluster.Gate)
                return new Dictionary<string, string>(_cluster.Aliases);
        }
    }

    public string[] Collections
    {
        get
        {
            lock (_cluster.Gate)
                return [.. _cluster.Names];
        }
    }

    public static Task<LoopbackQdrant> StartAsync() => StartAsync(new LoopbackCluster());

    /// <summary>Another node of the same cluster: what is stored through one is found through the other.</summary>
    public Task<LoopbackQdrant> StartReplicaAsync() => StartAsync(_cluster);

    /// <summary>Answers requests with a refusal wherever <paramref name="fault"/> gives one, until the result is disposed.</summary>
    public IDisposable Refuse(Func<QdrantRequest, Refusal?> fault)
    {
        _faults[fault] = 0;
        return new Undo(() => _faults.TryRemove(fault, out _));
    }

    /// <summary>Refuses the next <paramref name="times"/> requests that fit.</summary>
    public IDisposable Refuse(Refusal refusal, int times = int.MaxValue, Func<QdrantRequest, bool>? which = null)
    {
        var left = times;
        return Refuse(request => (which is null || which(request)) && Interlocked.Decrement(ref left) >= 0 ? refusal : null);
    }

    /// <summary>Lets requests wait for a task before they are answered, until the result is disposed.</summary>
    public IDisposable Hold(Func<QdrantRequest, CancellationToken, Task> until)
    {
        _hold = until;
        return new Undo(() => _hold = null);
    }

    /// <summary>Makes changes that nobody waited for visible.</summary>
    public void Flush()
    {
        lock (_cluster.Gate)
            foreach (var name in _cluster.Names.ToList())
                _cluster[name].Flush();
    }

    /// <summary>The payloads of all visible points of a collection.</summary>
    public JsonElement[] Payloads(string collection)
    {
        lock (_cluster.Gate)
            return [.. _cluster[collection].Points.Select(p => p.Payload)];
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task<LoopbackQdrant> StartAsync(LoopbackCluster cluster)
    {
        var server = new LoopbackQdrant(cluster);
        await server._server.StartAsync();
        return server;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var request = new QdrantRequest(context.Request.Method, path + context.Request.QueryString, await reader.ReadToEndAsync(context.RequestAborted));
        Requests.Enqueue(request);
        if (_hold is { } hold)
            await hold(request, context.RequestAborted);
        if (_faults.Keys.Select(fault => fault(request)).FirstOrDefault(refusal => refusal is not null) is { } refused)
        {
            await RefuseAsync(context, refused);
            return;
        }
        try
        {
            await AnswerAsync(context, request, path);
        }
        catch (RefusalException e)
        {
            await RefuseAsync(context, e.Refusal);
        }
        catch (JsonException e)
        {
            await RefuseAsync(context, new Refusal(400, $"Format error in JSON body: {e.Message}"));
        }
    }

    private async Task AnswerAsync(HttpContext context, QdrantRequest request, string path)
    {
        if (path == "/")
        {
            await context.Response.WriteAsJsonAsync(new { title = "qdrant - vector search engine", version = "1.18.0", commit = "0" });
            return;
        }
        if (path == "/readyz")
        {
            context.Response.StatusCode = IsReady ? 200 : 503;
            await context.Response.WriteAsync(IsReady ? "all shards are ready" : "some shards are not ready");
            return;
        }
        if (ApiKey is not null && context.Request.Headers["api-key"] != ApiKey)
            throw new RefusalException(401, "Invalid API key or JWT", isPlain: true);
        if (request.Bytes > LargestBody)
            throw new RefusalException(413, $"JSON payload ({request.Bytes} bytes) is larger than allowed (limit: {LargestBody} bytes).");

        bool? waits = context.Request.Query["wait"].ToString() switch
        {
            "" => null,
            "true" => true,
            "false" => false,
            var other => throw new RefusalException(400, $"Query deserialize error: wait={other}"),
        };
        using var body = request.Body.Length == 0 ? null : JsonDocument.Parse(request.Body);
        byte[] answer;
        lock (_cluster.Gate)
        {
            var result = QdrantCalls.Run(request.Method, path.Trim('/').Split('/'), waits, body?.RootElement ?? default, _cluster);
            answer = JsonSerializer.SerializeToUtf8Bytes(new { result, status = "ok", time = 0.001 });
        }
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private static async Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        if (refusal.Drops)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = $"{seconds}";
        if (refusal.IsPlain)
            await context.Response.WriteAsync(refusal.Text);
        else
            await context.Response.WriteAsJsonAsync(new { status = new { error = refusal.Text }, time = 0.001 });
    }

    private sealed class Undo(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
