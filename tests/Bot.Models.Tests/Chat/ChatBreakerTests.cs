using Bot.Models.Tests.Parts;
using Bot.TestServers;

namespace Bot.Models.Tests.Chat;

public sealed class ChatBreakerTests
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Call_fails_at_once_with_the_known_cause_when_three_have_failed_in_a_row()
    {
        await using var bench = await ModelBench.StartAsync();
        var client = await FailedThriceAsync(bench);

        await client.AskAsync().Soon().ShouldFailAsync(ModelFailure.ServerError);

        bench.Server.Chat.Requests.Length.ShouldBe(3);
        bench.Health.Of(ModelKind.Chat)!.IsDegraded.ShouldBeTrue();
        bench.Logs.All.Count(l => l.Contains("in a row", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task One_call_is_tried_after_the_pause_and_the_others_go_on_without_it()
    {
        await using var bench = await ModelBench.StartAsync();
        var client = await FailedThriceAsync(bench);
        var gate = new Gate();
        bench.Server.Chat.Always(Script.After(gate, Script.Text("好。")));

        bench.Time.Advance(s_pause);
        var trial = client.AskAsync();
        await bench.Server.Chat.RequestAsync(4).Soon();
        await client.AskAsync().Soon().ShouldFailAsync(ModelFailure.ServerError);
        gate.Open();

        (await trial.Soon()).Text.ShouldBe("好。");
        (await client.AskAsync().Soon()).Text.ShouldBe("好。");
        bench.Health.Of(ModelKind.Chat)!.IsDegraded.ShouldBeFalse();
    }

    [Fact]
    public async Task Pause_begins_anew_when_the_trial_fails()
    {
        await using var bench = await ModelBench.StartAsync();
        var client = await FailedThriceAsync(bench);

        bench.Time.Advance(s_pause);
        await client.AskAsync().Soon().ShouldFailAsync(ModelFailure.ServerError);
        await client.AskAsync().Soon().ShouldFailAsync(ModelFailure.ServerError);

        bench.Server.Chat.Requests.Length.ShouldBe(4);
    }

    [Fact]
    public async Task Next_call_is_the_trial_when_the_asker_of_the_trial_gives_up()
    {
        await using var bench = await ModelBench.StartAsync();
        var client = await FailedThriceAsync(bench);
        bench.Server.Chat.Always(Script.After(new Gate(), Script.Empty()));
        using var gone = new CancellationTokenSource();

        bench.Time.Advance(s_pause);
        var trial = client.AskAsync(cancellationToken: gone.Token);
        await bench.Server.Chat.RequestAsync(4).Soon();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(trial);
        bench.Server.Chat.Always(Script.Text("好。"));

        (await client.AskAsync().Soon()).Text.ShouldBe("好。");
    }

    [Fact]
    public async Task Calls_go_on_when_failures_lie_between_successes()
    {
        await using var bench = await ModelBench.StartAsync();
        var client = bench.Chat(o => o.Attempts = 1);
        for (var i = 0; i < 3; i++)
        {
            bench.Server.Chat.Enqueue(Script.ServerError(), Script.ServerError(), Script.Text("好。"));
            await client.AskAsync().Soon().ShouldFailAsync(ModelFailure.ServerError);
            await client.AskAsync().Soon().ShouldFailAsync(ModelFailure.ServerError);
            await client.AskAsync().Soon();
        }

        bench.Server.Chat.Requests.Length.ShouldBe(9);
    }

    [Fact]
    public async Task Calls_go_on_when_only_prompts_were_at_fault()
    {
        await using var bench = await ModelBench.StartAsync();
        var client = bench.Chat(o => o.Attempts = 1);
        bench.Server.Chat.Always(Script.Error(400, "This model's maximum context length is 10 tokens.", "context_length_exceeded"));

        for (var i = 0; i < 5; i++)
            await client.AskAsync().Soon().ShouldFailAsync(ModelFailure.ContextTooLong);

        bench.Server.Chat.Requests.Length.ShouldBe(5);
    }

    private static async Task<OpenAiChatClient> FailedThriceAsync(ModelBench bench)
    {
        var client = bench.Chat(o => o.Attempts = 1);
        bench.Server.Chat.Always(Script.ServerError());
        for (var i = 0; i < 3; i++)
            await client.AskAsync().Soon().ShouldFailAsync(ModelFailure.ServerError);
        return client;
    }
}
