using Bot.Channels.Telegram;
using Bot.TestServers;

namespace Bot.Channels.Tests.Telegram;

/// <summary>The bot is stopped, the server fails, the group quarrels: no question is lost, none answered twice.</summary>
public sealed class TelegramTroubleTests
{
    private const long Wang = 7;
    private const long Club = -1005;

    [Fact]
    public async Task Question_whose_answer_was_held_up_is_answered_once_after_a_restart()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var bot = await TelegramBot.StartAsync(server);

        using (server.Refuse("sendMessage", new TelegramRefusal(0, "", Loss: AnswerLoss.Request), times: int.MaxValue))
        {
            server.Say(Wang, Wang, "研发经费？");
            await server.UntilAsync(() => server.Calls.Any(c => c.Method == "sendMessage" && c.IsAnswered));
            await bot.StopAsync();
        }
        await bot.StartAsync();
        await server.UntilAsync(() => chat.OfBot.Any());

        bot.Asked.Length.ShouldBe(1);
        chat.OfBot.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Questions_stored_but_not_answered_when_the_bot_ended_are_answered_at_the_next_start()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        var pause = new TaskCompletionSource();
        await using var bot = await TelegramBot.StartAsync(
            server, with: b => b.Answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = pause.Task });

        server.Say(Wang, Wang, "一");
        server.Say(Wang, Wang, "二");
        await server.UntilAsync(() => server.PendingUpdates == 0);
        await bot.StopAsync();
        bot.Answerer = new ScriptedAnswerer(SampleAnswers.Figure);
        await bot.StartAsync();
        await server.UntilAsync(() => chat.OfBot.Count() == 2);

        chat.OfBot.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Update_delivered_again_is_not_answered_again()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var bot = await TelegramBot.StartAsync(server);
        var entered = 0;
        // The poll after the one that brought the question is lost: nothing was confirmed.
        using (server.Refuse(c => c.Method == "getUpdates" && c.Number("offset") is not null && entered++ == 0 ? new TelegramRefusal(502, "Bad Gateway") : null))
        {
            server.Say(Wang, Wang, "一");
            await server.UntilAsync(() => chat.OfBot.Any());
            await bot.RestartAsync();
            server.Say(Wang, Wang, "二");
            await server.UntilAsync(() => chat.OfBot.Count() == 2);
        }

        bot.Asked.ShouldBe(["一", "二"]);
    }

    [Fact]
    public async Task Flood_control_is_waited_out_and_other_chats_go_on()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        var (flooded, other) = (server.AddPerson(Wang), server.AddPerson(8));
        await using var bot = await TelegramBot.StartAsync(server, time);
        server.Flood(Wang, TimeSpan.FromSeconds(17));

        server.Say(Wang, Wang, "一");
        await server.UntilAsync(() => server.Calls.Any(c => c.Method == "sendMessage" && c.Code == 429));
        server.Say(8, 8, "二");
        await server.UntilAsync(() => other.OfBot.Any());
        await time.TimerAsync(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(18));
        time.Advance(TimeSpan.FromSeconds(18));
        await server.UntilAsync(() => flooded.OfBot.Any());

        flooded.OfBot.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Server_that_dies_while_an_answer_is_shown_gets_the_whole_answer_once_when_it_is_back()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        var chat = server.AddPerson(Wang);
        var pause = new TaskCompletionSource();
        var answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = pause.Task };
        await using var bot = await TelegramBot.StartAsync(server, time, b => b.Answerer = answerer);
        server.Say(Wang, Wang, "研发经费？");
        await TelegramParts.DraftAsync(server, chat, time, answerer);

        using (server.Refuse(_ => TelegramRefusal.LostRequest))
        {
            pause.SetResult();
            await server.UntilAsync(() => server.Calls.Any(c => c.Method == "sendMessage" && c.IsAnswered));
            await time.TimerAsync(TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.25));
        }
        time.Advance(TimeSpan.FromSeconds(1.25));
        await server.UntilAsync(() => chat.OfBot.Any());

        chat.OfBot.ShouldHaveSingleItem().Text.ShouldContain("62.4亿元");
    }

    [Fact]
    public async Task Group_that_becomes_a_supergroup_gets_its_answer_there()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Wang);
        server.AddChat(-5, "group");
        var pause = new TaskCompletionSource();
        await using var bot = await TelegramBot.StartAsync(
            server, with: b => b.Answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = pause.Task });

        server.Say(-5, Wang, "/ask 研发经费？");
        await server.UntilAsync(() => server.PendingUpdates == 0);
        var now = server.Migrate(-5, Club);
        pause.SetResult();
        await server.UntilAsync(() => now.OfBot.Any());

        now.OfBot.Single().Text.ShouldContain("62.4亿元");
    }

    [Fact]
    public async Task Person_who_blocked_the_bot_holds_up_nobody()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var blocked = server.AddPerson(Wang);
        var other = server.AddPerson(8);
        await using var bot = await TelegramBot.StartAsync(server);
        server.Say(Wang, Wang, "/subscribe");
        await server.UntilAsync(() => blocked.OfBot.Any());

        server.Say(Wang, Wang, "一");
        server.ChangeMembership(Wang, Wang, "kicked");
        server.Say(8, 8, "二");
        await server.UntilAsync(() => other.OfBot.Any());
        await server.UntilAsync(() => server.PendingUpdates == 0);

        other.OfBot.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Refused_token_is_told_and_tried_again_after_a_while()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        var chat = server.AddPerson(Wang);
        var refusal = server.Refuse("getMe", new TelegramRefusal(401, "Unauthorized"), times: int.MaxValue);
        await using var bot = await TelegramBot.StartAsync(server, time);

        await time.TimerAsync(TelegramSoundness.RefusedTokenWait);
        var problem = bot.Problem;
        refusal.Dispose();
        time.Advance(TelegramSoundness.RefusedTokenWait);
        server.Say(Wang, Wang, "一");
        await server.UntilAsync(() => chat.OfBot.Any());

        problem.ShouldNotBeNull().ShouldSatisfyAllConditions(p => p.ShouldContain("Telegram:Token"), p => p.ShouldNotContain(LoopbackTelegram.Token));
        bot.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Token_refused_in_the_middle_stops_updates_only_for_a_while()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        // One chat each: nobody's answer waits for the pace of a clock that stands still.
        LoopbackChat[] chats = [server.AddPerson(Wang), server.AddPerson(Wang + 1), server.AddPerson(Wang + 2)];
        await using var bot = await TelegramBot.StartAsync(server, time);
        server.Say(Wang, Wang, "一");
        await server.UntilAsync(() => chats[0].OfBot.Any());

        // The poll that is under way ends with an update; the one after it is refused.
        using (server.Refuse("getUpdates", new TelegramRefusal(401, "Unauthorized")))
        {
            server.Say(Wang + 1, Wang + 1, "二");
            await time.TimerAsync(TelegramSoundness.RefusedTokenWait);
        }
        var problem = bot.Problem;
        // Sent before the clock moves on: it would otherwise run out of time on the way.
        await server.UntilAsync(() => chats[1].OfBot.Any());
        server.Say(Wang + 2, Wang + 2, "三");
        time.Advance(TelegramSoundness.RefusedTokenWait);
        await server.UntilAsync(() => chats.All(chat => chat.OfBot.Count() == 1));

        problem.ShouldNotBeNull();
        bot.Problem.ShouldBeNull();
        bot.Asked.ShouldBe(["一", "二", "三"]);
    }

    [Fact]
    public async Task Messages_that_keep_failing_are_told_of_until_one_is_sent()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        var chat = server.AddPerson(Wang);
        await using var bot = await TelegramBot.StartAsync(server, time);
        string? first, last;

        using (server.Refuse("sendMessage", new TelegramRefusal(502, "Bad Gateway"), times: int.MaxValue))
        {
            server.Say(Wang, Wang, "一");
            await time.TimerAsync(TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.25));
            first = bot.Problem;
            time.AdvanceToNext(); // no further: the next wait begins now
            await time.TimerAsync(TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5));
            time.AdvanceToNext();
            await time.TimerAsync(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5));
            last = bot.Problem;
        }
        time.Advance(TimeSpan.FromSeconds(5));
        await server.UntilAsync(() => chat.OfBot.Any());
        await bot.StopAsync(); // what is under way is seen through

        bot.Problem.ShouldBeNull();
        first.ShouldBeNull();
        last.ShouldNotBeNull().ShouldContain("502");
        chat.OfBot.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Webhook_left_by_another_is_removed_and_updates_come_by_polling()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        using (var client = new TelegramClient(new TelegramOptions { Token = LoopbackTelegram.Token, BaseUrl = server.Url }, TimeProvider.System))
            await client.SendRequest(new SetWebhookRequest { Url = "http://127.0.0.1:9/hook", SecretToken = "s" }, default);
        await using var bot = await TelegramBot.StartAsync(server);

        server.Say(Wang, Wang, "一");
        await server.UntilAsync(() => chat.OfBot.Any());

        bot.Asked.ShouldBe(["一"]);
    }

    [Fact]
    public async Task Failing_answerer_is_apologised_for_and_the_next_question_answered()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var bot = await TelegramBot.StartAsync(server, with: b => b.Answerer = new ScriptedAnswerer(
            q => q.Text == "一" ? throw new InvalidOperationException("broken") : SampleAnswers.Figure));

        server.Say(Wang, Wang, "一");
        server.Say(Wang, Wang, "二");
        await server.UntilAsync(() => chat.OfBot.Count() == 2);

        chat.OfBot.First().Text.ShouldContain("暂时无法回答");
        chat.OfBot.Last().Text.ShouldContain("62.4亿元");
    }
}
