using System.Diagnostics.CodeAnalysis;
using Xunit.Abstractions;

namespace Bot.Retrieval.Tests.Qdrant;

[SuppressMessage("Design", "CA1001", Justification = "The test runner calls DisposeAsync.")]
public sealed class QdrantEmbeddedIndexConformanceTests(ITestOutputHelper output) : EmbeddedIndexConformance
{
    private QdrantServer _server = null!; // set by InitializeAsync before any test runs

    public override async Task InitializeAsync()
    {
        output.WriteLine($"Runs against {QdrantServer.Description}.");
        _server = await QdrantServer.StartAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }

    private protected override async Task<IReportIndex> OpenAsync(IPassageEmbedder? embedder) => await _server.OpenAsync(embedder);

    private protected override async Task CloseAsync(IReportIndex index) => await ((QdrantReportIndex)index).DisposeAsync();
}
