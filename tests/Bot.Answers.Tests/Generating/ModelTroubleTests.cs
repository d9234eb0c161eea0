using Bot.Models;
using Bot.TestServers;

namespace Bot.Answers.Tests.Generating;

public sealed class ModelTroubleTests
{
    private const string Asked = "江北市2022年新认定高新技术企业多少家？";

    public static TheoryData<string> Troubles => ["500", "malformed", "malformed-stream", "empty", "endless", "unfinished", "key", "abort", "filter"];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Answer_is_extractive_and_one_line_tells_the_cause_when_the_model_fails(string trouble)
    {
        await using var bench = await GeneratingBench.StartAsync(o => (o.Attempts, o.MaxOutputTokens, o.ApiKey) = (1, 64, "sk-secret-of-the-test"));
        bench.Server.Chat.Always(ScriptOf(trouble));

        var answer = await bench.AskAsync(Asked);

        answer.Mode.ShouldBe(AnswerMode.Extractive);
        answer.Text.ShouldBe((await bench.ExtractiveAsync(Asked)).Text);
        bench.Warnings.Count.ShouldBe(1, string.Join('\n', bench.Warnings));
        bench.Warnings.Single().ShouldNotContain("sk-secret");
        if (trouble != "filter")
            bench.Health.Of(ModelKind.Chat)!.IsDegraded.ShouldBeTrue();
    }

    [Fact]
    public async Task Answer_is_generative_when_the_second_attempt_succeeds()
    {
        await using var bench = await GeneratingBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.RateLimited(TimeSpan.Zero), Script.Text("江北市2022年新认定高新技术企业128家[1]。"));

        var answer = await bench.AskAsync(Asked);

        answer.Mode.ShouldBe(AnswerMode.Generative, answer.Text);
        bench.Health.Of(ModelKind.Chat)!.IsDegraded.ShouldBeFalse();
    }

    [Fact]
    public async Task Answer_comes_within_the_budget_when_the_model_hangs()
    {
        var time = new SteppedTime(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        await using var bench = await GeneratingBench.StartAsync(o => (o.Attempts, o.TimeoutSeconds, o.BudgetSeconds) = (1, 600, 5), time);
        bench.Server.Chat.Always(Script.After(new Gate(), Script.Empty()));

        var asking = bench.AskAsync(Asked);
        await bench.Server.Chat.RequestAsync(1);
        time.Advance(TimeSpan.FromSeconds(5));
        var answer = await asking;

        answer.Mode.ShouldBe(AnswerMode.Extractive);
        bench.Health.Of(ModelKind.Chat)!.Failure.ShouldBe(ModelFailure.Timeout);
    }

    [Fact]
    public async Task Budget_holds_for_all_calls_of_a_question_when_the_repair_hangs()
    {
        var time = new SteppedTime(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        await using var bench = await GeneratingBench.StartAsync(o => (o.TimeoutSeconds, o.BudgetSeconds) = (600, 5), time);
        bench.Server.Chat.Enqueue(Script.Text("江北市2022年新认定高新技术企业129家[1]。"), Script.After(new Gate(), Script.Empty()));

        var asking = bench.AskAsync(Asked);
        await bench.Server.Chat.RequestAsync(2);
        time.Advance(TimeSpan.FromSeconds(6));
        var answer = await asking;

        answer.Mode.ShouldBe(AnswerMode.Extractive);
        answer.Text.ShouldNotContain("129");
        bench.Health.Of(ModelKind.Chat)!.Failure.ShouldBe(ModelFailure.Timeout);
    }

    [Fact]
    public async Task Questions_do_not_wait_for_a_model_that_hung_three_times()
    {
        var time = new SteppedTime(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        await using var bench = await GeneratingBench.StartAsync(o => (o.Attempts, o.TimeoutSeconds, o.BudgetSeconds) = (1, 600, 5), time);
        bench.Server.Chat.Always(Script.After(new Gate(), Script.Empty()));
        for (var i = 1; i <= 3; i++)
        {
            var asking = bench.AskAsync(Asked);
            await bench.Server.Chat.RequestAsync(i);
            time.Advance(TimeSpan.FromSeconds(5));
            await asking;
        }

        var answer = await bench.AskAsync(Asked); // the clock stands: it would never end if it waited

        answer.Mode.ShouldBe(AnswerMode.Extractive);
        answer.Text.ShouldContain("128家");
        bench.Server.Chat.Requests.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Sentences_shown_stay_and_the_rest_is_extractive_when_the_stream_breaks()
    {
        await using var bench = await GeneratingBench.StartAsync();
        var gate = new Gate();
        bench.Server.Chat.Always(Script.CutOff(gate, "江北市2022年新认定高新技术企业128家[1]。\n", "江北市2022年总数达7"));
        var shown = "";

        await foreach (var part in bench.Answerer.StreamAsync(new Question(Asked), CancellationToken.None))
        {
            gate.Open();
            if (part is AnswerPart.Piece piece)
                shown += piece.Text;
            if (part is not AnswerPart.Whole whole)
                continue;
            whole.Answer.Mode.ShouldBe(AnswerMode.Generative);
            whole.Answer.Text.ShouldBe(shown);
        }

        shown.ShouldStartWith("江北市2022年新认定高新技术企业128家[1]。");
        shown.ShouldNotContain("总数达7[");
    }

    [Fact]
    public async Task Upstream_call_ends_when_the_asker_gives_up()
    {
        await using var bench = await GeneratingBench.StartAsync();
        bench.Server.Chat.Always(Script.After(new Gate(), Script.Empty()));
        using var gone = new CancellationTokenSource();

        var asking = bench.Answerer.AnswerAsync(new Question(Asked), gone.Token);
        var request = await bench.Server.Chat.RequestAsync(1);
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
        await request.Aborted.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static Script ScriptOf(string trouble) => trouble switch
    {
        "500" => Script.ServerError(),
        "malformed" => Script.MalformedJson(),
        "malformed-stream" => Script.MalformedStream(),
        "empty" => Script.Empty(),
        "endless" => Script.Endless("江北市"),
        "unfinished" => Script.Unfinished("江北市2022年新认定高新技术企业"),
        "key" => Script.Error(401, "Incorrect API key provided: sk-secret-of-the-test.", "invalid_api_key"),
        "abort" => Script.Abort(),
        "filter" => Script.Finish("content_filter", "江北市"),
        _ => throw new ArgumentOutOfRangeException(nameof(trouble)),
    };
}
