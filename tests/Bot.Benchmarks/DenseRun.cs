using System.Diagnostics;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>Gives the passages of a stored index their vectors, and asks it by words and vectors together.</summary>
internal sealed class DenseRun(string directory, int dimensions)
{
    private const int Questions = 500;
    private const int WarmUp = 50;
    private const double Mebibyte = 1 << 20;

    public async Task EmbedAsync()
    {
        var clock = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        using var cache = VectorCache.Open(directory, TimeProvider.System, NullLogger<VectorCache>.Instance);
        using var model = new LetterModel(dimensions);
        using var index = Open(cache, model);
        await index.EmbedMissingAsync(new Progress<EmbeddingProgress>(), CancellationToken.None);
        IndexRun.Print("embedded", $"{index.Embedding.Embedded} passages of {dimensions} numbers in {clock.Elapsed.TotalSeconds:F1} s; processor time {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:F1} s");
        IndexRun.Print("vectors on disk", $"searched {Size("*.vec"):F0} MB, remembered {Size("vectors.db*"):F0} MB");
        IndexRun.Print("resident after", $"{Environment.WorkingSet / Mebibyte:F0} MB");
    }

    public async Task AskAsync(ReportGenerator generator)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var cache = VectorCache.Open(directory, TimeProvider.System, NullLogger<VectorCache>.Instance);
        using var model = new LetterModel(dimensions);
        var clock = Stopwatch.StartNew();
        using var index = Open(cache, model);
        IndexRun.Print("opened with vectors", $"in {clock.Elapsed.TotalMilliseconds:F0} ms");

        PassageQuery[] everywhere = [.. Enumerable.Range(0, Questions).Select(_ => new PassageQuery(generator.Question()))];
        foreach (var query in everywhere.Take(WarmUp))
            await index.SearchAsync(query, CancellationToken.None);
        await MeasureAsync("vectors: all reports", index, everywhere);
        await MeasureAsync("vectors: one report", index, [.. everywhere.Select((q, i) => q with { Reports = [index.Catalogue[i * 7919 % index.Catalogue.Length].Id] })]);
        await MeasureAsync("vectors: a tenth", index, [.. everywhere.Select(q => q with { Reports = [.. index.Catalogue.Where((_, i) => i % 10 == 3).Select(e => e.Id)] })]);
        await MeasureAsync("vectors: plans only", index, [.. everywhere.Select(q => q with { Part = ReportPart.Plan })]);
        IndexRun.Print("resident after asking", $"{Environment.WorkingSet / Mebibyte:F0} MB, managed {GC.GetTotalMemory(true) / Mebibyte:F0} MB");
    }

    private static Task MeasureAsync(string name, SqliteReportIndex index, PassageQuery[] queries) =>
        IndexRun.MeasureAsync(name, queries, async q => await index.SearchAsync(q, CancellationToken.None));

    private SqliteReportIndex Open(VectorCache cache, LetterModel model) => SqliteReportIndex.Open(
        directory,
        TimeProvider.System,
        NullLogger<SqliteReportIndex>.Instance,
        new PassageEmbedder(
            model, new EmbedderSettings("letters") { Dimensions = dimensions, TextsAtOnce = 256 }, cache, TimeProvider.System, NullLogger<PassageEmbedder>.Instance));

    private double Size(string pattern) => Directory.EnumerateFiles(directory, pattern).Sum(f => new FileInfo(f).Length) / Mebibyte;
}
