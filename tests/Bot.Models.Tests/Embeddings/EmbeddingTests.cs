using Bot.Models.Tests.Parts;
using Bot.TestServers;
using Microsoft.Extensions.AI;

namespace Bot.Models.Tests.Embeddings;

public sealed class EmbeddingTests
{
    private static readonly string[] s_texts = [.. Enumerable.Range(0, 23).Select(i => $"第{i}段 研发投入占比{i}.5%")];

    [Theory]
    [InlineData(EmbeddingEncoding.Numbers)]
    [InlineData(EmbeddingEncoding.Base64)]
    [InlineData(EmbeddingEncoding.AsAsked)]
    public async Task Generator_gives_unit_vectors_in_the_order_of_the_texts_in_every_encoding(EmbeddingEncoding encoding)
    {
        await using var bench = await ModelBench.StartAsync(new() { Encoding = encoding });

        var embeddings = await bench.Embedding().GenerateAsync(s_texts);

        embeddings.Count.ShouldBe(23);
        embeddings.ShouldAllBe(e => Math.Abs(Dot(e, e) - 1) < 1e-5);
        for (int i = 0; i < s_texts.Length; i++)
            Dot(embeddings[i], Of(s_texts[i])).ShouldBe(1, 1e-5);
    }

    [Fact]
    public async Task Generator_sends_batches_without_fields_that_servers_refuse()
    {
        await using var bench = await ModelBench.StartAsync(new() { RefusedFields = ["encoding_format", "dimensions"] });

        var embeddings = await bench.Embedding().GenerateAsync(s_texts);

        bench.Server.Embeddings.Requests.Select(r => r.Inputs.Length).Order().ShouldBe([3, 10, 10]);
        bench.Server.Embeddings.Requests.SelectMany(r => r.Inputs).Order().ShouldBe(s_texts.Order());
        embeddings.Usage!.InputTokenCount.ShouldBe(s_texts.Sum(t => t.Length));
    }

    [Fact]
    public async Task Generator_asks_for_dimensions_only_when_configured()
    {
        await using var bench = await ModelBench.StartAsync();

        var embedding = await bench.Embedding(o => o.Dimensions = 64).GenerateAsync(["甲"]);

        embedding.Single().Vector.Length.ShouldBe(64);
        bench.Server.Embeddings.Requests.Single().Field("dimensions").ShouldBe("64");
    }

    [Fact]
    public async Task Generator_sends_no_more_batches_at_a_time_than_configured()
    {
        await using var bench = await ModelBench.StartAsync();
        Gate[] gates = [new(), new(), new(), new(), new()];
        foreach (var gate in gates)
            bench.Server.Embeddings.Enqueue(Script.After(gate, bench.Server.ReversedEmbeddings()));

        var call = bench.Embedding(o => (o.BatchSize, o.Concurrency) = (5, 2)).GenerateAsync(s_texts);

        for (int sent = 2; sent <= 5; sent++)
        {
            await bench.Server.Embeddings.RequestAsync(sent).Soon();
            bench.Server.Embeddings.Requests.Length.ShouldBe(sent);
            gates[sent - 2].Open();
        }
        gates[4].Open();
        (await call.Soon()).Count.ShouldBe(23);
    }

    [Fact]
    public async Task Generator_goes_by_the_index_when_the_server_changes_the_order()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Embeddings.Enqueue(bench.Server.ReversedEmbeddings());

        var embeddings = await bench.Embedding().GenerateAsync(s_texts[..3]);

        for (int i = 0; i < 3; i++)
            Dot(embeddings[i], Of(s_texts[i])).ShouldBe(1, 1e-5);
    }

    [Fact]
    public async Task Generator_goes_by_the_order_when_the_server_gives_no_index()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Embeddings.Enqueue(bench.Server.UnnumberedEmbeddings());

        var embeddings = await bench.Embedding().GenerateAsync(s_texts[..3]);

        Dot(embeddings[2], Of(s_texts[2])).ShouldBe(1, 1e-5);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(null)]
    public async Task Generator_fails_when_the_length_is_not_the_configured_or_the_first_ones(int? configured)
    {
        await using var bench = await ModelBench.StartAsync();
        var generator = bench.Embedding(o => o.Dimensions = configured);
        await generator.GenerateAsync(s_texts[..1]);
        bench.Server.Embeddings.Enqueue(bench.Server.EmbeddingsOf(32));

        var exception = await generator.GenerateAsync(s_texts[..1]).ShouldFailAsync(ModelFailure.BadResponse);

        exception.Message.ShouldContain($"vectors of 32 numbers instead of {configured ?? 256}");
        bench.Server.Embeddings.Requests.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":0,"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"index":1,"embedding":[1,2]},{"index":2,"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,"2"]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[0,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1e300,2]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":"AAA"}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":"no base64"}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,2,3]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]}]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"object":"list"}""")]
    [InlineData("""{"data":[{"ind""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Generator_fails_rather_than_mix_up_vectors_when_the_reply_is_wrong(string body)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Embeddings.Enqueue(Script.Body("application/json", body));

        var exception = await bench.Embedding().GenerateAsync(["甲", "乙"]).ShouldFailAsync(ModelFailure.BadResponse);

        exception.Message.ShouldStartWith("向量模型 test-embedding");
    }

    [Fact]
    public async Task Generator_fails_when_a_vector_is_missing()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Embeddings.Enqueue(bench.Server.OneEmbeddingTooFew());

        var exception = await bench.Embedding().GenerateAsync(s_texts[..3]).ShouldFailAsync(ModelFailure.BadResponse);

        exception.Message.ShouldContain("2 vectors for 3 texts");
    }

    [Fact]
    public async Task Generator_represents_a_long_text_by_its_beginning_without_cutting_a_character()
    {
        await using var bench = await ModelBench.StartAsync();

        await bench.Embedding(o => o.MaxInputCharacters = 100).GenerateAsync([new string('字', 99) + "😀" + "尾"]);

        bench.Server.Embeddings.Requests.Single().Inputs.Single().ShouldBe(new string('字', 99));
    }

    [Fact]
    public async Task Generator_refuses_blank_texts_and_other_models_than_its_own()
    {
        await using var bench = await ModelBench.StartAsync();
        var generator = bench.Embedding();

        await Should.ThrowAsync<ArgumentException>(generator.GenerateAsync(["甲", " "]));
        await Should.ThrowAsync<NotSupportedException>(generator.GenerateAsync(["甲"], new() { ModelId = "other" }));
        await Should.ThrowAsync<NotSupportedException>(generator.GenerateAsync(["甲"], new() { Dimensions = 8 }));
        (await generator.GenerateAsync([])).ShouldBeEmpty();
        bench.Server.Embeddings.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Generator_tries_a_batch_again_as_the_server_asks()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Embeddings.Enqueue(Script.RateLimited(TimeSpan.FromSeconds(40)));

        var call = bench.Embedding().GenerateAsync(s_texts[..3]);
        await bench.Time.TimerAsync(TimeSpan.FromSeconds(40)).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(40));

        (await call.Soon()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Generator_fails_with_the_first_cause_and_drops_the_other_batches()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Embeddings.Enqueue(Script.Hang());
        bench.Server.Embeddings.Always(Script.Error(401, "no"));

        await bench.Embedding(o => o.Concurrency = 2).GenerateAsync(s_texts).Soon().ShouldFailAsync(ModelFailure.Unauthorized);

        bench.Server.Embeddings.Requests.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Generator_gives_up_a_slow_batch_and_tells_the_server()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Embeddings.Enqueue(Script.Hang());

        var call = bench.Embedding(o => o.Attempts = 1).GenerateAsync(["甲"]);
        var request = await bench.Server.Embeddings.RequestAsync(1).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(30));

        await call.Soon().ShouldFailAsync(ModelFailure.Timeout);
        await request.Aborted.Soon();
    }

    [Fact]
    public async Task Cancellation_ends_every_batch_under_way()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Embeddings.Always(Script.Hang());
        using var caller = new CancellationTokenSource();

        var call = bench.Embedding(o => o.Concurrency = 2).GenerateAsync(s_texts, cancellationToken: caller.Token);
        await bench.Server.Embeddings.RequestAsync(2).Soon();
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call.Soon());
        foreach (var request in bench.Server.Embeddings.Requests)
            await request.Aborted.Soon();
    }

    private static Embedding<float> Of(string text)
    {
        var vector = BigramEmbedding.Of(text, 256);
        double length = Math.Sqrt(vector.Sum(n => (double)n * n));
        return new(vector.Select(n => (float)(n / length)).ToArray());
    }

    private static double Dot(Embedding<float> left, Embedding<float> right) =>
        left.Vector.ToArray().Zip(right.Vector.ToArray(), (l, r) => (double)l * r).Sum();
}
