using System.Diagnostics;
using System.Globalization;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>
/// Stores generated reports, opens the index again and asks it questions, one after the other; prints what that took.
/// </summary>
/// <param name="dimensions">With vectors of this length; null: without.</param>
internal sealed class IndexRun(int paragraphs, string? folder, int? dimensions)
{
    private const int Seed = 20_200_206;
    private const int StoredAtOnce = 64;
    private const int Questions = 500;
    private const int WarmUp = 200;
    private const double Mebibyte = 1 << 20;

    public async Task RunAsync()
    {
        var directory = folder ?? Directory.CreateTempSubdirectory("bot-benchmark-").FullName;
        try
        {
            var generator = new ReportGenerator(Seed);
            await StoreAsync(directory, generator);
            if (dimensions is { } length)
                await new DenseRun(directory, length).EmbedAsync();
            Print("index on disk", $"{Directory.EnumerateFiles(directory).Sum(f => new FileInfo(f).Length) / Mebibyte:F0} MB, of that postings {Directory.EnumerateFiles(directory, "*.seg").Sum(f => new FileInfo(f).Length) / Mebibyte:F0} MB in {Directory.EnumerateFiles(directory, "*.seg").Count()} segments");
            await AskAsync(directory, generator);
            if (dimensions is { } numbers)
                await new DenseRun(directory, numbers).AskAsync(generator);
        }
        finally
        {
            if (folder is null)
                Directory.Delete(directory, recursive: true);
        }
    }

    private async Task StoreAsync(string directory, ReportGenerator generator)
    {
        var clock = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        using var index = Open(directory);
        var alreadyThere = !index.Catalogue.IsEmpty;
        var pending = new Queue<Task>();
        var stored = 0;
        while (stored < paragraphs)
        {
            var report = generator.Next();
            stored += report.Paragraphs.Length;
            if (alreadyThere)
                continue;
            pending.Enqueue(index.ReplaceAsync(report, $"{report.Id}.txt", CancellationToken.None));
            if (pending.Count >= StoredAtOnce)
                await pending.Dequeue();
        }
        await Task.WhenAll(pending);
        Print("stored", $"{stored} paragraphs of {index.Catalogue.Length} reports in {clock.Elapsed.TotalSeconds:F1} s; processor time {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:F1} s");
        Print("resident after storing", $"{Environment.WorkingSet / Mebibyte:F0} MB");
    }

    private static async Task AskAsync(string directory, ReportGenerator generator)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Print("resident after closing", $"{Environment.WorkingSet / Mebibyte:F0} MB");
        var clock = Stopwatch.StartNew();
        using var index = Open(directory);
        Print("opened again", $"in {clock.Elapsed.TotalMilliseconds:F0} ms");

        PassageQuery[] everywhere = [.. Enumerable.Range(0, Questions).Select(_ => new PassageQuery(generator.Question()))];
        foreach (var query in everywhere.Take(WarmUp))
            await index.SearchAsync(query, CancellationToken.None);
        await MeasureAsync("all reports", index, everywhere);
        await MeasureAsync("one report", index, [.. everywhere.Select((q, i) => q with { Reports = [index.Catalogue[i * 7919 % index.Catalogue.Length].Id] })]);
        await MeasureAsync("a tenth of the reports", index, [.. everywhere.Select(q => q with { Reports = [.. index.Catalogue.Where((_, i) => i % 10 == 3).Select(e => e.Id)] })]);
        await MeasureAsync("plans only", index, [.. everywhere.Select(q => q with { Part = ReportPart.Plan })]);
        FigureQuery[] lookups = [.. Enumerable.Range(0, Questions).Select(_ => generator.Lookup()).Select(l => new FigureQuery(l.Region, l.Indicator))];
        await FindAsync("figures: exact", index, lookups);
        await FindAsync("figures: one indicator", index, [.. lookups.Take(50).Select(q => q with { Region = null })]);
        await FindAsync("figures: one region", index, [.. lookups.Take(50).Select(q => q with { Indicator = null })]);
        await FindAsync("figures: text", index, [.. Enumerable.Range(0, 50).Select(_ => new FigureQuery(Text: generator.IndicatorWord()))]);
        await FindAsync("figures: all", index, [.. Enumerable.Range(0, 10).Select(_ => new FigureQuery())]);
        await FindAsync("figures: all targets", index, [.. Enumerable.Range(0, 10).Select(_ => new FigureQuery(Status: FigureStatus.Target))]);
        Print("resident after asking", $"{Environment.WorkingSet / Mebibyte:F0} MB, managed {GC.GetTotalMemory(true) / Mebibyte:F0} MB");
    }

    private static Task MeasureAsync(string name, SqliteReportIndex index, PassageQuery[] queries) =>
        MeasureAsync(name, queries, async q => await index.SearchAsync(q, CancellationToken.None));

    private static async Task FindAsync(string name, SqliteReportIndex index, FigureQuery[] queries)
    {
        var found = 0L;
        await MeasureAsync(name, queries, async q => found += (await index.FindFiguresAsync(q, CancellationToken.None)).Total);
        Print("", $"{(double)found / queries.Length:F0} figures each");
    }

    internal static async Task MeasureAsync<T>(string name, T[] queries, Func<T, Task> ask)
    {
        var times = new double[queries.Length];
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < queries.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask(queries[i]);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        cpu = Environment.CpuUsage.TotalTime - cpu;
        Array.Sort(times);
        Print(name, $"p50 {times[times.Length / 2]:F2} ms, p95 {times[times.Length * 95 / 100]:F2} ms, max {times[^1]:F2} ms; processor time {cpu.TotalMilliseconds / times.Length:F2} ms each");
    }

    private static SqliteReportIndex Open(string directory) =>
        SqliteReportIndex.Open(directory, TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);

    internal static void Print(string what, FormattableString measured) =>
        Console.WriteLine($"{what,-24}{measured.ToString(CultureInfo.InvariantCulture)}");
}
