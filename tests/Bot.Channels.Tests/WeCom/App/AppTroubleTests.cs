using Bot.TestServers;

namespace Bot.Channels.Tests.WeCom;

public sealed class AppTroubleTests
{
    private const string Zhang = "zhangsan";
    private const string Question = "研发经费是多少？";

    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Token_that_expires_in_mid_answer_is_renewed_once_and_the_answer_goes_on()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        var model = new SlowAnswerer(SampleAnswers.List);
        await using var bot = await WeComBot.StartAsync(server, with: b => b.Answerer = model);
        await server.UntilAsync(() => server.CountOf("menu/create") == 1);
        await server.SayAsync(Zhang, Question);

        server.ExpireTokens();
        model.Finish();
        await server.UntilAsync(() => server.Messages.Length >= 1);

        server.Calls.Where(c => c.Name is "message/send" or "gettoken").Select(c => c.Code).Take(4).ShouldBe([0, 42001, 0, 0]);
        server.CountOf("gettoken").ShouldBe(2);
    }

    [Fact]
    public async Task Token_that_stays_refused_is_renewed_once_per_try()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await WeComBot.StartAsync(server, time);
        await server.UntilAsync(() => server.CountOf("menu/create") == 1);

        using (server.Refuse("message/send", 40014, "invalid access_token"))
        {
            await server.SayAsync(Zhang, "/help");
            await time.TimerAsync(TimeSpan.FromMinutes(1));
            (server.CountOf("gettoken"), server.CountOf("message/send")).ShouldBe((2, 2));
        }
        time.Advance(TimeSpan.FromMinutes(1));

        await server.UntilAsync(() => server.Messages.Length == 1);
        server.CountOf("gettoken").ShouldBe(2);
    }

    [Fact]
    public async Task Wrong_secret_is_tried_once_an_hour_and_readiness_tells_it_without_repeating_it()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await WeComBot.StartAsync(server, time, b => b.Settings["WeCom:App:Secret"] = "a-wrong-secret");
        await server.UntilAsync(() => server.CountOf("gettoken") == 1);

        await server.SayAsync(Zhang, Question);
        await server.SayAsync("lisi", Question);
        await time.TimerAsync(TimeSpan.FromHours(1));
        await AllAnsweredAsync(bot);
        time.Advance(TimeSpan.FromMinutes(59));

        server.CountOf("gettoken").ShouldBe(1);
        server.CountOf("message/send").ShouldBe(0);
        var readiness = await bot.ReadinessAsync();
        readiness.ShouldContain("degraded");
        readiness.ShouldContain("40001");
        (readiness + string.Join('\n', bot.Log.All)).ShouldNotContain("a-wrong-secret");
    }

    [Fact]
    public async Task Address_that_is_not_trusted_is_named_and_the_answer_waits_until_it_is()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await WeComBot.StartAsync(server, time);
        await server.UntilAsync(() => server.CountOf("menu/create") == 1);

        using (server.Refuse("message/send", 60020, "not allow to access from your ip, hint: [1700000000], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com"))
        {
            await server.SayAsync(Zhang, "/help");
            await time.TimerAsync(TimeSpan.FromMinutes(1));
            (await bot.ReadinessAsync()).ShouldContain("203.0.113.7");
        }
        time.Advance(TimeSpan.FromMinutes(1));

        await server.UntilAsync(() => server.Messages.Length == 1);
        await AnsweredAsync(bot, server);
        (await bot.ReadinessAsync()).ShouldNotContain("203.0.113.7");
    }

    [Fact]
    public async Task Rate_limit_lets_messages_wait_and_none_is_lost()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await WeComBot.StartAsync(server, time);
        using (server.Refuse("message/send", 45009, "api freq out of limit", times: 1))
        {
            await server.SayAsync(Zhang, "/help");
            await server.UntilAsync(() => server.CountOf("message/send") == 1);
            await time.TimerAsync(TimeSpan.FromSeconds(40));
        }

        time.Advance(TimeSpan.FromSeconds(40));

        await server.UntilAsync(() => server.Messages.Length == 1);
    }

    [Theory]
    [InlineData("nobody", 81013)]
    [InlineData("departed", 0)]
    public async Task Unknown_member_is_told_in_the_log_and_keeps_nobody_waiting(string user, int code)
    {
        await using var server = await LoopbackWeCom.StartAsync();
        server.Departed.Add("departed");
        await using var bot = await WeComBot.StartAsync(server);

        await server.SayAsync(user, "/help");
        await server.UntilAsync(() => server.CountOf("message/send") == 1);
        await server.SayAsync("lisi", "/help");
        await server.UntilAsync(() => server.Messages.Any(m => m.To == "lisi"));

        server.Calls.First(c => c.Name == "message/send").Code.ShouldBe(code);
        await bot.Log.LineWithAsync("was given up");
        server.CountOf("message/send").ShouldBe(2);
    }

    [Fact]
    public async Task Member_gets_no_more_than_30_messages_in_a_minute_and_the_rest_later()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await WeComBot.StartAsync(server, time);
        for (var i = 1; i <= 30; i++)
        {
            await server.SayAsync(Zhang, "/help");
            await server.UntilAsync(() => server.Messages.Length == i);
        }

        await server.SayAsync(Zhang, "/help");
        await time.TimerAsync(TimeSpan.FromMinutes(1));
        server.Messages.Length.ShouldBe(30);
        time.Advance(TimeSpan.FromMinutes(1));

        await server.UntilAsync(() => server.Messages.Length == 31);
    }

    [Fact]
    public async Task Markdown_that_is_not_taken_goes_as_text()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server);
        using var fault = server.Refuse("message/send", 40008, "invalid message type", times: 1);

        await server.SayAsync(Zhang, Question);
        await server.UntilAsync(() => server.Messages.Length >= 1);

        var text = server.Messages[0];
        text.Type.ShouldBe("text");
        text.Text.ShouldContain("62.4亿元");
        text.Text.ShouldNotContain("](");
    }

    [Fact]
    public async Task Message_whose_acknowledgement_got_lost_is_sent_again_and_shown_once()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await WeComBot.StartAsync(server, time);
        await server.UntilAsync(() => server.CountOf("menu/create") == 1);
        server.LoseAnswers("message/send", times: 1);

        await server.SayAsync(Zhang, "/help");
        await time.TimerAsync(TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.25));
        time.Advance(TimeSpan.FromSeconds(1.25));
        await server.UntilAsync(() => server.CountOf("message/send") == 2);

        server.Messages.ShouldHaveSingleItem();
        server.Calls.Where(c => c.Name == "message/send").Select(c => c.Body!.ContainsKey("enable_duplicate_check")).ShouldBe([false, true]);
    }

    [Fact]
    public async Task Token_is_renewed_before_it_expires()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await WeComBot.StartAsync(server, time);
        await server.UntilAsync(() => server.CountOf("menu/create") == 1);

        time.Advance(TimeSpan.FromSeconds(7200 - 299));
        await server.SayAsync(Zhang, "/help");
        await server.UntilAsync(() => server.Messages.Length == 1);

        server.CountOf("gettoken").ShouldBe(2);
        server.Calls.ShouldAllBe(c => c.Code == 0);
    }

    [Fact]
    public async Task Failure_of_the_answer_is_apologised_for_and_the_next_is_answered()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        var fails = true;
        await using var bot = await WeComBot.StartAsync(server, with: b => b.Answerer = new ScriptedAnswerer(
            _ => fails ? throw new InvalidOperationException("broken") : SampleAnswers.List));

        await server.SayAsync(Zhang, Question);
        await server.UntilAsync(() => server.Messages.Length == 1);
        fails = false;
        await server.SayAsync(Zhang, Question);
        await server.UntilAsync(() => server.Messages.Length >= 2);

        server.Messages[0].Text.ShouldContain("抱歉，暂时无法回答");
        server.Messages[1].Text.ShouldContain("六项");
    }

    // The replies are noted: what is left is to send them.
    private static async Task AllAnsweredAsync(WeComBot bot)
    {
        while ((await bot.OpenEventsAsync()).Count > 0)
            await Task.Yield();
    }

    // A second answer proves that what came with the first was dealt with to its end.
    private static async Task AnsweredAsync(WeComBot bot, LoopbackWeCom server)
    {
        var before = server.Messages.Length;
        await server.SayAsync(Zhang, "/help");
        await server.UntilAsync(() => server.Messages.Length > before);
        bot.Log.All.ShouldNotContain(line => line.Contains("could not be"));
    }
}
