using Bot.TestServers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>
/// The server that the conformance suite runs against: a real one where QDRANT_URL is set (with QDRANT_API_KEY), in a collection of
/// its own that is deleted afterwards; else the loopback server.
/// </summary>
internal sealed class QdrantServer : IAsyncDisposable
{
    private readonly LoopbackQdrant? _loopback;

    private QdrantServer(LoopbackQdrant? loopback)
    {
        _loopback = loopback;
        Options = new QdrantOptions
        {
            Urls = loopback?.Url ?? RealUrl!, // one of the two is there
            ApiKey = loopback is null ? Environment.GetEnvironmentVariable("QDRANT_API_KEY") : null,
            Collection = $"test-{Guid.NewGuid():N}",
        };
    }

    /// <summary>For the suite's output.</summary>
    public static string Description => RealUrl is { } url ? $"the Qdrant at {url}" : "the loopback server (QDRANT_URL is not set)";

    public QdrantOptions Options { get; }

    private static string? RealUrl => Environment.GetEnvironmentVariable("QDRANT_URL") is { Length: > 0 } url ? url : null;

    public static async Task<QdrantServer> StartAsync() => new(RealUrl is null ? await LoopbackQdrant.StartAsync() : null);

    public Task<QdrantReportIndex> OpenAsync(IPassageEmbedder? embedder = null) =>
        QdrantReportIndex.OpenAsync(Options, TimeProvider.System, NullLogger<QdrantReportIndex>.Instance, CancellationToken.None, embedder);

    public async ValueTask DisposeAsync()
    {
        if (_loopback is not null)
        {
            await _loopback.DisposeAsync();
            return;
        }
        using var client = new QdrantClient(Options, TimeProvider.System);
        foreach (var model in (EmbeddingModel?[])[null, new EmbeddingModel("toy", 256), new EmbeddingModel("other", 64)])
            await client.DropAsync(new QdrantGeneration(Options.Collection, QdrantGeneration.CurrentFormat, model).Name, CancellationToken.None);
    }
}
