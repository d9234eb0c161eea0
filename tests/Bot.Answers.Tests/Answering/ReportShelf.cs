using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Answers.Tests.Answering;

/// <summary>Reports of a test's own, read and indexed by the real parts.</summary>
public sealed class ReportShelf : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shelf-").FullName;

    private ReportShelf() =>
        Index = SqliteReportIndex.Open(Path.Combine(_folder, "data"), TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);

    public SqliteReportIndex Index { get; }

    /// <summary>Each text becomes a report of its own, named 1, 2, ….</summary>
    public static async Task<ReportShelf> OfAsync(params string[] texts)
    {
        var shelf = new ReportShelf();
        for (var i = 0; i < texts.Length; i++)
        {
            var path = Path.Combine(shelf._folder, $"{i + 1}.txt");
            await File.WriteAllTextAsync(path, texts[i]);
            await shelf.AddAsync(path, null);
        }

        return shelf;
    }

    /// <summary>The reports that the product comes with.</summary>
    public static async Task<ReportShelf> OfSeedsAsync()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The solution is not above the tests.");
        var seeds = Path.Combine(folder.FullName, "seeds");
        var sources = await SourcesFile.LoadAsync(seeds, CancellationToken.None);
        var shelf = new ReportShelf();
        foreach (var path in Directory.GetFiles(seeds).Where(CorpusReader.CanRead).Order(StringComparer.Ordinal))
            await shelf.AddAsync(path, sources);
        return shelf;
    }

    public Answerer Answerer(int year = 2026) => new(Index, new FixedYear(year));

    public Task<Answer> AskAsync(string question, int year = 2026) =>
        Answerer(year).AnswerAsync(new Question(question), CancellationToken.None);

    public void Dispose()
    {
        Index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AddAsync(string path, SourcesFile? sources)
    {
        var outcome = await new CorpusReader(sources).ReadAsync(path, CancellationToken.None);
        await Index.ReplaceAsync(outcome.ShouldBeOfType<ReadOutcome.Success>().Report, Path.GetFileName(path), CancellationToken.None);
    }

    private sealed class FixedYear(int year) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(year, 6, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
