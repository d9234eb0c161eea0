using System.Text;
using Bot.TestServers;

namespace Bot.Channels.Tests.WeCom;

public sealed class AppStoryTests
{
    private const string Zhang = "zhangsan";

    [Fact]
    public async Task Member_asks_and_gets_an_answer_with_its_citations()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server);

        var delivery = await server.SayAsync(Zhang, "临江市2021年的研发经费是多少？");
        await server.UntilAsync(() => server.Messages.Length >= 1);

        (delivery.IsTaken, delivery.Body, delivery.Tries).ShouldBe((true, "", 1));
        var answer = server.Messages.First();
        (answer.To, answer.Type).ShouldBe((Zhang, "markdown"));
        answer.Text.ShouldStartWith("2021年，临江市全社会研发经费支出62.4亿元");
        var all = string.Join('\n', server.Messages.Select(m => m.Text));
        all.ShouldContain("> [1]");
        all.ShouldContain("第2段](https://bot.example.cn/reports/");
        all.ShouldContain("> 2021年，全市研发经费支出62.4亿元，增长18.3%，占GDP比重2.31%，列全省第五位。");
        server.Messages.ShouldAllBe(m => Encoding.UTF8.GetByteCount(m.Text) <= 2048);
    }

    [Fact]
    public async Task Address_is_checked_as_saving_the_page_does()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server);

        var check = await server.CheckAddressAsync("1616140317555161061");

        (check.IsTaken, check.Body).ShouldBe((true, "1616140317555161061"));
    }

    [Fact]
    public async Task Message_that_comes_three_times_while_its_answer_is_made_is_answered_once()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        var model = new SlowAnswerer(SampleAnswers.Figure);
        await using var bot = await WeComBot.StartAsync(server, with: b => b.Answerer = model);

        var delivery = await server.SayAsync(Zhang, "研发经费是多少？", deliveries: 3);
        model.Finish();
        await server.SayAsync("lisi", "图片里写的是什么？");
        await server.UntilAsync(() => server.Messages.Any(m => m.To == "lisi"));

        (delivery.IsTaken, delivery.Tries).ShouldBe((true, 3));
        model.Asked.ShouldBe(2);
        server.Messages.Count(m => m.To == Zhang && m.Text.StartsWith("2021年", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Message_that_comes_again_after_a_restart_is_not_answered_again()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server);
        var message = server.TextOf(Zhang, "研发经费是多少？");
        await server.DeliverAsync(message);
        await server.UntilAsync(() => server.Messages.Length >= 1);

        await bot.RestartAsync();
        var again = await server.DeliverAsync(message);
        await server.SayAsync("lisi", "有哪些工作？");
        await server.UntilAsync(() => server.Messages.Any(m => m.To == "lisi"));

        again.IsTaken.ShouldBeTrue();
        bot.Asked.ShouldBe(["研发经费是多少？", "有哪些工作？"]);
    }

    [Fact]
    public async Task Question_that_was_stored_before_the_process_ended_is_answered_by_the_next()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        var model = new SlowAnswerer(SampleAnswers.Figure);
        await using var bot = await WeComBot.StartAsync(server, with: b => b.Answerer = model);
        await server.SayAsync(Zhang, "研发经费是多少？");
        await model.Begun;

        await bot.StopAsync();
        server.Messages.ShouldBeEmpty();
        bot.Answerer = new ScriptedAnswerer(SampleAnswers.Figure);
        await bot.StartAsync();

        await server.UntilAsync(() => server.Messages.Length >= 1);
        server.Messages[0].Text.ShouldContain("62.4亿元");
    }

    [Fact]
    public async Task Fourth_question_at_once_is_told_to_wait_and_others_are_answered()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        var model = new SlowAnswerer(SampleAnswers.List);
        await using var bot = await WeComBot.StartAsync(server, with: b => b.Answerer = model);
        for (var i = 1; i <= 3; i++)
            await server.SayAsync(Zhang, $"第{i}问？");

        await server.SayAsync(Zhang, "第四问？", deliveries: 2);
        await server.UntilAsync(() => server.Messages.Length == 1);
        var wait = server.Messages[0];
        model.Finish();
        await server.SayAsync("lisi", "有哪些工作？");
        await server.UntilAsync(() => server.Messages.Any(m => m.To == "lisi") && model.Asked == 4);

        (wait.To, wait.Text).ShouldBe((Zhang, "您有 3 个问题还在回答，请等它们答完再问；这一条没有记下。"));
    }

    [Fact]
    public async Task Menu_is_set_and_its_clicks_are_commands()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server);
        await server.UntilAsync(() => server.CountOf("menu/create") == 1);

        await server.ClickAsync(Zhang, "reports", deliveries: 2);
        await server.UntilAsync(() => server.Messages.Length == 1);
        await server.ClickAsync(Zhang, "no-button-of-ours");
        await server.SendAsync(Zhang, "voice");
        await server.UntilAsync(() => server.Messages.Length == 2);

        server.Calls.Single(c => c.Name == "menu/create").Query.ShouldEndWith($"&agentid={LoopbackWeCom.AgentId}");
        server.Messages[0].Text.ShouldContain("共 2 份报告");
        server.Messages[1].Text.ShouldContain("我还看不懂语音");
    }

    [Fact]
    public async Task Stranger_is_told_the_id_that_an_administrator_needs()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server, with: b =>
        {
            b.Settings["WeCom:AllowedChats"] = "lisi";
            b.Settings["WeCom:Administrators"] = "lisi";
        });

        await server.SayAsync(Zhang, "研发经费是多少？");
        await server.UntilAsync(() => server.Messages.Length == 1);
        await server.SayAsync("lisi", $"/allow {Zhang}");
        await server.UntilAsync(() => server.Messages.Length == 2);
        await server.SayAsync(Zhang, "研发经费是多少？");
        await server.UntilAsync(() => server.Messages.Length >= 3);

        server.Messages[0].Text.ShouldContain($"编号 {Zhang}");
        bot.Asked.ShouldBe(["研发经费是多少？"]);
    }

    [Fact]
    public async Task Long_answers_are_cut_by_bytes_and_lose_nothing()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server);

        await server.SayAsync(Zhang, "临江市历年的研发经费有哪些？");
        await server.SayAsync(Zhang, "专利呢？");
        await server.UntilAsync(() => server.Messages.Any(m => m.Text.Contains("专利授权量")));

        server.Messages.ShouldAllBe(m => Encoding.UTF8.GetByteCount(m.Text) <= 2048);
        string.Join('\n', server.Messages.Select(m => m.Text)).ShouldContain("[4]");
        server.Calls.ShouldAllBe(c => c.Code == 0);
    }
}
