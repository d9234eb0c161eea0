using Bot.TestServers;

namespace Bot.Channels.Tests.WeCom;

/// <summary>Measures matched by the AI bot called back: choices are numbers.</summary>
public sealed class AiBotMatchTests : IAsyncLifetime, IDisposable
{
    private const string Wang = "wang";
    private const string Li = "li";
    private const string Bureau = "wrGroupOfBureau";

    private LoopbackWeCom _wecom = null!; // before each test
    private LoopbackAiBot _platform = null!;
    private SamplePolicies _policies = null!;

    public async Task InitializeAsync()
    {
        _wecom = await LoopbackWeCom.StartAsync();
        _platform = new LoopbackAiBot(_wecom, TimeProvider.System);
        _policies = await SamplePolicies.OpenAsync();
    }

    public async Task DisposeAsync() => await _wecom.DisposeAsync();

    public void Dispose()
    {
        _platform.Dispose();
        _policies.Dispose();
    }

    [Fact]
    public async Task Dialogue_is_answered_by_numbers_and_ends_with_the_list_and_the_offer_in_one_message()
    {
        await using var bot = await RunningAiBot.CalledAsync(_wecom, _platform, with: b => b.Matchmaker = _policies.Matchmaker);

        var first = await SayAsync("/match");
        var second = await SayAsync("1");
        var list = await SayAsync("结束");
        var kept = await SayAsync("保存");

        first.ShouldContain("2. 嘉兴市");
        second.ShouldContain("(2/6)");
        second.ShouldContain("> [1]");
        list.ShouldStartWith("按您说的情况，资料中有3项措施可能适用");
        list.ShouldContain("1. 保存");
        kept.ShouldStartWith("已保存");
        bot.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_group_numbers_of_others_are_questions_of_theirs()
    {
        await using var bot = await RunningAiBot.CalledAsync(_wecom, _platform, with: b => b.Matchmaker = _policies.Matchmaker);
        var question = await SayAsync("@政策机器人 /match", Wang, Bureau);

        await SayAsync("@政策机器人 2号文件讲什么", Li, Bureau);
        var quoting = await _platform.AnsweredAsync(AiBotMessages.Said(Wang, "@政策机器人 2", Bureau, AiBotMessages.Text(question)));

        bot.Asked.ShouldHaveSingleItem().Text.ShouldBe("2号文件讲什么");
        quoting.Content.ShouldContain("嘉兴市");
    }

    private async Task<string> SayAsync(string words, string person = Wang, string? group = null) =>
        (await _platform.AnsweredAsync(AiBotMessages.Said(person, words, group))).Content;
}
