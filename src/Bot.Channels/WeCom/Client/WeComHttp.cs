using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Bot.Channels.WeCom;

/// <summary>The one way to WeCom's servers: one attempt per call, every failure a <see cref="WeComException"/>.</summary>
internal sealed class WeComHttp : IDisposable
{
    private readonly HttpClient _http;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    public WeComHttp(WeComOptions options, TimeProvider time)
    {
        Root = new Uri(options.BaseUrl.TrimEnd('/') + "/");
        _timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        _time = time;
        _http = new HttpClient(new SocketsHttpHandler
        {
            // Addresses hold tokens and keys, so calls make no activities: their tags would carry them into traces.
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            UseProxy = !Root.IsLoopback,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = _timeout,
            AutomaticDecompression = DecompressionMethods.All,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Where paths of the API begin.</summary>
    public Uri Root { get; }

    /// <exception cref="WeComException" />
    public Task<WireAnswer> GetAsync(Uri address, CancellationToken cancellationToken) => CallAsync(HttpMethod.Get, address, null, cancellationToken);

    /// <param name="json">UTF-8.</param>
    /// <exception cref="WeComException" />
    public Task<WireAnswer> PostAsync(Uri address, byte[] json, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, address, json, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<WireAnswer> CallAsync(HttpMethod method, Uri address, byte[]? json, CancellationToken cancellationToken)
    {
        var (call, server) = (NameOf(address), address.Authority);
        using var deadline = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            if (json is not null)
                request.Content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            var answer = await ReadAsync(call, server, (int)response.StatusCode, stream, either.Token);
            return answer.Errcode is 0 ? answer : throw WeComFailures.Of(call, answer.Errcode!.Value, answer.Errmsg ?? ""); // none was refused
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw WeComFailures.TimedOut(call, server);
        }
        // These end before the request is written; all others may have lost only the answer.
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            throw WeComFailures.Unreachable(call, server, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw WeComFailures.Lost(call, server, e);
        }
    }

    private static async Task<WireAnswer> ReadAsync(string call, string server, int status, Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(stream, WeComJson.Wire.WireAnswer, cancellationToken) is { Errcode: not null } answer
                ? answer
                : throw WeComFailures.BadAnswer(call, server, status, null);
        }
        catch (JsonException e)
        {
            throw WeComFailures.BadAnswer(call, server, status, e);
        }
    }

    // "message/send": what follows the question mark is secret.
    private static string NameOf(Uri address) => string.Join('/', address.AbsolutePath.Split('/').TakeLast(2)).TrimStart('/');
}
