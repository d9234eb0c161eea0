using Bot.TestServers;

namespace Bot.Channels.Tests.WeCom;

public sealed class AppMatchTests
{
    private const string Zhang = "zhangsan";

    [Fact]
    public async Task Member_answers_by_numbers_and_words_and_gets_the_list_and_keeps_the_profile()
    {
        using var policies = await SamplePolicies.OpenAsync();
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server, with: b => b.Matchmaker = policies.Matchmaker);

        var first = await SayAsync(server, "/match");
        var second = await SayAsync(server, "1");
        var third = await SayAsync(server, "研发补助");
        var back = await SayAsync(server, "返回");
        var skipped = await SayAsync(server, "0");
        var list = await SayAsync(server, "结束");
        var kept = await SayAsync(server, "1");
        var shown = await SayAsync(server, "/match");

        first.ShouldContain("(1/6) 企业注册在哪个市、县（区）？");
        first.ShouldContain("1. 绍兴市");
        first.ShouldContain("2. 嘉兴市");
        first.ShouldContain("0 跳过");
        second.ShouldContain("(2/6)");
        third.ShouldContain("(3/6)");
        back.ShouldContain("(2/6)");
        skipped.ShouldContain("(3/6)");
        list.ShouldContain("按您说的情况，资料中有3项措施可能适用");
        list.ShouldContain("1. 保存");
        kept.ShouldStartWith("已保存");
        shown.ShouldContain("1. 用它匹配");
        bot.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Number_said_to_a_dialogue_that_a_restart_ended_is_answered()
    {
        using var policies = await SamplePolicies.OpenAsync();
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server, with: b => b.Matchmaker = policies.Matchmaker);
        await SayAsync(server, "/match");

        await bot.RestartAsync();
        var before = server.Messages.Length;
        await server.SayAsync(Zhang, "1");
        await server.UntilAsync(() => server.Messages.Length > before);

        server.Messages[^1].Text.ShouldContain("这一轮已中断");
    }

    private static async Task<string> SayAsync(LoopbackWeCom server, string words)
    {
        var before = server.Messages.Length;
        await server.SayAsync(Zhang, words);
        // Each reply ends with how to go on, or says that the profile is kept.
        await server.UntilAsync(() => server.Messages.Skip(before).Any(m => m.Text.Contains("回复序号") || m.Text.Contains("直接写出来") || m.Text.StartsWith("已保存")));
        return string.Join('\n', server.Messages.Skip(before).Select(m => m.Text));
    }
}
