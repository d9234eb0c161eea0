using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Answers.Tests.Answering;

/// <summary>Made-up reports, read and indexed by the real parts, and an answerer over them.</summary>
/// <param name="reports">File name and text of each.</param>
public abstract class IndexedReports(params (string Name, string Text)[] reports) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("answers-").FullName;
    private SqliteReportIndex? _index;

    // The index is there once the fixture is initialised, which xunit does before any test.
    public Answerer Answerer(int year = 2026) => new(_index!, new FixedYear(year));

    public Matchmaker Matchmaker(int year = 2026) => new(_index!, new FixedYear(year));

    public async Task InitializeAsync()
    {
        _index = SqliteReportIndex.Open(Path.Combine(_folder, "data"), TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);
        foreach (var (name, text) in reports)
        {
            var path = Path.Combine(_folder, name);
            await File.WriteAllTextAsync(path, text);
            var outcome = await new CorpusReader().ReadAsync(path, CancellationToken.None);
            var report = Described(outcome.ShouldBeOfType<ReadOutcome.Success>().Report);
            await _index.ReplaceAsync(report, name, CancellationToken.None);
        }
    }

    /// <summary>The report as an operator's notes on its source would have it.</summary>
    protected virtual Report Described(Report report) => report;

    public Task DisposeAsync()
    {
        _index?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private sealed class FixedYear(int year) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(year, 6, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
