using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests;

[SuppressMessage("Design", "CA1001", Justification = "The test runner calls DisposeAsync.")]
public sealed class SqliteReportIndexConformanceTests : ReportIndexConformance
{
    private readonly TemporaryFolder _folder = new();

    private protected override Task<IReportIndex> OpenAsync() => Task.FromResult<IReportIndex>(
        SqliteReportIndex.Open(_folder.Path, TimeProvider.System, NullLogger<SqliteReportIndex>.Instance));

    private protected override Task CloseAsync()
    {
        ((SqliteReportIndex)Index).Dispose();
        return Task.CompletedTask;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
