using System.Diagnostics;
using Bot.Models.Tests.Parts;
using Bot.TestServers;

namespace Bot.Models.Tests.Telemetry;

public sealed class TelemetryTests
{
    private const string Tokens = "gen_ai.client.token.usage", Duration = "gen_ai.client.operation.duration";

    [Fact]
    public async Task Chat_is_traced_and_measured_by_the_conventions()
    {
        await using var bench = await ModelBench.StartAsync();
        using var seen = new Measurements("traced-chat");
        var gate = new Gate();
        bench.Server.Chat.Enqueue(Script.After(gate, Script.Text("共128家[1]。")));
        using var parent = new Activity("question").Start();

        var call = bench.Chat(o => o.Model = "traced-chat").AskAsync("机密问题");
        await bench.Server.Chat.RequestAsync(1).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(2.5));
        gate.Open();
        await call.Soon();

        var span = seen.Spans.ShouldHaveSingleItem();
        span.DisplayName.ShouldBe("chat traced-chat");
        span.Kind.ShouldBe(ActivityKind.Client);
        span.ParentSpanId.ShouldBe(parent.SpanId);
        span.GetTagItem("gen_ai.operation.name").ShouldBe("chat");
        span.GetTagItem("gen_ai.provider.name").ShouldBe("openai");
        span.GetTagItem("gen_ai.usage.input_tokens").ShouldBe(5L);
        span.GetTagItem("gen_ai.usage.output_tokens").ShouldBe(9L);
        span.GetTagItem("gen_ai.response.finish_reasons").ShouldBe(new[] { "stop" });
        span.TagObjects.ShouldAllBe(t => !$"{t.Value}".Contains("机密", StringComparison.Ordinal) && !$"{t.Value}".Contains("128", StringComparison.Ordinal));
        span.GetTagItem("error.type").ShouldBeNull();
        var (value, tags) = seen.Of(Duration).ShouldHaveSingleItem();
        value.ShouldBe(2.5);
        tags["gen_ai.operation.name"].ShouldBe("chat");
        tags.ContainsKey("error.type").ShouldBeFalse();
        seen.Of(Tokens).Select(m => (m.Tags["gen_ai.token.type"], m.Value)).ShouldBe([("input", 5.0), ("output", 9.0)]);
    }

    [Fact]
    public async Task Failure_is_traced_and_measured_with_its_name()
    {
        await using var bench = await ModelBench.StartAsync();
        using var seen = new Measurements("failing-chat");
        bench.Server.Chat.Enqueue(Script.Error(401, "no"));

        await bench.Chat(o => o.Model = "failing-chat").AskAsync().ShouldFailAsync(ModelFailure.Unauthorized);

        var span = seen.Spans.ShouldHaveSingleItem();
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe("Unauthorized");
        seen.Of(Duration).ShouldHaveSingleItem().Tags["error.type"].ShouldBe("Unauthorized");
        seen.Of(Tokens).ShouldBeEmpty();
    }

    [Fact]
    public async Task Embeddings_are_traced_and_measured_batch_by_batch()
    {
        await using var bench = await ModelBench.StartAsync();
        using var seen = new Measurements("traced-embedding");

        await bench.Embedding(o => (o.Model, o.BatchSize) = ("traced-embedding", 2)).GenerateAsync(["甲", "乙", "丙丙"]);

        seen.Spans.Select(s => s.DisplayName).ShouldBe(["embeddings traced-embedding", "embeddings traced-embedding"]);
        seen.Spans.ShouldAllBe(s => Equals(s.GetTagItem("gen_ai.operation.name"), "embeddings"));
        seen.Of(Tokens).ShouldAllBe(m => Equals(m.Tags["gen_ai.token.type"], "input"));
        seen.Of(Tokens).Sum(m => m.Value).ShouldBe(4);
        seen.Of(Duration).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("https://api.openai.com/v1", "openai")]
    [InlineData("https://bureau.openai.azure.com/openai/v1", "azure.ai.openai")]
    [InlineData("https://api.deepseek.com", "deepseek")]
    [InlineData("https://dashscope.aliyuncs.com/compatible-mode/v1", "dashscope")]
    [InlineData("http://127.0.0.1:11434/v1", "openai")]
    public void Provider_is_told_by_the_address(string address, string provider)
    {
        ModelEndpoint.Of(ModelKind.Chat, address, "m").Provider.ShouldBe(provider);
    }
}
