using System.Diagnostics.CodeAnalysis;
using Bot.TestServers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>Bots with and without embedding models over one corpus, and corpora that change their model.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The test runner calls DisposeAsync.")]
public sealed class ModelChangeTests : IAsyncLifetime
{
    private const string Money = "给缺钱的小作坊送钱。";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private Bots _bots = null!; // set by InitializeAsync before any test runs
    private VectorCache _cache = null!; // likewise

    public async Task InitializeAsync()
    {
        _bots = await Bots.OverAsync(1);
        _cache = VectorCache.Open(_folder.Path, _bots.Time, NullLogger<VectorCache>.Instance);
    }

    public async Task DisposeAsync()
    {
        await _bots.DisposeAsync();
        _cache.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Model_turned_on_later_moves_the_corpus_in_one_action_and_deletes_the_old_collection_afterwards()
    {
        var words = await _bots.OpenAsync();
        await Bots.StoreAsync(words, "a", "乡村稳步推进。", Money);
        var index = await _bots.OpenAsync(Embedder("m", 64));
        (await Bots.FindAsync(index, "企业融资")).ShouldBeEmpty();

        await EmbedAsync(index);

        _bots.Node.Aliases["reports"].ShouldBe("reports-f2-m-64");
        _bots.Node.Requests.Count(r => r.Is("POST", "/collections/aliases")).ShouldBe(2);
        (await Bots.FindAsync(index, "企业融资"))[0].Paragraph.ShouldBe(2);
        (await Bots.FindAsync(words, "小作坊"))[0].Paragraph.ShouldBe(2);
        (await Bots.TextsAsync(words, "a")).ShouldBe(["乡村稳步推进。", Money]);
        _bots.Node.Collections.ShouldContain("reports-f2-lexical");
        _bots.Time.Advance(QdrantLeftovers.Grace);
        await Eventually.BecomesTrueAsync(() => _bots.Node.Collections.Length == 1);
        (await Bots.TextsAsync(words, "a")).ShouldBe(["乡村稳步推进。", Money]);
    }

    [Fact]
    public async Task Corpus_moves_to_another_model_with_its_measures()
    {
        var words = await _bots.OpenAsync();
        await words.ReplaceAsync(new SampleReport("a").Body(Money).Measure("补助").ToReport(), "a.txt", None);
        var index = await _bots.OpenAsync(Embedder("m", 64));

        await EmbedAsync(index);

        _bots.Node.Aliases["reports"].ShouldBe("reports-f2-m-64");
        var found = await index.FindMeasuresAsync(new MeasureQuery(new DateOnly(2026, 3, 1)), None);
        found.Measures.ShouldHaveSingleItem().Measure.Name.ShouldBe("补助");
    }

    [Fact]
    public async Task Bot_without_a_model_leaves_the_vectors_of_others_and_its_reports_are_embedded_by_them()
    {
        var index = await _bots.OpenAsync(Embedder("m", 64));
        await Bots.StoreAsync(index, "a", "乡村稳步推进。");
        await EmbedAsync(index);

        var words = await _bots.OpenAsync();
        await EmbedAsync(words);
        await Bots.StoreAsync(words, "b", Money);
        _bots.Poll();
        await Eventually.BecomesTrueAsync(() => index.Catalogue.Length == 2);
        index.Embedding.IsComplete.ShouldBeFalse();
        await EmbedAsync(index);

        _bots.Node.Aliases["reports"].ShouldBe("reports-f2-m-64");
        words.Embedding.Model.ShouldBeNull();
        index.Embedding.ShouldBe(new EmbeddingProgress(2, 2, new EmbeddingModel("m", 64)));
        (await Bots.FindAsync(index, "企业融资"))[0].Report.ShouldBe(new("b"));
    }

    [Fact]
    public async Task Of_two_bots_with_different_models_the_one_started_last_decides_and_the_other_says_so()
    {
        var first = await _bots.OpenAsync(Embedder("one", 64));
        await Bots.StoreAsync(first, "a", "乡村稳步推进。", Money);
        await EmbedAsync(first);
        var second = await _bots.OpenAsync(Embedder("two", 128));
        await EmbedAsync(second);

        for (var i = 0; i < 3; i++)
        {
            await EmbedAsync(first);
            await EmbedAsync(second);
        }

        _bots.Node.Aliases["reports"].ShouldBe("reports-f2-two-128");
        _bots.Node.Requests.Count(r => r.Is("POST", "/collections/aliases")).ShouldBe(2);
        first.Warning!.ShouldContain("reports-f2-two-128");
        second.Warning.ShouldBeNull();
        _bots.Log.Lines.Count(l => l.StartsWith("Warning", StringComparison.Ordinal)).ShouldBe(1);
        (await Bots.FindAsync(first, "小作坊"))[0].Paragraph.ShouldBe(2);
        (await Bots.FindAsync(first, "企业融资")).ShouldBeEmpty();
        (await Bots.FindAsync(second, "企业融资"))[0].Paragraph.ShouldBe(2);
    }

    [Fact]
    public async Task Two_bots_that_move_the_corpus_at_once_end_with_one_whole_collection()
    {
        await Bots.StoreAsync(await _bots.OpenAsync(), "a", "乡村稳步推进。", Money);
        var (first, second) = (await _bots.OpenAsync(Embedder("m", 64)), await _bots.OpenAsync(Embedder("m", 64)));

        await Task.WhenAll(EmbedAsync(first), EmbedAsync(second));
        _bots.Time.Advance(QdrantLeftovers.Grace);
        await Eventually.BecomesTrueAsync(() => _bots.Node.Collections.Length == 1);

        foreach (var bot in (QdrantReportIndex[])[first, second])
        {
            (await Bots.TextsAsync(bot, "a")).ShouldBe(["乡村稳步推进。", Money]);
            (await Bots.FindAsync(bot, "企业融资"))[0].Paragraph.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Report_stored_while_the_alias_is_switched_is_found_whole_afterwards()
    {
        var words = await _bots.OpenAsync();
        await Bots.StoreAsync(words, "a", "乡村稳步推进。");
        var index = await _bots.OpenAsync(Embedder("m", 64));
        var reached = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        Task storing;
        using (_bots.Node.Hold(async (request, cancelled) =>
        {
            // Its points are stored in the old collection; its line of the catalogue is not.
            if (!request.Is("POST", "/points/count") || reached.Task.IsCompleted)
                return;
            reached.SetResult();
            await goOn.Task.WaitAsync(cancelled);
        }))
        {
            storing = Bots.StoreAsync(words, "b", Money);
            await reached.Task;
            await EmbedAsync(index);
            goOn.SetResult();
            await storing;
        }

        (await Bots.TextsAsync(words, "b")).ShouldBe([Money]);
        await EmbedAsync(index);
        (await Bots.TextsAsync(index, "b")).ShouldBe([Money]);
        (await Bots.FindAsync(index, "企业融资"))[0].Report.ShouldBe(new("b"));
    }

    [Fact]
    public async Task Hybrid_query_says_its_limits_k_and_weights()
    {
        var index = await _bots.OpenAsync(Embedder("m", 64));
        await Bots.StoreAsync(index, "a", Money);
        await EmbedAsync(index);

        await Bots.FindAsync(index, "企业融资");

        var asked = _bots.Node.Requests.Last(r => r.Is("POST", "/points/query/batch") && r.Body.Contains("rrf", StringComparison.Ordinal));
        asked.Path.ShouldBe("/collections/reports-f2-m-64/points/query/batch");
        asked.Body.ShouldContain("\"rrf\":{\"k\":5,\"weights\":[0.2,1]}");
        System.Text.RegularExpressions.Regex.Count(asked.Body, "\"limit\":").ShouldBe(4);
    }

    [Fact]
    public async Task Vector_of_the_wrong_length_is_refused_by_the_server_in_its_words()
    {
        var index = await _bots.OpenAsync(Embedder("m", 64));
        await Bots.StoreAsync(index, "a", Money);
        using var client = new QdrantClient(_bots.Options, _bots.Time);

        var failure = await Should.ThrowAsync<QdrantException>(() => client.QueryAsync("reports", QdrantQuery.OfDense(new float[63], 1), None));

        (failure.Kind, failure.Message.Contains("expected dim: 64, got 63", StringComparison.Ordinal)).ShouldBe((QdrantFailureKind.Invalid, true));
    }

    private PassageEmbedder Embedder(string model, int dimensions) => new(
        new ToyEmbeddingModel(dimensions).Teach("给缺钱的小作坊送钱", "企业融资"),
        new EmbedderSettings(model) { Dimensions = dimensions }, _cache, TimeProvider.System, NullLogger<PassageEmbedder>.Instance);

    private static Task EmbedAsync(QdrantReportIndex index) => index.EmbedMissingAsync(new Progress<EmbeddingProgress>(), None);
}
