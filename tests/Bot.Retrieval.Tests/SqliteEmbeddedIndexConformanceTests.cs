using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests;

[SuppressMessage("Design", "CA1001", Justification = "The test runner calls DisposeAsync.")]
public sealed class SqliteEmbeddedIndexConformanceTests : EmbeddedIndexConformance
{
    private readonly TemporaryFolder _folder = new();

    private protected override Task<IReportIndex> OpenAsync(IPassageEmbedder? embedder) => Task.FromResult<IReportIndex>(
        SqliteReportIndex.Open(_folder.Path, TimeProvider.System, NullLogger<SqliteReportIndex>.Instance, embedder));

    private protected override Task CloseAsync(IReportIndex index)
    {
        ((SqliteReportIndex)index).Dispose();
        return Task.CompletedTask;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
