using System.Text;
using Bot.Corpus;
using Bot.TestServers;

namespace Bot.Channels.Tests.WeCom;

public sealed class GroupPushTests
{
    private const string Bureau = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
    private const string Office = "0f0e0d0c-1111-2222-3333-444455556666";

    private static readonly Report s_news = SampleLedger.Linjiang with { Id = new("news"), ContentHash = "v1" };

    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task New_report_is_pushed_to_each_group_once_also_across_restarts()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await StartAsync(server, time, Bureau, $"{server.Url}/cgi-bin/webhook/send?key={Office}");

        await AddAsync(bot, time);
        await server.UntilAsync(() => server.Messages.Length == 2);
        await bot.RestartAsync();
        await LookAroundAsync(time);

        server.Messages.Select(m => (m.To, m.Type)).ShouldBe([(Bureau, "markdown"), (Office, "markdown")], ignoreOrder: true);
        server.Messages[0].Text.ShouldContain(s_news.Metadata.Title);
        server.Messages[0].Text.ShouldContain("> ");
        server.Messages.ShouldAllBe(m => Encoding.UTF8.GetByteCount(m.Text) <= 4096);
        string.Join('\n', bot.Log.All).ShouldNotContain(Bureau);
    }

    [Fact]
    public async Task Reports_that_were_there_when_a_group_was_configured_are_no_news_to_it()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await StartAsync(server, time, Bureau);

        bot.Settings["WeCom:GroupWebhooks"] = $"{Bureau},{Office}";
        await bot.RestartAsync();
        await LookAroundAsync(time);
        await AddAsync(bot, time);

        await server.UntilAsync(() => server.Messages.Length == 2);
        server.Messages.ShouldAllBe(m => m.Text.Contains(s_news.Metadata.Title));
    }

    [Fact]
    public async Task Digest_that_is_not_taken_as_markdown_goes_as_text()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await StartAsync(server, time, Bureau);
        using var fault = server.Refuse("webhook/send", 40058, "markdown content size out of limit", times: 1);

        await AddAsync(bot, time);
        await server.UntilAsync(() => server.Messages.Length >= 1);

        server.Messages.ShouldAllBe(m => m.Type == "text" && Encoding.UTF8.GetByteCount(m.Text) <= 2048);
        server.Messages[0].Text.ShouldContain(s_news.Metadata.Title);
    }

    [Fact]
    public async Task Group_gets_no_more_than_20_in_a_minute_and_the_rest_later()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await StartAsync(server, time, Bureau);

        for (var i = 1; i <= 21; i++)
            await bot.Index.ReplaceAsync(SampleLedger.Long(2) with { Id = new($"r{i}"), ContentHash = $"h{i}" }, "f.txt", CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(5));
        await server.UntilAsync(() => server.Messages.Length == 20);
        await time.TimerAsync(TimeSpan.FromMinutes(1));
        time.Advance(TimeSpan.FromMinutes(1));

        await server.UntilAsync(() => server.Messages.Length == 21);
        server.Calls.ShouldAllBe(c => c.Code == 0);
    }

    [Fact]
    public async Task Webhook_that_was_removed_is_told_by_readiness_and_not_tried_again()
    {
        var time = new SteppedTime(s_start);
        await using var server = await LoopbackWeCom.StartAsync(time);
        await using var bot = await StartAsync(server, time, Bureau);
        server.Webhooks.Clear();

        await AddAsync(bot, time);
        await bot.Log.LineWithAsync("was given up");
        await LookAroundAsync(time);

        server.CountOf("webhook/send").ShouldBe(1);
        var readiness = await bot.ReadinessAsync();
        readiness.ShouldContain("93000");
        readiness.ShouldNotContain(Bureau);
    }

    private static async Task<WeComBot> StartAsync(LoopbackWeCom server, SteppedTime time, params string[] webhooks)
    {
        server.Webhooks.UnionWith([Bureau, Office]);
        var bot = await WeComBot.StartAsync(server, time, b =>
        {
            foreach (var key in b.Settings.Keys.Where(k => k.StartsWith("WeCom:App")).ToList())
                b.Settings.Remove(key);
            b.Settings["WeCom:GroupWebhooks"] = string.Join(',', webhooks);
        });
        await LookAroundAsync(time);
        return bot;
    }

    private static async Task AddAsync(WeComBot bot, SteppedTime time)
    {
        await bot.Index.ReplaceAsync(s_news, "news.txt", CancellationToken.None);
        await LookAroundAsync(time);
    }

    // The bot looks for news every 5 seconds: past two of them it has seen what there is.
    private static async Task LookAroundAsync(SteppedTime time)
    {
        // Before that it waits for the first reading, a second at a time.
        await time.TimerAsync(TimeSpan.FromTicks(1), TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 2; i++)
        {
            await time.TimerAsync(TimeSpan.FromTicks(1), TimeSpan.FromSeconds(5));
            time.Advance(TimeSpan.FromSeconds(5));
        }
        await time.TimerAsync(TimeSpan.FromTicks(1), TimeSpan.FromSeconds(5));
    }
}
