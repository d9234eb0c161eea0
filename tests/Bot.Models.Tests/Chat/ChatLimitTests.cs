using Bot.Models.Tests.Parts;
using Bot.TestServers;
using Microsoft.Extensions.AI;

namespace Bot.Models.Tests.Chat;

public sealed class ChatLimitTests
{
    [Fact]
    public async Task Client_gives_up_an_attempt_when_the_first_token_does_not_come_in_time()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.Hang());

        var call = bench.Chat(o => (o.TimeoutSeconds, o.Attempts) = (7, 1)).AskAsync();
        var request = await bench.Server.Chat.RequestAsync(1).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(7));

        await call.Soon().ShouldFailAsync(ModelFailure.Timeout);
        await request.Aborted.Soon();
    }

    [Fact]
    public async Task Client_gives_up_an_attempt_when_the_server_only_keeps_the_connection_alive()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.KeepAliveOnly());

        var call = bench.Chat(o => (o.TimeoutSeconds, o.Attempts) = (7, 1)).AskAsync();
        await bench.Server.Chat.RequestAsync(1).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(7));

        await call.Soon().ShouldFailAsync(ModelFailure.Timeout);
    }

    [Fact]
    public async Task Client_tries_again_when_the_first_attempt_was_too_slow()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.Hang(), Script.Text("好。"));

        var call = bench.Chat(o => o.TimeoutSeconds = 20).AskAsync();
        var first = await bench.Server.Chat.RequestAsync(1).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(20));
        await first.Aborted.Soon();
        await bench.Time.TimerAsync(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5)).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(5));

        (await call.Soon()).Text.ShouldBe("好。");
    }

    [Fact]
    public async Task Client_waits_for_a_slow_first_token_within_the_limit()
    {
        await using var bench = await ModelBench.StartAsync();
        var gate = new Gate();
        bench.Server.Chat.Enqueue(Script.After(gate, Script.Text("好。")));

        var call = bench.Chat(o => o.TimeoutSeconds = 7).AskAsync();
        await bench.Server.Chat.RequestAsync(1).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(6.9));
        gate.Open();

        (await call.Soon()).Text.ShouldBe("好。");
        bench.Server.Chat.Requests.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Client_fails_when_the_stream_falls_silent()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.HangAfter("半句"));
        await using var stream = bench.Chat(o => o.TimeoutSeconds = 7).StreamAsync().GetAsyncEnumerator();
        (await stream.MoveNextAsync().AsTask().Soon()).ShouldBeTrue();

        var next = stream.MoveNextAsync().AsTask();
        bench.Time.Advance(TimeSpan.FromSeconds(7));

        await next.Soon().ShouldFailAsync(ModelFailure.Timeout);
        await bench.Server.Chat.Requests.Single().Aborted.Soon();
        bench.Server.Chat.Requests.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Client_gives_each_token_the_full_time_but_all_together_only_the_budget()
    {
        await using var bench = await ModelBench.StartAsync();
        Gate[] gates = [new(), new(), new(), new()];
        bench.Server.Chat.Enqueue(Script.Stepped([.. gates.Select(g => (g, "句"))]));
        await using var stream = bench.Chat(o => (o.TimeoutSeconds, o.BudgetSeconds) = (20, 50)).StreamAsync().GetAsyncEnumerator();

        for (int i = 0; i < 3; i++)
        {
            gates[i].Open();
            (await stream.MoveNextAsync().AsTask().Soon()).ShouldBeTrue();
            bench.Time.Advance(TimeSpan.FromSeconds(15));
        }
        var next = stream.MoveNextAsync().AsTask();
        bench.Time.Advance(TimeSpan.FromSeconds(5));

        var exception = await next.Soon().ShouldFailAsync(ModelFailure.Timeout);
        exception.Message.ShouldContain("BudgetSeconds");
    }

    [Fact]
    public async Task Client_stops_an_answer_that_has_no_end_and_hangs_up()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.Endless("同一句话。"));
        int length = 0;

        var reading = ReadAsync();

        await reading.Soon().ShouldFailAsync(ModelFailure.BadResponse);
        length.ShouldBeInRange(700, 800); // eight characters per allowed token
        await bench.Server.Chat.Requests.Single().Aborted.Soon();

        async Task ReadAsync()
        {
            await foreach (var update in bench.Chat(o => o.MaxOutputTokens = 100).StreamAsync())
                length += update.Text.Length;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancellation_ends_the_call_at_the_server(bool midway)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(midway ? Script.HangAfter("半句") : Script.Hang());
        using var caller = new CancellationTokenSource();
        await using var stream = bench.Chat().StreamAsync(caller.Token).GetAsyncEnumerator(CancellationToken.None);
        if (midway)
            (await stream.MoveNextAsync().AsTask().Soon()).ShouldBeTrue();

        var next = stream.MoveNextAsync().AsTask();
        var request = await bench.Server.Chat.RequestAsync(1).Soon();
        request.Aborted.IsCompleted.ShouldBeFalse();
        await caller.CancelAsync();

        var exception = await Should.ThrowAsync<OperationCanceledException>(next.Soon());
        exception.CancellationToken.ShouldBe(caller.Token);
        await request.Aborted.Soon();
        bench.Server.Chat.Requests.Length.ShouldBe(1);
        bench.Logs.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Call_ends_at_the_server_when_the_reader_stops_reading()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.HangAfter("第一句。"));

        await foreach (var update in bench.Chat().StreamAsync())
            break;

        await bench.Server.Chat.Requests.Single().Aborted.Soon();
    }

    [Fact]
    public async Task Reader_stops_at_the_limit_when_a_reply_has_no_end()
    {
        using var stream = new LimitedStream(new MemoryStream(new byte[100]), 60);

        await Should.ThrowAsync<FormatException>(stream.CopyToAsync(Stream.Null));
        new LimitedStream(new MemoryStream(new byte[60]), 60).CopyTo(Stream.Null);
    }
}
