using Xunit.Abstractions;

namespace Bot.Retrieval.Tests.Qdrant;

public sealed class QdrantReportIndexConformanceTests(ITestOutputHelper output) : ReportIndexConformance
{
    private QdrantServer _server = null!; // set by InitializeAsync before any test runs

    /// <summary>Its name in the list of tests says which server all the others ran against.</summary>
    [SuiteFact]
    public async Task Suite_runs_against_a_server()
    {
        using var client = new QdrantClient(_server.Options, TimeProvider.System);

        var version = await client.VersionAsync(CancellationToken.None);

        output.WriteLine($"{version.Title} {version.Version}");
        version.Title.ShouldContain("qdrant");
        (await client.IsReadyAsync(CancellationToken.None)).ShouldBeTrue();
    }

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

    private protected override async Task<IReportIndex> OpenAsync() => await _server.OpenAsync();

    private protected override async Task CloseAsync() => await ((QdrantReportIndex)Index).DisposeAsync();

    private sealed class SuiteFactAttribute : FactAttribute
    {
        public SuiteFactAttribute() => DisplayName = $"The Qdrant conformance suite runs against {QdrantServer.Description}";
    }
}
