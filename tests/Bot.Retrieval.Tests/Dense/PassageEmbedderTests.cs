using System.Numerics.Tensors;
using Bot.TestServers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.Dense;

public sealed class PassageEmbedderTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly SteppedTime _time = new(s_start);
    private readonly RecordedLog<PassageEmbedder> _log = new();
    private readonly ToyEmbeddingModel _model = new();
    private VectorCache _cache;

    public PassageEmbedderTests() => _cache = OpenCache();

    [Fact]
    public async Task Embedder_gives_unit_vectors_in_the_order_of_the_texts()
    {
        var vectors = await Embedder().EmbedAsync(["甲", "乙", "甲", "丙"], None);

        vectors.Count.ShouldBe(4);
        vectors.Select(v => TensorPrimitives.Norm<float>(v.Span)).ShouldAllBe(length => Math.Abs(length - 1) < 1e-5);
        vectors[2].ToArray().ShouldBe(vectors[0].ToArray());
        vectors[1].ToArray().ShouldNotBe(vectors[0].ToArray());
        _model.Texts.Count(t => t == "甲").ShouldBe(1);
    }

    [Fact]
    public async Task Embedder_embeds_nothing_twice_also_after_a_restart()
    {
        var first = await Embedder(256).EmbedAsync(["甲", "乙"], None);
        _cache.Dispose();
        _cache = OpenCache();

        var again = await Embedder(256).EmbedAsync(["乙", "丙", "甲"], None);

        _model.Texts.ShouldBe(["甲", "乙", "丙"]);
        again[0].ToArray().ShouldBe(first[1].ToArray());
        again[2].ToArray().ShouldBe(first[0].ToArray());
    }

    [Fact]
    public async Task Embedder_goes_on_after_a_failure_where_it_stopped()
    {
        string[] texts = [.. Enumerable.Range(0, 10).Select(i => $"段落{i}")];
        _model.CallsLeft = 2;
        await Should.ThrowAsync<HttpRequestException>(() => Embedder(256).EmbedAsync(texts, None));
        _model.CallsLeft = int.MaxValue;

        await Embedder(256).EmbedAsync(texts, None);

        _model.Texts.ShouldBe(texts, ignoreOrder: false);
    }

    [Fact]
    public async Task Vectors_of_another_model_or_length_are_not_taken_for_these()
    {
        await Embedder(256).EmbedAsync(["甲"], None);
        _model.Dimensions = 128;
        await Embedder(128).EmbedAsync(["甲"], None);

        await new PassageEmbedder(_model, new EmbedderSettings("other") { Dimensions = 128 }, _cache, _time, _log).EmbedAsync(["甲"], None);

        _model.Texts.ShouldBe(["甲", "甲", "甲"]);
    }

    [Fact]
    public async Task Embedder_asks_for_the_length_once_where_it_is_not_configured()
    {
        var embedder = Embedder();

        (await embedder.ModelAsync(None)).ShouldBe(new EmbeddingModel("toy", 256));
        await embedder.ModelAsync(None);
        await embedder.EmbedAsync(["甲"], None);

        _model.Texts.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("zeros", "is all zeros")]
    [InlineData("not a number", "not finite")]
    [InlineData("infinite", "not finite")]
    [InlineData("empty", "is empty")]
    [InlineData("short", "255 numbers instead of 256")]
    public async Task An_unusable_vector_is_refused_and_not_remembered(string kind, string problem)
    {
        _model.Shape = vector => Spoilt(vector, kind);
        var failure = await Should.ThrowAsync<InvalidDataException>(() => Embedder(256).EmbedAsync(["甲"], None));
        _model.Shape = vector => vector;

        await Embedder(256).EmbedAsync(["甲"], None);

        failure.Message.ShouldContain(problem);
        failure.Message.ShouldContain("向量模型 toy");
        _model.Texts.ShouldBe(["甲", "甲"]);
    }

    [Fact]
    public async Task A_question_asked_again_is_not_embedded_again()
    {
        var embedder = Embedder();

        var first = await embedder.EmbedQuestionAsync("高企多少家", None);
        var again = await embedder.EmbedQuestionAsync("高企多少家", None);

        again.ShouldNotBeNull().ToArray().ShouldBe(first.ShouldNotBeNull().ToArray());
        _model.Texts.ShouldBe(["高企多少家"]);
    }

    [Fact]
    public async Task Questions_forgotten_first_are_those_asked_longest_ago()
    {
        var embedder = Embedder();
        for (var i = 0; i < 300; i++)
        {
            await embedder.EmbedQuestionAsync("常问", None);
            await embedder.EmbedQuestionAsync($"问{i}", None);
        }

        await embedder.EmbedQuestionAsync("问0", None);

        _model.Texts.Count(t => t == "常问").ShouldBe(1);
        _model.Texts.Count(t => t == "问0").ShouldBe(2);
    }

    [Fact]
    public async Task A_model_that_hangs_costs_one_question_its_time_and_not_each()
    {
        var embedder = Embedder(256);
        _model.Hangs = true;

        var waiting = embedder.EmbedQuestionAsync("一", None);
        await _time.TimerAsync(TimeSpan.FromSeconds(2));
        _time.Advance(TimeSpan.FromSeconds(2));
        (await waiting).ShouldBeNull();
        var next = embedder.EmbedQuestionAsync("二", None);

        next.IsCompleted.ShouldBeTrue();
        (await next).ShouldBeNull();
        _log.Lines.ShouldHaveSingleItem().ShouldContain("no answer within 2 s");
    }

    [Fact]
    public async Task Failing_questions_are_logged_once_and_so_is_their_end()
    {
        var embedder = Embedder(256);
        _model.CallsLeft = 0;
        for (var i = 0; i < 5; i++)
        {
            (await embedder.EmbedQuestionAsync($"问{i}", None)).ShouldBeNull();
            _time.Advance(TimeSpan.FromSeconds(11));
        }
        _model.CallsLeft = int.MaxValue;

        (await embedder.EmbedQuestionAsync("问", None)).ShouldNotBeNull();

        _log.Lines.Select(line => line.Split(':')[0]).ShouldBe(["Warning", "Information"]);
    }

    [Fact]
    public async Task A_question_that_is_cancelled_says_so_and_is_no_trouble()
    {
        var embedder = Embedder(256);
        using var cancelled = new CancellationTokenSource();
        _model.Hangs = true;
        var waiting = embedder.EmbedQuestionAsync("一", cancelled.Token);
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        _model.Hangs = false;

        (await embedder.EmbedQuestionAsync("二", None)).ShouldNotBeNull();
        _log.Lines.ShouldBeEmpty();
    }

    public void Dispose()
    {
        _cache.Dispose();
        _folder.Dispose();
    }

    private VectorCache OpenCache() => VectorCache.Open(_folder.Path, _time, NullLogger<VectorCache>.Instance);

    private PassageEmbedder Embedder(int? dimensions = null) =>
        new(_model, new EmbedderSettings("toy") { Dimensions = dimensions, TextsAtOnce = 3 }, _cache, _time, _log);

    private static float[] Spoilt(float[] vector, string kind) => kind switch
    {
        "zeros" => new float[vector.Length],
        "not a number" => [.. vector.Select((x, i) => i == 7 ? float.NaN : x)],
        "infinite" => [.. vector.Select((x, i) => i == 7 ? float.PositiveInfinity : x)],
        "empty" => [],
        _ => vector[1..],
    };
}
