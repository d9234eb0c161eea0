using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace Bot.Models;

/// <summary>
/// The official client, set up for any compatible server: its own retries and time limits off (ours know the budget),
/// no redirects (a key must not follow them), and no credential where none is configured.
/// </summary>
internal sealed class ModelConnection : IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpClientPipelineTransport _transport;
    private readonly AuthenticationPolicy _authentication;
    private readonly ModelEndpoint _endpoint;

    public ModelConnection(ModelEndpoint endpoint, string? apiKey)
    {
        _endpoint = endpoint;
        _authentication = string.IsNullOrEmpty(apiKey)
            ? new NoAuthentication()
            : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(apiKey));
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // A server that moved is found again though the bot runs for months.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Long enough for the few bytes after an answer's end, so that the connection is used again; short enough
            // that an answer nobody wants any more ends at the server too (the default keeps listening for 2 s and 1 MB).
            ResponseDrainTimeout = TimeSpan.FromMilliseconds(200),
            MaxResponseDrainSize = 4096,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _transport = new HttpClientPipelineTransport(_http);
    }

#pragma warning disable OPENAI001 // The constructors that take an authentication policy are marked experimental; no others allow for none.
    public ChatClient Chat() => new(_endpoint.Model, _authentication, Options());

    public EmbeddingClient Embeddings() => new(_endpoint.Model, _authentication, Options());
#pragma warning restore OPENAI001

    /// <summary>For one request: the body is read as it comes, and errors are ours to read.</summary>
    public static RequestOptions Request(CancellationToken cancellationToken) =>
        new() { BufferResponse = false, ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancellationToken };

    public void Dispose()
    {
        _transport.Dispose();
        _http.Dispose();
    }

    private OpenAIClientOptions Options() => new()
    {
        Endpoint = _endpoint.BaseUrl,
        Transport = _transport,
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        NetworkTimeout = Timeout.InfiniteTimeSpan,
    };

    private sealed class NoAuthentication : AuthenticationPolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
            ProcessNext(message, pipeline, currentIndex);

        public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
            ProcessNextAsync(message, pipeline, currentIndex);
    }
}
