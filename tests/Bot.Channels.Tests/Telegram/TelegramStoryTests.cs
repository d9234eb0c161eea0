using System.Text.Json.Nodes;
using Bot.Channels.Telegram;
using Bot.TestServers;

namespace Bot.Channels.Tests.Telegram;

public sealed class TelegramStoryTests
{
    private const long Wang = 7;
    private const long Li = 8;
    private const long Club = -1005;

    [Fact]
    public async Task Person_asks_opens_a_paragraph_votes_and_goes_on_with_a_follow_up()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var bot = await TelegramBot.StartAsync(server);

        server.Say(Wang, Wang, "临江市2021年的研发经费是多少？");
        await server.UntilAsync(() => chat.OfBot.Any());
        var answer = chat.OfBot.Single();
        server.Press(Wang, Wang, answer.Id, answer.Buttons[0].Text);
        await server.UntilAsync(() => chat.OfBot.Count() == 2);
        var vote = server.Press(Wang, Wang, answer.Id, "👍");
        await server.UntilAsync(() => bot.Feedback.Votes.Count == 1 && server.Calls.Count(c => c.Method == "answerCallbackQuery" && c.IsAnswered) == 2);
        server.Press(Wang, Wang, answer.Id, answer.Buttons[^1].Text);
        await server.UntilAsync(() => chat.OfBot.Count() == 3);

        answer.Text.ShouldContain("62.4亿元");
        answer.Entities.Count(e => e.Type is "expandable_blockquote" or "blockquote").ShouldBe(3);
        answer.ReplyTo.ShouldBeNull();
        answer.Buttons.ShouldContain(b => b.Effect.StartsWith("https://bot.example.cn/reports/"));
        server.Calls.ShouldContain(c => c.Method == "sendChatAction");
        chat.OfBot.ElementAt(1).Text.ShouldContain("全市研发经费支出62.4亿元");
        server.CallbackAnswer(vote).ShouldBe("谢谢！👍");
        bot.Asked.Last().ShouldBe("青石县2021年的研发投入呢？");
        chat.OfBot.Last().Text.ShouldStartWith("青石县2021年的研发投入呢？");
    }

    [Fact]
    public async Task Group_hears_the_bot_only_when_it_is_meant_and_in_the_same_topic()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Wang);
        server.AddPerson(Li);
        var group = server.AddChat(Club, topics: [5, 6]);
        await using var bot = await TelegramBot.StartAsync(server);

        server.Say(Club, Wang, "大家看看今年的情况", thread: 5);
        server.Say(Club, Wang, "/ask@another_bot 一", thread: 5);
        var byName = server.Say(Club, Wang, "请问@policy_report_bot研发经费是多少", thread: 5);
        await server.UntilAsync(() => group.OfBot.Count() == 1);
        var first = group.OfBot.Single();
        var reply = server.Say(Club, Li, "目标呢？", thread: 5, replyTo: first.Id);
        var byCommand = server.Say(Club, Li, "/ask@policy_report_bot 研发经费", thread: 6);
        await server.UntilAsync(() => group.OfBot.Count() == 3);

        group.OfBot.Select(m => (m.ReplyTo, m.Thread)).ShouldBe([(byName.Id, 5L), (reply.Id, 5L), (byCommand.Id, 6L)], ignoreOrder: true);
        bot.Asked.ShouldBe(["请问研发经费是多少", "目标呢？", "研发经费"], ignoreOrder: true);
    }

    [Fact]
    public async Task General_topic_anonymous_administrators_and_text_mentions_are_understood()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Wang);
        var group = server.AddChat(Club, topics: [5]);
        await using var bot = await TelegramBot.StartAsync(server);

        server.Say(Club, null, "@policy_report_bot 一问");
        server.Say(Club, Wang, "机器人 二问", more: new LoopbackEntity("text_mention", 0, 3, "1234567890"));
        await server.UntilAsync(() => group.OfBot.Count() == 2);

        bot.Asked.ShouldBe(["一问", "二问"]);
        group.OfBot.ShouldAllBe(m => m.Thread == null);
    }

    [Fact]
    public async Task Bare_mention_under_a_message_asks_about_that_message()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Wang);
        var group = server.AddChat(Club);
        await using var bot = await TelegramBot.StartAsync(server);

        var asked = server.Say(Club, Wang, "去年的研发经费是多少？");
        server.Say(Club, Wang, "@policy_report_bot", replyTo: asked.Id);
        await server.UntilAsync(() => group.OfBot.Any());

        bot.Asked.ShouldBe(["去年的研发经费是多少？"]);
    }

    [Fact]
    public async Task Edited_question_is_answered_in_place_of_the_old_answer()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var bot = await TelegramBot.StartAsync(server);
        var question = server.Say(Wang, Wang, "青石县的专利授权量？");
        await server.UntilAsync(() => chat.OfBot.Any());

        server.EditText(Wang, question.Id, "临江市有哪些主要工作？");
        await server.UntilAsync(() => chat.OfBot.Single().Earlier.Length == 1);
        server.EditText(Wang, question.Id, "临江市2021年的研发经费？");
        await server.UntilAsync(() => chat.OfBot.Single().Earlier.Length == 2);

        chat.OfBot.Single().Text.ShouldContain("62.4亿元");
        chat.OfBot.Single().Buttons.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Slow_answer_is_seen_as_a_draft_while_it_is_made_and_leaves_one_message()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        var chat = server.AddPerson(Wang);
        var pause = new TaskCompletionSource();
        var answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = pause.Task };
        await using var bot = await TelegramBot.StartAsync(server, time, b => b.Answerer = answerer);

        server.Say(Wang, Wang, "临江市2021年的研发经费？");
        await TelegramParts.DraftAsync(server, chat, time, answerer);
        pause.SetResult();
        await server.UntilAsync(() => chat.OfBot.Any());

        chat.OfBot.ShouldHaveSingleItem().Text.ShouldContain("62.4亿元");
    }

    [Fact]
    public async Task Answer_that_the_person_stops_is_not_made_and_the_next_question_is_answered()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        var chat = server.AddPerson(Wang);
        var pause = new TaskCompletionSource();
        var answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = pause.Task };
        await using var bot = await TelegramBot.StartAsync(server, time, b => b.Answerer = answerer);
        server.Say(Wang, Wang, "临江市2021年的研发经费？");
        await TelegramParts.DraftAsync(server, chat, time, answerer);

        server.Happen("stopped_message_generation", new JsonObject
        {
            ["chat"] = new JsonObject { ["id"] = Wang, ["type"] = "private" },
            ["draft_id"] = server.Calls.First(c => c.Method == "sendMessageDraft").Number("draft_id"),
        });
        await server.UntilAsync(() => chat.OfBot.Any());
        pause.SetResult();
        server.Say(Wang, Wang, "那2020年呢？");
        await server.UntilAsync(() => chat.OfBot.Count() == 2);

        answerer.Cancelled.Task.IsCompleted.ShouldBeTrue();
        chat.OfBot.First().Text.ShouldStartWith("已停止");
        chat.OfBot.Last().Text.ShouldContain("62.4亿元");
    }

    [Fact]
    public async Task Without_drafts_the_message_that_grew_becomes_the_answer()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        server.TakesDrafts = false;
        var chat = server.AddPerson(Wang);
        var pause = new TaskCompletionSource();
        var answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = pause.Task };
        await using var bot = await TelegramBot.StartAsync(server, time, b => b.Answerer = answerer);

        server.Say(Wang, Wang, "临江市2021年的研发经费？");
        await answerer.Paused.Task;
        await time.TimerAsync(StreamedAnswer.Patience);
        time.Advance(StreamedAnswer.Patience);
        await server.UntilAsync(() => chat.OfBot.Any());
        pause.SetResult();
        await server.UntilAsync(() => chat.OfBot.Single().Earlier.Length == 1);

        chat.OfBot.ShouldHaveSingleItem().Text.ShouldContain("62.4亿元");
    }

    [Fact]
    public async Task Voice_message_gets_a_friendly_word()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var bot = await TelegramBot.StartAsync(server);

        server.Happen("message", new JsonObject
        {
            ["message_id"] = 900,
            ["date"] = 0,
            ["chat"] = new JsonObject { ["id"] = Wang, ["type"] = "private" },
            ["from"] = new JsonObject { ["id"] = Wang, ["is_bot"] = false, ["first_name"] = "王" },
            ["voice"] = new JsonObject { ["file_id"] = "x" },
        });
        await server.UntilAsync(() => chat.OfBot.Any());

        chat.OfBot.Single().Text.ShouldContain("看不懂语音");
    }

    [Fact]
    public async Task Channel_that_subscribed_gets_a_digest_of_each_new_version_once()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        var channel = server.AddChat(Club, "channel", "科技简报");
        await using var bot = await TelegramBot.StartAsync(server, time);

        server.Say(Club, null, "/subscribe");
        await server.UntilAsync(() => channel.OfBot.Any());
        await bot.Index.ReplaceAsync(SampleLedger.Long(3), "long.txt", default);
        await time.TimerAsync(TimeSpan.FromSeconds(5)); // looks for news
        time.Advance(TimeSpan.FromSeconds(5));
        await server.UntilAsync(() => channel.OfBot.Count() == 2);
        await bot.RestartAsync();
        await bot.Index.ReplaceAsync(SampleLedger.Long(4) with { ContentHash = "1" }, "long.txt", default);
        await time.TimerAsync(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(5));
        await server.UntilAsync(() => channel.OfBot.Count() == 3);

        channel.OfBot.ElementAt(1).Text.ShouldStartWith("新收录的报告：很多数字");
        channel.OfBot.ElementAt(2).Text.ShouldStartWith("报告有更新：很多数字");
        channel.OfBot.Count(m => m.Text.Contains("临江市")).ShouldBe(0);
    }

    [Fact]
    public async Task Button_under_an_announcement_opens_its_paragraph_in_the_readers_own_chat()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        var (channel, own) = (server.AddChat(Club, "channel", "科技简报"), server.AddPerson(Wang));
        await using var bot = await TelegramBot.StartAsync(server, time);
        server.Say(Club, null, "/subscribe");
        await server.UntilAsync(() => channel.OfBot.Any());
        await bot.Index.ReplaceAsync(SampleLedger.Linjiang with { ContentHash = "2" }, "linjiang.txt", default);
        await time.TimerAsync(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(5));
        await server.UntilAsync(() => channel.OfBot.Count() == 2);
        var buttons = channel.OfBot.Last().Buttons;

        server.Say(Wang, Wang, "/start " + buttons[0].Effect.Split("?start=")[1]);
        await server.UntilAsync(() => own.OfBot.Any());

        buttons.ShouldAllBe(b => b.Effect.StartsWith("https://"));
        buttons[0].Effect.ShouldStartWith("https://t.me/policy_report_bot?start=p-");
        own.OfBot.Single().Text.ShouldContain("全市研发经费支出62.4亿元");
        channel.OfBot.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Inline_query_offers_cited_figures()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Wang);
        await using var bot = await TelegramBot.StartAsync(server);

        var query = server.Inline(Wang, "临江 高企");
        await server.UntilAsync(() => server.InlineAnswer(query) is not null);

        var results = server.InlineAnswer(query)!["results"]!.AsArray();
        results.Count.ShouldBe(2);
        results.ShouldAllBe(r => ((string)r!["input_message_content"]!["message_text"]!).Contains("第5段"));
    }

    [Fact]
    public async Task Menus_are_set_in_two_languages_and_administrators_have_more()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Li);
        await using var bot = await TelegramBot.StartAsync(server, with: b => b.Settings.Administrators.Add("8"));

        await server.UntilAsync(() => server.Commands.Count == 6);

        server.Commands.Values.ShouldAllBe(menu => menu.Count >= 7);
        server.Commands.Values.Count(menu => menu.Any(c => (string?)c!["command"] == "gaps")).ShouldBe(2);
    }
}
