using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.TestServers;

/// <summary>
/// An OpenAI-compatible server on this machine that answers as the test tells it to:
/// <c>server.Chat.Enqueue(Script.Text("…"))</c>, <c>server.Chat.Always(request =&gt; …)</c>. Embeddings are
/// <see cref="BigramEmbedding"/>s unless scripted. It is strict about what it gets.
/// </summary>
public sealed class ScriptedModelServer : IAsyncDisposable
{
    private readonly ScriptedModelServerOptions _options;
    private readonly WebApplication _application;
    private int _refused;
    private int _connections;

    private ScriptedModelServer(ScriptedModelServerOptions options)
    {
        _options = options;
        Chat = new(_ => Script.Error(StatusCodes.Status418ImATeapot, "The test gave no script for this request."));
        Embeddings = new(_ => EmbeddingReply.Script(options));

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(LoopbackAddress.Any).ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(
            endpoint => endpoint.Use(next => connection =>
            {
                Interlocked.Increment(ref _connections);
                return next(connection);
            })));
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public ScriptedEndpoint Chat { get; }

    public ScriptedEndpoint Embeddings { get; }

    /// <summary>What goes into Model:…:BaseUrl: http://127.0.0.1:port/v1.</summary>
    public string BaseUrl => $"{_application.Urls.Single()}/v1";

    /// <summary>Requests answered with 400 because they broke a rule; they never reached a script.</summary>
    public int RefusedRequests => Volatile.Read(ref _refused);

    /// <summary>Connections that were opened to this server so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public static async Task<ScriptedModelServer> StartAsync(ScriptedModelServerOptions? options = null)
    {
        var server = new ScriptedModelServer(options ?? new());
        await server._application.StartAsync();
        return server;
    }

    /// <summary>The vectors in reverse order, each under its right index.</summary>
    public Script ReversedEmbeddings() => EmbeddingReply.Script(_options, vectors => vectors.Reverse());

    /// <summary>The vectors in order, without saying which is which.</summary>
    public Script UnnumberedEmbeddings() => EmbeddingReply.Script(_options, vectors => vectors.Select(v => ((int?)null, v.Vector)));

    /// <summary>Vectors of another length than any that was asked for.</summary>
    public Script EmbeddingsOf(int dimensions) => EmbeddingReply.Script(_options, vectors => vectors.Select(v => (v.Index, v.Vector[..dimensions])));

    /// <summary>One vector fewer than texts.</summary>
    public Script OneEmbeddingTooFew() => EmbeddingReply.Script(_options, vectors => vectors.Skip(1));

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private Task AnswerAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value) switch
    {
        _ when _options.ApiKey is { } key && context.Request.Headers.Authorization != $"Bearer {key}" => RefuseKeyAsync(context),
        ("POST", "/v1/chat/completions") => AnswerAsync(context, Chat, RequestRules.BrokenByChat),
        ("POST", "/v1/embeddings") => AnswerAsync(context, Embeddings, RequestRules.BrokenByEmbeddings),
        ("GET", "/v1/models") => context.Response.WriteAsJsonAsync(
            new { @object = "list", data = _options.Models.Select(id => new { id, @object = "model", created = 1, owned_by = "tests" }) }),
        _ => ErrorReply.WriteAsync(context, StatusCodes.Status404NotFound, $"Invalid URL ({context.Request.Method} {context.Request.Path})", null),
    };

    private async Task AnswerAsync(
        HttpContext context, ScriptedEndpoint endpoint, Func<JsonElement, ScriptedModelServerOptions, string?> broken)
    {
        var body = await ReadBodyAsync(context);
        if (broken(body, _options) is { } rule)
        {
            Interlocked.Increment(ref _refused);
            await ErrorReply.WriteAsync(context, StatusCodes.Status400BadRequest, rule, "unsupported_parameter");
            return;
        }
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = context.RequestAborted.Register(() => aborted.TrySetResult());
        var request = new ScriptedRequest(body, (string?)context.Request.Headers.Authorization, aborted.Task);
        var script = _options.Models.IsEmpty || _options.Models.Contains(request.Model)
            ? endpoint.Take(request)
            : Script.Error(StatusCodes.Status404NotFound, $"The model `{request.Model}` does not exist or you do not have access to it.", "model_not_found");
        try
        {
            await script.PlayAsync(context, request);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            aborted.TrySetResult();
        }
    }

    private static async Task<JsonElement> ReadBodyAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static Task RefuseKeyAsync(HttpContext context)
    {
        var sent = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        return ErrorReply.WriteAsync(
            context, StatusCodes.Status401Unauthorized, $"Incorrect API key provided: {sent}. You can find your API key in your account.", "invalid_api_key");
    }
}
