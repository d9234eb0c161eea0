using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bot.Corpus;
using Bot.TestServers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests;

/// <summary>What every index that holds vectors does beside <see cref="ReportIndexConformance"/>. Derive once per kind of storage.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The test runner calls DisposeAsync.")]
public abstract class EmbeddedIndexConformance : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ReportId s_a = new("a");

    private readonly TemporaryFolder _vectors = new();
    private readonly SteppedTime _time = new(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
    private readonly ToyEmbeddingModel _model = Taught(256);
    private VectorCache _cache = null!; // set by InitializeAsync before any test runs
    private IReportIndex _index = null!; // likewise

    /// <summary>Opens the index of this test; a second call finds what the first stored.</summary>
    private protected abstract Task<IReportIndex> OpenAsync(IPassageEmbedder? embedder);

    /// <summary>Ends the open index as a program that stops in good order does.</summary>
    private protected abstract Task CloseAsync(IReportIndex index);

    public virtual async Task InitializeAsync()
    {
        _cache = VectorCache.Open(_vectors.Path, _time, NullLogger<VectorCache>.Instance);
        _index = await OpenAsync(Embedder(_model));
    }

    public virtual async Task DisposeAsync()
    {
        await CloseAsync(_index);
        _cache.Dispose();
        _vectors.Dispose();
    }

    [Fact]
    public async Task A_passage_that_shares_no_word_with_the_question_is_found_by_what_it_means()
    {
        await StoreAsync("a", "乡村稳步推进。", "给缺钱的小作坊送钱。", "空气质量改善。");
        (await FindAsync("企业融资")).ShouldBeEmpty();

        await EmbedAsync();

        var hit = (await FindAsync("企业融资"))[0];
        (hit.Report, hit.Paragraph, hit.Span).ShouldBe((s_a, 2, new TextSpan(0, "给缺钱的小作坊送钱。".Length)));
        hit.Coverage.ShouldBe(0);
    }

    [Fact]
    public async Task A_passage_found_by_words_and_meaning_comes_before_one_found_by_either()
    {
        await StoreAsync("a", "给缺钱的小作坊送钱。", "企业融资。", "企业要防火，融化的雪水资源。");
        await EmbedAsync();

        var hits = await FindAsync("企业融资");

        hits[0].Paragraph.ShouldBe(2);
        hits.Select(h => h.Paragraph).ShouldContain(1);
        hits.Select(h => h.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task Coverage_is_that_of_the_words_with_vectors_or_without()
    {
        await StoreAsync("a", "新认定高新技术企业416家。", "农业稳步推进，新型企业不多。", "给缺钱的小作坊送钱。");
        var lexical = await FindAsync("新认定高新技术企业416家");

        await EmbedAsync();

        var fused = await FindAsync("新认定高新技术企业416家");
        foreach (var hit in lexical)
            fused.Single(h => h.Paragraph == hit.Paragraph).Coverage.ShouldBe(hit.Coverage, 1e-9);
    }

    [Fact]
    public async Task Meaning_never_leaves_the_scope_of_reports_or_part()
    {
        await StoreAsync(new SampleReport("a").Body("给缺钱的小作坊送钱。").Body("今后给缺钱的小作坊送钱。", ReportPart.Plan).ToReport());
        await StoreAsync(new SampleReport("b").Body("给缺钱的小作坊送钱。").Body("乡村稳步推进。", ReportPart.Plan).ToReport());
        await EmbedAsync();

        var planned = await FindAsync(new PassageQuery("企业融资", Part: ReportPart.Plan));
        var ofB = await FindAsync(new PassageQuery("企业融资", [new ReportId("b")]));
        var nowhere = await FindAsync(new PassageQuery("企业融资", []));

        planned.ShouldNotBeEmpty();
        planned.ShouldAllBe(h => h.Paragraph == 2);
        ofB[0].Paragraph.ShouldBe(1);
        ofB.ShouldAllBe(h => h.Report == new ReportId("b"));
        nowhere.ShouldBeEmpty();
    }

    [Fact]
    public async Task Equal_passages_come_in_order_of_report_and_paragraph()
    {
        foreach (var id in (string[])["c", "a", "b"])
            await StoreAsync(id, "给缺钱的小作坊送钱。", "给缺钱的小作坊送钱。");
        await EmbedAsync();

        var hits = await FindAsync(new PassageQuery("企业融资", Limit: 5));

        hits.Select(h => $"{h.Report}{h.Paragraph}").ShouldBe(["a1", "a2", "b1", "b2", "c1"]);
    }

    [Fact]
    public async Task While_the_model_is_down_passages_are_found_by_their_words()
    {
        await StoreAsync("a", "给缺钱的小作坊送钱。", "企业融资12亿元。");
        var lexical = await FindAsync("企业融资");
        await EmbedAsync();
        _model.CallsLeft = 0;

        var down = await FindAsync("企业融资");
        _model.CallsLeft = int.MaxValue;
        _time.Advance(TimeSpan.FromMinutes(1));
        var up = await FindAsync("企业融资");

        down.ShouldBe(lexical);
        up.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Embedding_that_failed_goes_on_with_what_is_missing()
    {
        await StoreAsync("a", [.. Enumerable.Range(0, 700).Select(i => $"第{i}项工作。")]);
        _model.CallsLeft = 5;
        await Should.ThrowAsync<HttpRequestException>(EmbedAsync);
        _model.CallsLeft = int.MaxValue;

        await EmbedAsync();

        Embedded.Embedding.ShouldBe(new EmbeddingProgress(700, 700, new EmbeddingModel("toy", 256)));
        _model.Texts.Count.ShouldBe(700);
    }

    [Fact]
    public async Task Embedding_can_be_cancelled_and_goes_on_later()
    {
        await StoreAsync("a", [.. Enumerable.Range(0, 700).Select(i => $"第{i}项工作。")]);
        using var cancelled = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => Embedded.EmbedMissingAsync(new Told(_ => cancelled.Cancel()), cancelled.Token));
        await EmbedAsync();

        Embedded.Embedding.IsComplete.ShouldBeTrue();
        _model.Texts.Count.ShouldBe(700);
    }

    [Fact]
    public async Task Progress_is_told_and_ends_complete()
    {
        await StoreAsync("a", [.. Enumerable.Range(0, 700).Select(i => $"第{i}项工作。")]);
        var told = new List<EmbeddingProgress>();

        await Embedded.EmbedMissingAsync(new Told(told.Add), None);

        told.Count.ShouldBeGreaterThan(1);
        told.Select(p => p.Embedded).ShouldBeInOrder(SortDirection.Ascending);
        told.ShouldAllBe(p => p.Passages == 700);
        told[^1].Embedded.ShouldBe(700);
    }

    [Fact]
    public async Task A_report_stored_again_unchanged_embeds_nothing()
    {
        await StoreAsync("a", "给缺钱的小作坊送钱。", "乡村稳步推进。");
        await EmbedAsync();

        await StoreAsync("a", "给缺钱的小作坊送钱。", "乡村稳步推进。");
        await EmbedAsync();

        _model.Texts.Count.ShouldBe(2);
        (await FindAsync("企业融资"))[0].Paragraph.ShouldBe(1);
    }

    [Fact]
    public async Task A_passage_added_later_is_found_by_its_words_until_it_is_embedded()
    {
        await StoreAsync("a", "乡村稳步推进。");
        await EmbedAsync();

        await StoreAsync("b", "给缺钱的小作坊送钱。");
        var before = (Progress: Embedded.Embedding, Words: await FindAsync("小作坊"), Meaning: await FindAsync("企业融资"));
        await EmbedAsync();

        (before.Progress.Embedded, before.Progress.Passages).ShouldBe((1, 2));
        before.Words[0].Report.ShouldBe(new ReportId("b"));
        before.Meaning.ShouldNotContain(h => h.Report == new ReportId("b"));
        (await FindAsync("企业融资"))[0].Report.ShouldBe(new ReportId("b"));
        _model.Texts.Count(t => t.Contains("乡村", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_removed_or_replaced_is_not_found_by_its_meaning()
    {
        await StoreAsync("a", "给缺钱的小作坊送钱。");
        await StoreAsync("b", "给缺钱的小作坊送钱。");
        await StoreAsync("c", "乡村稳步推进。");
        await EmbedAsync();

        await _index.RemoveAsync(s_a, None);
        await StoreAsync("b", "空气质量改善。");
        var before = await FindAsync("企业融资");
        await EmbedAsync();

        before.ShouldNotContain(h => h.Report == s_a || h.Report == new ReportId("b"));
        (await FindAsync("企业融资")).ShouldNotContain(h => h.Report == s_a);
        Embedded.Embedding.Passages.ShouldBe(2);
    }

    [Fact]
    public async Task Vectors_are_there_after_reopening()
    {
        await StoreAsync("a", "乡村稳步推进。", "给缺钱的小作坊送钱。");
        await EmbedAsync();
        var hits = await FindAsync("企业融资");

        await ReopenAsync(Embedder(_model));

        (await FindAsync("企业融资")).ShouldBe(hits);
        Embedded.Embedding.IsComplete.ShouldBeTrue();
        var embedded = _model.Texts.Count;
        await EmbedAsync();
        _model.Texts.Count.ShouldBe(embedded);
    }

    [Fact]
    public async Task Vectors_of_a_changed_model_are_searched_once_all_are_there()
    {
        await StoreAsync("a", [.. Enumerable.Range(0, 400).Select(i => $"第{i}项工作。"), "给缺钱的小作坊送钱。"]);
        await EmbedAsync();
        var other = Taught(64);
        other.CallsLeft = 4;
        await ReopenAsync(Embedder(other, "other"));

        await Should.ThrowAsync<HttpRequestException>(EmbedAsync);
        other.CallsLeft = int.MaxValue;
        _time.Advance(TimeSpan.FromMinutes(1));
        var (halfway, between) = (Embedded.Embedding, await FindAsync("企业融资"));
        await EmbedAsync();

        halfway.Model.ShouldBeNull();
        halfway.IsComplete.ShouldBeFalse();
        between.ShouldBeEmpty();
        Embedded.Embedding.ShouldBe(new EmbeddingProgress(401, 401, new EmbeddingModel("other", 64)));
        (await FindAsync("企业融资"))[0].Paragraph.ShouldBe(401);
        other.Texts.Count.ShouldBe(401 + 1);
    }

    [Fact]
    public async Task Without_a_model_passages_are_found_by_their_words_and_vectors_outlast_that()
    {
        await StoreAsync("a", "乡村稳步推进。", "给缺钱的小作坊送钱。");
        await EmbedAsync();

        await ReopenAsync(null);
        await EmbedAsync();
        var without = (Embedded.Embedding.Model, Words: await FindAsync("小作坊"), Meaning: await FindAsync("企业融资"));
        await ReopenAsync(Embedder(_model));
        await EmbedAsync();

        without.Model.ShouldBeNull();
        without.Words[0].Paragraph.ShouldBe(2);
        without.Meaning.ShouldBeEmpty();
        (await FindAsync("企业融资"))[0].Paragraph.ShouldBe(2);
        _model.Texts.Count(t => t.Contains('\n', StringComparison.Ordinal)).ShouldBe(2);
    }

    private IEmbeddedIndex Embedded => (IEmbeddedIndex)_index;

    private static ToyEmbeddingModel Taught(int dimensions) => new ToyEmbeddingModel(dimensions).Teach("给缺钱的小作坊送钱", "企业融资");

    private PassageEmbedder Embedder(ToyEmbeddingModel model, string name = "toy") => new(
        model, new EmbedderSettings(name) { Dimensions = model.Dimensions, TextsAtOnce = 50 }, _cache, _time, NullLogger<PassageEmbedder>.Instance);

    private async Task ReopenAsync(IPassageEmbedder? embedder)
    {
        await CloseAsync(_index);
        _index = await OpenAsync(embedder);
    }

    private Task EmbedAsync() => Embedded.EmbedMissingAsync(new Told(_ => { }), None);

    private Task StoreAsync(string id, params ReadOnlySpan<string> paragraphs) => StoreAsync(SampleReport.Of(id, paragraphs));

    private Task StoreAsync(Report report) => _index.ReplaceAsync(report, $"{report.Id}.txt", None);

    private Task<ImmutableArray<PassageHit>> FindAsync(string text) => FindAsync(new PassageQuery(text));

    private Task<ImmutableArray<PassageHit>> FindAsync(PassageQuery query) => _index.SearchAsync(query, None);

    // Progress<T> tells later, on another thread.
    private sealed class Told(Action<EmbeddingProgress> tell) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value) => tell(value);
    }
}
