using System.Diagnostics.CodeAnalysis;
using Bot.Corpus;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>The five reports in both kinds of index.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The test runner calls DisposeAsync.")]
public sealed class BothIndexes : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder _folder = new();
    private SqliteReportIndex _sqlite = null!; // set by InitializeAsync before any test runs
    private QdrantServer _server = null!; // likewise
    private QdrantReportIndex _qdrant = null!; // likewise

    public IReportIndex Sqlite => _sqlite;

    public IReportIndex Qdrant => _qdrant;

    public async Task InitializeAsync()
    {
        _sqlite = SqliteReportIndex.Open(_folder.Path, TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);
        _server = await QdrantServer.StartAsync();
        _qdrant = await _server.OpenAsync();
        var reader = new CorpusReader(SourcesFile.Empty);
        foreach (var file in Directory.GetFiles(Seeds(), "*.txt"))
        {
            var report = (await reader.ReadAsync(file, None)).ShouldBeOfType<ReadOutcome.Success>().Report;
            foreach (var index in (IReportIndex[])[_sqlite, _qdrant])
                await index.ReplaceAsync(report, Path.GetFileName(file), None);
        }
    }

    public async Task DisposeAsync()
    {
        await _qdrant.DisposeAsync();
        await _server.DisposeAsync();
        _sqlite.Dispose();
        _folder.Dispose();
    }

    private static string Seeds()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Bot.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "seeds");
    }
}
