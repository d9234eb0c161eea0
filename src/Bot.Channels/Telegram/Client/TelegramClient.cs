using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Channels.Telegram;

/// <summary>
/// The one way to Telegram: one attempt per request, every failure a <see cref="TelegramException"/>. Nothing is repeated here, as
/// most requests would be carried out twice.
/// </summary>
internal sealed class TelegramClient : ITelegramBotClient, IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _root;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly TelegramFailures _failures;

    /// <exception cref="ArgumentException">There is no token.</exception>
    public TelegramClient(TelegramOptions options, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(options.Token);
        var server = new Uri(options.BaseUrl.TrimEnd('/') + "/");
        // Joined as text: a relative "bot123:…" would be read as an address of the scheme bot123.
        _root = new Uri($"{server.AbsoluteUri}bot{options.Token}/");
        _timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        _time = time;
        _failures = new TelegramFailures(options.Token, server, _timeout);
        _http = new HttpClient(new SocketsHttpHandler
        {
            // The path holds the token, so requests make no activities: their tags would carry it into traces.
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            UseProxy = !server.IsLoopback,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = _timeout,
            AutomaticDecompression = DecompressionMethods.All,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<TResponse> SendRequest<TResponse>(RequestBase<TResponse> request, CancellationToken cancellationToken)
    {
        var method = request.MethodName;
        using var deadline = new CancellationTokenSource(_timeout + request.ServerWait, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(_root, method)) { Content = Body(request) };
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            return await ReadAsync<TResponse>(method, (int)response.StatusCode, stream, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw _failures.TimedOut(method);
        }
        catch (HttpRequestException e)
        {
            throw _failures.Of(method, e);
        }
        catch (IOException e)
        {
            throw _failures.Lost(method, e);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<TResponse> ReadAsync<TResponse>(string method, int status, Stream stream, CancellationToken cancellationToken)
    {
        ApiResponse<TResponse>? answer;
        try
        {
            var type = (JsonTypeInfo<ApiResponse<TResponse>>)TelegramJson.Wire.GetRequiredTypeInfo(typeof(ApiResponse<TResponse>));
            answer = await JsonSerializer.DeserializeAsync(stream, type, cancellationToken);
        }
        catch (JsonException e)
        {
            throw _failures.BadAnswer(method, status, e);
        }
        return answer switch
        {
            { Ok: true, Result: { } result } => result,
            { Ok: false } => throw _failures.Of(method, answer.ErrorCode ?? status, answer.Description ?? "", answer.Parameters),
            _ => throw _failures.BadAnswer(method, status, null),
        };
    }

    private static HttpContent Body<TResponse>(RequestBase<TResponse> request)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(request, TelegramJson.Wire.GetRequiredTypeInfo(request.GetType()));
        return request.File is { } file
            ? MultipartBody.Of(json, file)
            : new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
