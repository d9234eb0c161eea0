using Bot.Models.Tests.Parts;
using Bot.TestServers;

namespace Bot.Models.Tests.Chat;

public sealed class ChatRetryTests
{
    private static readonly TimeSpan s_atLeast = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("abort")]
    [InlineData("cut off before text")]
    public async Task Client_tries_again_after_a_wait_when_the_failure_may_pass(string what)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(what switch
        {
            "429" => Script.RateLimited(),
            "500" => Script.ServerError(),
            "abort" => Script.Abort(),
            _ => Script.CutOff(),
        });
        bench.Server.Chat.Enqueue(Script.Text("好。"));

        var call = bench.Chat().AskAsync();
        await bench.Time.TimerAsync(s_atLeast, TimeSpan.FromSeconds(5)).Soon();
        bench.Server.Chat.Requests.Length.ShouldBe(1);
        bench.Time.Advance(TimeSpan.FromSeconds(5));

        (await call.Soon()).Text.ShouldBe("好。");
        bench.Server.Chat.Requests.Length.ShouldBe(2);
        bench.Health.Of(ModelKind.Chat)!.IsDegraded.ShouldBeFalse();
    }

    [Fact]
    public async Task Client_waits_as_long_as_the_server_asks_in_seconds()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.RateLimited(TimeSpan.FromSeconds(17)), Script.Text("好。"));

        var call = bench.Chat().AskAsync();
        await bench.Time.TimerAsync(TimeSpan.FromSeconds(17)).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(16.9));
        bench.Server.Chat.Requests.Length.ShouldBe(1);
        bench.Time.Advance(TimeSpan.FromSeconds(0.1));

        (await call.Soon()).Text.ShouldBe("好。");
    }

    [Fact]
    public async Task Client_waits_until_the_date_that_the_server_names()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.RateLimited(ModelBench.Start.AddSeconds(23)), Script.Text("好。"));

        var call = bench.Chat().AskAsync();
        await bench.Time.TimerAsync(TimeSpan.FromSeconds(23)).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(23));

        (await call.Soon()).Text.ShouldBe("好。");
    }

    [Fact]
    public async Task Client_fails_at_once_when_the_server_asks_for_more_time_than_is_left()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.RateLimited(TimeSpan.FromSeconds(90)));

        await bench.Chat(o => o.BudgetSeconds = 60).AskAsync().Soon().ShouldFailAsync(ModelFailure.RateLimited);

        bench.Server.Chat.Requests.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Client_stops_after_its_attempts_with_the_last_cause()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.RateLimited(TimeSpan.FromSeconds(3)), Script.ServerError());

        var call = bench.Chat(o => o.Attempts = 2).AskAsync();
        await bench.Time.TimerAsync(TimeSpan.FromSeconds(3)).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(3));

        await call.Soon().ShouldFailAsync(ModelFailure.ServerError);
        bench.Server.Chat.Requests.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(401, null)]
    [InlineData(404, null)]
    [InlineData(400, "context_length_exceeded")]
    [InlineData(402, null)]
    [InlineData(400, "Arrearage")]
    public async Task Client_does_not_try_again_when_the_failure_will_not_pass(int status, string? code)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.Error(status, "some text", code));

        await Should.ThrowAsync<ModelException>(bench.Chat().AskAsync().Soon());

        bench.Server.Chat.Requests.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Client_never_tries_again_once_text_was_given()
    {
        await using var bench = await ModelBench.StartAsync();
        var gate = new Gate();
        bench.Server.Chat.Enqueue(Script.CutOff(gate, "前半", "句"));
        bench.Server.Chat.Always(Script.Text("另一个答案。"));
        var seen = new List<string>();

        var reading = ReadAsync();

        await reading.Soon().ShouldFailAsync(ModelFailure.Unreachable);
        string.Concat(seen).ShouldBe("前半句");
        bench.Server.Chat.Requests.Length.ShouldBe(1);

        async Task ReadAsync()
        {
            await foreach (var update in bench.Chat().StreamAsync())
            {
                seen.Add(update.Text);
                if (seen.Count == 2)
                    gate.Open();
            }
        }
    }

    [Fact]
    public async Task Client_tries_again_when_the_model_only_thought_before_the_failure()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.CutOff("<think>想到一半"), Script.Text("好。"));

        var call = bench.Chat().AskAsync();
        await bench.Time.TimerAsync(s_atLeast, TimeSpan.FromSeconds(5)).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(5));

        (await call.Soon()).Text.ShouldBe("好。");
    }

    [Fact]
    public async Task Client_stops_waiting_when_the_caller_gives_up_between_attempts()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.RateLimited(TimeSpan.FromSeconds(30)));
        using var caller = new CancellationTokenSource();

        var call = bench.Chat().AskAsync(cancellationToken: caller.Token);
        await bench.Time.TimerAsync(TimeSpan.FromSeconds(30)).Soon();
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call.Soon());
        bench.Health.Of(ModelKind.Chat).ShouldBeNull();
    }
}
