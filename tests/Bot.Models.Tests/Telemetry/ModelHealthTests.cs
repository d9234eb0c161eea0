using Bot.Models.Tests.Parts;
using Bot.TestServers;

namespace Bot.Models.Tests.Telemetry;

public sealed class ModelHealthTests
{
    [Fact]
    public async Task Health_is_unknown_until_a_call_has_ended()
    {
        await using var bench = await ModelBench.StartAsync();

        bench.Health.Of(ModelKind.Chat).ShouldBeNull();
    }

    [Fact]
    public async Task Health_says_since_when_a_model_fails_and_that_it_recovered()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.Error(401, "no"), Script.Error(404, "no"), Script.Text("好。"));
        var client = bench.Chat();

        await client.AskAsync().ShouldFailAsync(ModelFailure.Unauthorized);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await client.AskAsync().ShouldFailAsync(ModelFailure.NotFound);

        var failing = bench.Health.Of(ModelKind.Chat)!;
        failing.IsDegraded.ShouldBeTrue();
        failing.Failure.ShouldBe(ModelFailure.NotFound);
        failing.Cause!.ShouldContain("Model:Chat:Model");
        failing.Since.ShouldBe(ModelBench.Start);
        failing.LastCall.ShouldBe(ModelBench.Start.AddMinutes(1));

        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await client.AskAsync();

        bench.Health.Of(ModelKind.Chat).ShouldBe(new(null, null, ModelBench.Start.AddMinutes(2), ModelBench.Start.AddMinutes(2)));
        bench.Health.Of(ModelKind.Embedding).ShouldBeNull();
    }

    [Fact]
    public async Task Health_does_not_suffer_when_only_the_question_was_refused()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.Finish("content_filter"), Script.Error(400, "no", "context_length_exceeded"));
        var client = bench.Chat();

        await client.AskAsync().ShouldFailAsync(ModelFailure.Refused);
        await client.AskAsync().ShouldFailAsync(ModelFailure.ContextTooLong);

        bench.Health.Of(ModelKind.Chat)!.IsDegraded.ShouldBeFalse();
    }

    [Fact]
    public async Task Health_tells_the_kinds_apart()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.Error(401, "no"));

        await bench.Chat().AskAsync().ShouldFailAsync(ModelFailure.Unauthorized);
        await bench.Embedding().GenerateAsync(["甲"]);

        bench.Health.Of(ModelKind.Chat)!.IsDegraded.ShouldBeTrue();
        bench.Health.Of(ModelKind.Embedding)!.IsDegraded.ShouldBeFalse();
    }
}
