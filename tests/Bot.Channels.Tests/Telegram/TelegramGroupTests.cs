using System.Text.Json.Nodes;
using Bot.TestServers;

namespace Bot.Channels.Tests.Telegram;

/// <summary>Who may do what in a group, and how it moves.</summary>
public sealed class TelegramGroupTests
{
    private const long Wang = 7;
    private const long Li = 8;
    private const long Club = -1005;

    [Fact]
    public async Task Group_is_subscribed_by_its_own_administrators_anonymous_ones_too()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Wang);
        server.AddPerson(Li);
        var group = server.AddChat(Club);
        group.Statuses[Li] = "creator";
        await using var bot = await TelegramBot.StartAsync(server);

        server.Say(Club, Wang, "/subscribe@policy_report_bot");
        server.Say(Club, Li, "/subscribe@policy_report_bot");
        server.Say(Club, null, "/unsubscribe@policy_report_bot");
        await server.UntilAsync(() => group.OfBot.Count() == 3);

        group.OfBot.Select(m => m.Text[..3]).ShouldBe(["群里的", "已订阅", "已退订"]);
    }

    [Fact]
    public async Task Group_that_is_not_on_the_list_is_told_its_number_once_and_answered_after_it_was_allowed()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Wang);
        server.AddPerson(Li);
        var group = server.AddChat(Club);
        await using var bot = await TelegramBot.StartAsync(server, with: b =>
        {
            b.Settings.AllowedChats.Add("99");
            b.Settings.Administrators.Add("8");
        });

        server.ChangeMembership(Club, Wang, "member");
        server.Say(Club, Wang, "/ask@policy_report_bot 一问");
        server.Say(Club, Li, "/allow@policy_report_bot");
        server.Say(Club, Wang, "/ask@policy_report_bot 二问");
        await server.UntilAsync(() => group.OfBot.Count() == 3);

        group.OfBot.First().Text.ShouldContain("群的编号 -1005");
        bot.Asked.ShouldBe(["二问"]);
    }

    [Fact]
    public async Task Bare_mention_gets_a_hint_and_one_under_a_picture_too()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Wang);
        var group = server.AddChat(Club);
        await using var bot = await TelegramBot.StartAsync(server);

        var mention = server.Say(Club, Wang, "@policy_report_bot");
        server.Happen("message", new JsonObject
        {
            ["message_id"] = 900,
            ["date"] = 0,
            ["chat"] = new JsonObject { ["id"] = Club, ["type"] = "supergroup" },
            ["from"] = new JsonObject { ["id"] = Wang, ["is_bot"] = false, ["first_name"] = "王" },
            ["text"] = "@policy_report_bot",
            ["reply_to_message"] = new JsonObject
            {
                ["message_id"] = 899,
                ["date"] = 0,
                ["chat"] = new JsonObject { ["id"] = Club, ["type"] = "supergroup" },
                ["photo"] = new JsonArray(new JsonObject { ["file_id"] = "x" }),
            },
        });
        await server.UntilAsync(() => group.OfBot.Count() == 2);

        group.OfBot.ShouldAllBe(m => m.Text.StartsWith("请把问题写出来"));
        group.OfBot.First().ReplyTo.ShouldBe(mention.Id);
        bot.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_who_ask_across_each_other_are_each_answered_in_their_own_conversation()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Wang);
        server.AddPerson(Li);
        var group = server.AddChat(Club);
        await using var bot = await TelegramBot.StartAsync(server);

        var asked = new[]
        {
            server.Say(Club, Wang, "@policy_report_bot 临江市2021年的研发经费？"),
            server.Say(Club, Li, "@policy_report_bot 青石县2021年的高企？"),
            server.Say(Club, Wang, "@policy_report_bot 那2022年的目标呢？"),
            server.Say(Club, Li, "@policy_report_bot 那2022年的目标呢？"),
        };
        await server.UntilAsync(() => group.OfBot.Count() == 4);

        group.OfBot.Select(m => m.ReplyTo).ShouldBe(asked.Select(m => (long?)m.Id));
        bot.Conversations.ShouldBe(["telegram:7:-1005", "telegram:8:-1005", "telegram:7:-1005", "telegram:8:-1005"]);
    }

    [Fact]
    public async Task Supergroup_keeps_what_the_group_subscribed_to_and_waited_for()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        server.AddPerson(Wang);
        var group = server.AddChat(-5, "group");
        group.Statuses[Wang] = "creator";
        await using var bot = await TelegramBot.StartAsync(server, time);
        server.Say(-5, Wang, "/subscribe");
        await server.UntilAsync(() => group.OfBot.Any());
        var now = default(LoopbackChat);

        using (server.Refuse("sendMessage", new TelegramRefusal(502, "Bad Gateway"), times: int.MaxValue))
        {
            server.Say(-5, Wang, "/ask 研发经费？");
            await time.TimerAsync(TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.25)); // waits to be sent
            now = server.Migrate(-5, Club);
            await bot.StopAsync();
        }
        await bot.StartAsync();
        await server.UntilAsync(() => now.OfBot.Any());
        await bot.Index.ReplaceAsync(SampleLedger.Long(3), "long.txt", default);
        await time.TimerAsync(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(5));
        await server.UntilAsync(() => now.OfBot.Count() == 2);

        now.OfBot.First().Text.ShouldContain("62.4亿元");
        now.OfBot.Last().Text.ShouldStartWith("新收录的报告");
    }
}
