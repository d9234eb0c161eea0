using System.Collections.Immutable;
using System.Numerics.Tensors;
using Bot.TestServers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.Dense;

/// <summary>The vector files of the embedded index: lost, damaged, merged, left over.</summary>
public sealed class DenseFilesTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly RecordedLog<SqliteReportIndex> _log = new();
    private readonly ToyEmbeddingModel _model = new ToyEmbeddingModel(64).Teach("给缺钱的小作坊送钱", "企业融资");
    private readonly VectorCache _cache;

    public DenseFilesTests() => _cache = VectorCache.Open(_folder.Path, TimeProvider.System, NullLogger<VectorCache>.Instance);

    [Theory]
    [InlineData("missing")]
    [InlineData("cut")]
    [InlineData("overwritten")]
    [InlineData("empty")]
    public async Task Vectors_that_are_lost_or_damaged_are_made_again_without_the_model(string damage)
    {
        await StoreEmbedAndCloseAsync();
        Damage(_folder.Files("*.vec").ShouldHaveSingleItem(), damage);
        var embedded = _model.Texts.Count;

        using var index = Open();
        var before = await FindAsync(index);
        await EmbedAsync(index);

        before.ShouldBeEmpty();
        (await FindAsync(index))[0].Paragraph.ShouldBe(2);
        _model.Texts.Count(t => t != "企业融资").ShouldBe(embedded);
        _folder.Files("*.vec").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("cut")]
    [InlineData("empty")]
    public async Task Vectors_are_searched_again_when_it_was_lost_which_are(string damage)
    {
        await StoreEmbedAndCloseAsync();
        Damage(_folder["dense.json"], damage);
        var embedded = _model.Texts.Count;

        using var index = Open();
        index.Embedding.Model.ShouldBeNull();
        await EmbedAsync(index);

        (await FindAsync(index))[0].Paragraph.ShouldBe(2);
        _model.Texts.Count(t => t != "企业融资").ShouldBe(embedded);
    }

    [Fact]
    public async Task Vectors_in_a_lost_cache_stay_searchable()
    {
        await StoreEmbedAndCloseAsync();
        _cache.ForgetUnused(new EmbeddingModel("toy", 64), -10_000, () => []);

        using var index = Open();
        await EmbedAsync(index);

        (await FindAsync(index))[0].Paragraph.ShouldBe(2);
        _model.Texts.Count(t => t != "企业融资").ShouldBe(2);
    }

    [Fact]
    public async Task Files_of_unfinished_work_are_deleted()
    {
        await StoreEmbedAndCloseAsync();
        await File.WriteAllTextAsync(_folder["postings-0123.0123456789abcdef.0123.vec"], "half");

        using var index = Open();
        await EmbedAsync(index);

        _folder.Files("*.vec").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Merged_segments_keep_their_vectors()
    {
        using var index = Open();
        for (var i = 0; i < 30; i++)
        {
            await StoreAsync(index, $"r{i:00}");
            if (i % 10 == 5)
                await EmbedAsync(index);
        }

        var searchable = (await FindAsync(index)).Where(h => h.Paragraph == 2).Select(h => h.Report.Value).ToList();

        searchable.ShouldBe([.. Enumerable.Range(0, 26).Select(i => $"r{i:00}")]);
        index.Embedding.Embedded.ShouldBe(26 * 2);
        _folder.Files("*.vec").Length.ShouldBe(_folder.Files("*.seg").Length);
    }

    [Fact]
    public async Task Without_a_model_vector_files_are_left_alone()
    {
        await StoreEmbedAndCloseAsync();
        var file = _folder.Files("*.vec").ShouldHaveSingleItem();
        var bytes = await File.ReadAllBytesAsync(file);
        using (var index = SqliteReportIndex.Open(_folder.Path, TimeProvider.System, _log))
            await StoreAsync(index, "b");

        (await File.ReadAllBytesAsync(file)).ShouldBe(bytes);
        using var again = Open();
        await EmbedAsync(again);

        (await FindAsync(again)).Select(h => $"{h.Report}{h.Paragraph}").Take(2).ShouldBe(["a2", "b2"]);
        _folder.Files("*.vec").ShouldHaveSingleItem().ShouldNotBe(file);
    }

    [Fact]
    public async Task A_second_opening_searches_the_vectors_that_are_there_and_leaves_making_them_to_the_first()
    {
        using var index = Open();
        await StoreAsync(index, "a");
        await EmbedAsync(index);
        await StoreAsync(index, "b");
        var embedded = _model.Texts.Count;

        using var second = Open();
        await EmbedAsync(second);

        second.IsReadOnly.ShouldBeTrue();
        second.Embedding.Embedded.ShouldBe(2);
        second.Embedding.Passages.ShouldBe(4);
        (await FindAsync(second))[0].ShouldSatisfyAllConditions(h => h.Report.Value.ShouldBe("a"), h => h.Paragraph.ShouldBe(2));
        _model.Texts.Count(t => t != "企业融资").ShouldBe(embedded);
    }

    [Fact]
    public void Of_many_passages_the_signs_lead_to_nearly_those_that_comparing_all_finds()
    {
        const int dimensions = 256;
        const int passages = 10_000;
        var random = new Random(7);
        var topics = Enumerable.Range(0, 100).Select(_ => Vectors.Random(random, dimensions)).ToArray();
        float[][] vectors = [.. Enumerable.Range(0, passages).Select(i => Vectors.Random(random, dimensions, topics[i % topics.Length]))];
        Write(vectors);
        var file = VectorFile.Open(_folder["x.vec"], passages, dimensions);
        var found = 0;

        for (var q = 0; q < 20; q++)
        {
            var asked = Vectors.Random(random, dimensions, topics[q]);
            var exact = Enumerable.Range(0, passages).OrderByDescending(p => TensorPrimitives.Dot<float>(asked, vectors[p])).Take(50);
            var likely = new FirstPass(file, new QuestionVector(new EmbeddingModel("toy", dimensions), asked)).Run([new PassageRange(0, passages)], 400, _ => true);
            found += exact.Intersect(likely).Count();
        }

        (found / (20 * 50.0)).ShouldBeGreaterThan(0.97);
    }

    public void Dispose()
    {
        _cache.Dispose();
        _folder.Dispose();
    }

    private static Task EmbedAsync(SqliteReportIndex index) => index.EmbedMissingAsync(new Progress<EmbeddingProgress>(), None);

    private static Task<ImmutableArray<PassageHit>> FindAsync(SqliteReportIndex index) => index.SearchAsync(new PassageQuery("企业融资", Limit: 100), None);

    private static Task StoreAsync(SqliteReportIndex index, string id) =>
        index.ReplaceAsync(SampleReport.Of(id, "乡村稳步推进。", "给缺钱的小作坊送钱。"), "x.txt", None);

    private static void Damage(string file, string damage)
    {
        if (damage == "missing")
        {
            File.Delete(file);
            return;
        }
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        if (damage == "overwritten")
            stream.Write([1, 2, 3]);
        else
            stream.SetLength(damage == "cut" ? stream.Length / 2 : 0);
    }

    private SqliteReportIndex Open() => SqliteReportIndex.Open(_folder.Path, TimeProvider.System, _log, new PassageEmbedder(
        _model, new EmbedderSettings("toy") { Dimensions = 64 }, _cache, TimeProvider.System, NullLogger<PassageEmbedder>.Instance));

    private async Task StoreEmbedAndCloseAsync()
    {
        using var index = Open();
        await StoreAsync(index, "a");
        await EmbedAsync(index);
    }

    private void Write(float[][] vectors)
    {
        using var writer = new VectorFileWriter(_folder["x.vec"], vectors[0].Length);
        foreach (var vector in vectors)
            writer.Add(vector);
        writer.Complete();
    }
}
