using Bot.Retrieval;
using Bot.TestServers;
using Bot.Tests.Parts;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace Bot.Tests.Evaluation;

/// <summary>Vectors may not cost what words find: not even those of a model that knows no more than letters.</summary>
public sealed class HybridRecallTests(ITestOutputHelper output)
{
    private const int Dimensions = 1024;

    private static readonly (string Reports, string File)[] s_sets =
    [
        ("seeds", "seeds-extra.jsonl"),
        ("tests/evaluation/mended/reports", "mended/questions.jsonl"),
        ("tests/evaluation/heldout/reports", "heldout/questions.jsonl"),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Search_with_vectors_finds_as_much_as_search_by_words(int set)
    {
        var (lexical, hybrid) = await MeasureAsync(s_sets[set].Reports, s_sets[set].File, inQdrant: false);

        hybrid.At10.ShouldBeGreaterThanOrEqualTo(lexical.At10);
        hybrid.At20.ShouldBeGreaterThanOrEqualTo(lexical.At20);
    }

    // Over all sets together: with vectors one held-out question falls from the first 10 to the first 20, and one of the mended set rises.
    [Fact]
    public async Task Search_with_vectors_in_Qdrant_finds_as_much_as_search_by_words_over_all_sets()
    {
        var measured = new List<(PassageRecall Lexical, PassageRecall Hybrid)>();
        foreach (var (reports, file) in s_sets)
            measured.Add(await MeasureAsync(reports, file, inQdrant: true));

        measured.Sum(m => m.Hybrid.At10).ShouldBeGreaterThanOrEqualTo(measured.Sum(m => m.Lexical.At10));
        measured.Sum(m => m.Hybrid.At20).ShouldBeGreaterThanOrEqualTo(measured.Sum(m => m.Lexical.At20));
    }

    private async Task<(PassageRecall Lexical, PassageRecall Hybrid)> MeasureAsync(string reports, string file, bool inQdrant)
    {
        using var storage = new TemporaryFolder();
        using var cache = VectorCache.Open(storage.Path, TimeProvider.System, NullLogger<VectorCache>.Instance);
        using var model = new ToyEmbeddingModel(Dimensions);
        var embedder = new PassageEmbedder(
            model, new EmbedderSettings("toy") { Dimensions = Dimensions, TextsAtOnce = 256 }, cache, TimeProvider.System, NullLogger<PassageEmbedder>.Instance);
        await using var server = await LoopbackQdrant.StartAsync();
        using var sqlite = SqliteReportIndex.Open(storage.Path, TimeProvider.System, NullLogger<SqliteReportIndex>.Instance, embedder);
        await using var qdrant = await QdrantReportIndex.OpenAsync(
            new() { Urls = server.Url }, TimeProvider.System, NullLogger<QdrantReportIndex>.Instance, default, embedder);
        IReportIndex index = inQdrant ? qdrant : sqlite;
        var embedded = (IEmbeddedIndex)index;
        await PassageRecall.StoreAsync(index, Repository.PathOf(reports.Split('/')));
        var questions = PassageRecall.Open(file);

        var lexical = await PassageRecall.MeasureAsync(index, questions);
        await embedded.EmbedMissingAsync(new Progress<EmbeddingProgress>(), default);
        var hybrid = await PassageRecall.MeasureAsync(index, questions);

        output.WriteLine($"{file}, {(inQdrant ? "Qdrant" : "SQLite")}, {embedded.Embedding.Passages} passages\nwords:             {lexical}\nwords and vectors: {hybrid}");
        return (lexical, hybrid);
    }
}
