using Bot.Answers;
using Bot.TestServers;

namespace Bot.Channels.Tests.WeCom;

/// <summary>The AI bot through a connection of its own: what goes over it, and what becomes of it in trouble.</summary>
public sealed class AiBotSocketTests
{
    private const string Wang = "wang";
    private const string Bureau = "wrGroupOfBureau";

    private static readonly DateTimeOffset s_start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Something_is_pushed_at_once_and_the_stream_ends_with_the_answer()
    {
        await using var server = await LoopbackAiBotSocket.StartAsync();
        await using var bot = await RunningAiBot.ConnectedAsync(server);
        await server.UntilAsync(() => server.Logins == 1);

        var request = await server.SayAsync(AiBotMessages.Said(Wang, "@机器人 研发经费？", Bureau));
        var end = await server.FinishAsync(request);

        end.Content!.ShouldStartWith("2021年，临江市全社会研发经费支出62.4亿元，占GDP比重2.31%[1]");
        end.Body!["template_card"].ShouldNotBeNull();
        server.Orders.Where(o => o.Request == request).SkipLast(1).ShouldAllBe(o => o.Content!.StartsWith("正在查找"));
        server.Orders.ShouldAllBe(o => o.Command == "aibot_subscribe" || o.Request == request);
    }

    [Fact]
    public async Task Connection_that_another_takes_over_is_left_alone()
    {
        await using var server = await LoopbackAiBotSocket.StartAsync();
        await using var bot = await RunningAiBot.ConnectedAsync(server);
        await server.UntilAsync(() => server.Logins == 1);

        await server.SayAsync(AiBotMessages.Disconnected());
        await UntilAsync(bot, problem => problem?.Contains("占用") is true);

        server.Logins.ShouldBe(1);
        bot.Problem!.ShouldStartWith("WeCom:Bot: 另一个连接占用了这个机器人");
    }

    [Fact]
    public async Task Answer_for_a_stream_that_expired_comes_as_a_message_of_its_own()
    {
        await using var server = await LoopbackAiBotSocket.StartAsync();
        await using var bot = await RunningAiBot.ConnectedAsync(server);
        await server.UntilAsync(() => server.Logins == 1);
        server.Refusal = order => order.IsFinished ? 846608 : null;

        await server.SayAsync(AiBotMessages.Said(Wang, "@机器人 研发经费？", Bureau));
        var sent = await server.OrderAsync(o => o.Command == "aibot_send_msg" && o.Content is not null);
        await server.OrderAsync(o => o.Command == "aibot_send_msg" && o.Body!["template_card"] is not null);

        ((string?)sent.Body!["chatid"]).ShouldBe(Bureau);
        sent.Content!.ShouldContain("62.4亿元");
        bot.Asked.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Question_in_the_making_is_answered_by_a_message_after_a_restart()
    {
        await using var server = await LoopbackAiBotSocket.StartAsync();
        var pause = new TaskCompletionSource();
        await using var bot = await RunningAiBot.ConnectedAsync(
            server, with: b => b.Answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = pause.Task });
        await server.UntilAsync(() => server.Logins == 1);

        await server.SayAsync(AiBotMessages.Said(Wang, "研发经费？"));
        await ((ScriptedAnswerer)bot.Answerer).Paused.Task;
        await bot.StopAsync();
        server.ForgetRequests();
        bot.Answerer = new ScriptedAnswerer(SampleAnswers.Figure);
        await bot.StartAsync();
        var sent = await server.OrderAsync(o => o.Command == "aibot_send_msg" && o.Content is not null);

        ((string?)sent.Body!["chatid"]).ShouldBe(Wang);
        server.Orders.Count(o => o is { Command: "aibot_send_msg", Content: not null }).ShouldBe(1);
    }

    [Fact]
    public async Task Message_handed_over_again_after_a_new_login_is_answered_once()
    {
        await using var server = await LoopbackAiBotSocket.StartAsync();
        await using var bot = await RunningAiBot.ConnectedAsync(server);
        await server.UntilAsync(() => server.Logins == 1);
        var message = AiBotMessages.Said(Wang, "研发经费？");

        await server.FinishAsync(await server.SayAsync(message));
        server.Drop();
        await server.UntilAsync(() => server.Logins == 2);
        await server.FinishAsync(await server.SayAsync(message));

        bot.Asked.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Opened_chat_and_tapped_cards_are_answered_under_the_events_own_name()
    {
        await using var server = await LoopbackAiBotSocket.StartAsync();
        await using var bot = await RunningAiBot.ConnectedAsync(server);
        await server.UntilAsync(() => server.Logins == 1);
        var end = await server.FinishAsync(await server.SayAsync(AiBotMessages.Said(Wang, "研发经费？")));
        var card = end.Body!["template_card"]!;

        var entered = await server.SayAsync(AiBotMessages.Entered(Wang));
        var tapped = await server.SayAsync(AiBotMessages.Tapped(Wang, (string)card["task_id"]!, (string)card["button_list"]![0]!["key"]!));
        var welcome = await server.OrderAsync(o => o.Request == entered);
        var update = await server.OrderAsync(o => o.Request == tapped);

        welcome.ShouldSatisfyAllConditions(w => w.Command.ShouldBe("aibot_respond_welcome_msg"), w => w.Content!.ShouldContain("涵盖："));
        update.Command.ShouldBe("aibot_respond_update_msg");
        ((string?)update.Body!["template_card"]!["quote_area"]!["quote_text"]).ShouldBe(SampleAnswers.Figure.Citations[0].Text);
    }

    [Fact]
    public async Task Fourth_question_of_one_person_is_told_to_wait()
    {
        await using var server = await LoopbackAiBotSocket.StartAsync();
        var pause = new TaskCompletionSource();
        await using var bot = await RunningAiBot.ConnectedAsync(
            server, with: b => b.Answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = pause.Task });
        await server.UntilAsync(() => server.Logins == 1);

        foreach (var question in (string[])["一？", "二？", "三？"])
            await server.SayAsync(AiBotMessages.Said(Wang, question));
        var fourth = await server.FinishAsync(await server.SayAsync(AiBotMessages.Said(Wang, "四？")));
        pause.SetResult();

        fourth.Content!.ShouldContain("请等它们答完再问");
        await server.UntilAsync(() => server.Orders.Count(o => o.IsFinished && o.Content!.Contains("62.4亿元")) == 3);
    }

    [Fact]
    public async Task Chat_that_subscribed_hears_of_a_new_report()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackAiBotSocket.StartAsync();
        await using var bot = await RunningAiBot.ConnectedAsync(server, time);
        await server.UntilAsync(() => server.Logins == 1);

        var end = await server.FinishAsync(await server.SayAsync(AiBotMessages.Said(Wang, "/subscribe")));
        await bot.Index.ReplaceAsync(SampleReports.Malicious, "new.txt", default);
        using (var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20)))
        {
            // News are looked for every five seconds.
            while (server.Orders.All(o => o.Command != "aibot_send_msg"))
            {
                time.Advance(TimeSpan.FromSeconds(5));
                await Task.Delay(50, deadline.Token);
            }
        }
        var digest = server.Orders.First(o => o.Command == "aibot_send_msg");

        end.Content!.ShouldStartWith("已订阅");
        ((string?)digest.Body!["chatid"]).ShouldBe(Wang);
        ((string?)digest.Body["msgtype"]).ShouldBe("markdown");
    }

    private static async Task UntilAsync(RunningAiBot bot, Func<string?, bool> isSo)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo(bot.Problem))
            await Task.Delay(10, deadline.Token);
    }
}
