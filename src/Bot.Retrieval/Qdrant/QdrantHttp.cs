using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Retrieval;

/// <summary>
/// The one way to Qdrant: turns to the next node when one is down, slow or without the data (503), waits as long as 429 asks, tries
/// again what may pass (408, 5xx). Every request of ours can be repeated: points have ids of their own, and deleting twice deletes once.
/// </summary>
internal sealed class QdrantHttp : IDisposable
{
    /// <summary>Requests that people wait for go over the nodes this many times.</summary>
    public const int Rounds = 3;

    private const int LongestError = 4096;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    // A server that asks for more is told on: the caller decides.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly QdrantNodes _nodes;
    private readonly QdrantFailures _failures;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    private readonly record struct Outcome<T>(T? Value, QdrantException? Failure, Remedy Remedy, TimeSpan? Wait);

    private enum Remedy
    {
        None,
        OtherNode,
        Again,
    }

    public QdrantHttp(QdrantOptions options, TimeProvider time)
    {
        (_timeout, _time) = (options.Timeout, time);
        _nodes = new QdrantNodes(options.Addresses, time);
        _failures = new QdrantFailures(options.ApiKey, _timeout);
        // No proxy and no redirect: the key goes to the addresses configured and nowhere else.
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All,
        })
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        if (!string.IsNullOrEmpty(options.ApiKey))
            _http.DefaultRequestHeaders.Add("api-key", options.ApiKey);
    }

    /// <param name="body">JSON; null: none.</param>
    /// <param name="rounds">How often the nodes are gone over before the failure is final.</param>
    /// <exception cref="QdrantException">What the last attempt failed of.</exception>
    public async Task<T> SendAsync<T>(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, JsonTypeInfo<T> answer, CancellationToken cancellationToken, int rounds = Rounds)
    {
        for (var round = 1; ; round++)
        {
            var outcome = await TryNodesAsync(method, path, body, answer, cancellationToken);
            if (outcome.Failure is null)
                return outcome.Value!; // an outcome has either
            var wait = outcome.Wait ?? FirstPause * (1 << (round - 1));
            if (outcome.Remedy is Remedy.None || round >= rounds || wait > LongestWait)
                throw outcome.Failure;
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    /// <summary>True when a node says that all of its shards are ready; asks each once.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        foreach (var node in _nodes.InOrder())
        {
            using var deadline = new CancellationTokenSource(_timeout, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            try
            {
                using var response = await _http.GetAsync(new Uri(_nodes[node], "readyz"), either.Token);
                if (response.IsSuccessStatusCode)
                    return true;
            }
            catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // The next node may be ready.
            }
        }
        return false;
    }

    public void Dispose() => _http.Dispose();

    private async Task<Outcome<T>> TryNodesAsync<T>(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        Outcome<T> outcome = default;
        foreach (var node in _nodes.InOrder())
        {
            outcome = await TryAsync(_nodes[node], method, path, body, answer, cancellationToken);
            if (outcome.Remedy is not Remedy.OtherNode)
            {
                _nodes.NoteWell(node);
                return outcome;
            }
            _nodes.NoteIll(node);
        }
        return outcome;
    }

    private async Task<Outcome<T>> TryAsync<T>(
        Uri node, HttpMethod method, string path, ReadOnlyMemory<byte>? body, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(node, path));
            if (body is { } json)
                request.Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
                return await RefusalAsync<T>(node, response, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            var value = await JsonSerializer.DeserializeAsync(stream, answer, either.Token);
            return value is null ? new(default, QdrantFailures.BadAnswer(node, null), Remedy.None, null) : new(value, null, Remedy.None, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(default, _failures.TimedOut(node), Remedy.OtherNode, null);
        }
        catch (JsonException e)
        {
            return new(default, QdrantFailures.BadAnswer(node, e), Remedy.None, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(default, QdrantFailures.Unreachable(node, e), Remedy.OtherNode, null);
        }
    }

    private async Task<Outcome<T>> RefusalAsync<T>(Uri node, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var failure = _failures.Of(response.StatusCode, await ErrorOfAsync(response, cancellationToken), node);
        return failure.Kind switch
        {
            QdrantFailureKind.Unavailable => new(default, failure, Remedy.OtherNode, null),
            QdrantFailureKind.RateLimited => new(default, failure, Remedy.Again, WaitOf(response)),
            QdrantFailureKind.Timeout or QdrantFailureKind.ServerFault => new(default, failure, Remedy.Again, null),
            _ => new(default, failure, Remedy.None, null),
        };
    }

    private TimeSpan? WaitOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } after ? null
        : after.Delta ?? (after.Date is { } date ? TimeSpan.FromTicks(Math.Max(0, (date - _time.GetUtcNow()).Ticks)) : null);

    // {"status":{"error":"…"}}, or plain text where a wrong key or a proxy speaks.
    private static async Task<string> ErrorOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestError];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(buffer.AsMemory(0, length));
            return json.RootElement.GetProperty("status").GetProperty("error").GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }
}
