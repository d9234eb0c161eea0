using Bot.Answers.Matching;
using Bot.TestServers;

namespace Bot.Channels.Tests.Telegram;

public sealed class TelegramMatchTests : IAsyncLifetime
{
    private const long Wang = 7;
    private const long Li = 8;
    private const long Club = -1005;

    private SamplePolicies _policies = null!; // xunit initialises before each test

    public async Task InitializeAsync() => _policies = await SamplePolicies.OpenAsync();

    public Task DisposeAsync()
    {
        _policies.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Person_taps_through_six_questions_in_one_message_and_keeps_the_profile()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var bot = await StartAsync(server);

        server.Say(Wang, Wang, "/match");
        await server.UntilAsync(() => chat.OfBot.Any());
        server.Press(Wang, Wang, chat.OfBot.Single().Id, "绍兴市");
        await server.UntilAsync(() => chat.OfBot.Single().Text.Contains("(2/6)"));
        for (var number = 2; number <= GuidedDialogue.MostQuestions; number++)
        {
            var step = chat.OfBot.Single();
            server.Press(Wang, Wang, step.Id, step.Buttons[0].Text); // the first option; of a number, 跳过
            var asked = $"({number + 1}/6)";
            await server.UntilAsync(() => number < GuidedDialogue.MostQuestions ? chat.OfBot.Single().Text.Contains(asked) : chat.OfBot.Count() >= 2);
        }

        await server.UntilAsync(() => chat.OfBot.Last().Buttons.Any(b => b.Text == "保存"));
        chat.OfBot.First().Text.ShouldStartWith("按您说的情况，资料中有");
        chat.OfBot.SelectMany(m => m.Buttons).ShouldContain(b => b.Text == "👍");
        chat.OfBot.First().Earlier.Length.ShouldBeGreaterThanOrEqualTo(GuidedDialogue.MostQuestions);
        server.Press(Wang, Wang, chat.OfBot.Last().Id, "保存");
        await server.UntilAsync(() => chat.OfBot.Last().Text.StartsWith("已保存"));
    }

    [Fact]
    public async Task Kept_profile_outlives_a_restart_which_the_dialogue_does_not()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var bot = await StartAsync(server);
        server.Say(Wang, Wang, "/match 我们在绍兴，是规上企业");
        await server.UntilAsync(() => chat.OfBot.Any());
        server.Press(Wang, Wang, chat.OfBot.Single().Id, "直接看清单");
        await server.UntilAsync(() => chat.OfBot.Last().Buttons.Any(b => b.Text == "保存"));
        var offer = chat.OfBot.Last();
        server.Press(Wang, Wang, offer.Id, "保存");
        await server.UntilAsync(() => chat.OfBot.Last().Text.StartsWith("已保存"));
        server.Say(Wang, Wang, "/match");
        await server.UntilAsync(() => chat.OfBot.Last().Buttons.Any(b => b.Text == "用它匹配"));
        var before = chat.OfBot.Last();

        await bot.RestartAsync();
        server.Press(Wang, Wang, before.Id, "用它匹配");
        await server.UntilAsync(() => chat.OfBot.Last().Text.Contains("已中断"));
        chat.OfBot.Last().Id.ShouldBe(before.Id);
        chat.OfBot.Last().Buttons.ShouldBeEmpty();
        server.Say(Wang, Wang, "/match");
        await server.UntilAsync(() => chat.OfBot.Last().Id != before.Id && chat.OfBot.Last().Buttons.Any(b => b.Text == "用它匹配"));

        chat.OfBot.Last().Text.ShouldContain("注册地：绍兴市；规模以上企业");
        server.Press(Wang, Wang, chat.OfBot.Last().Id, "删除");
        await server.UntilAsync(() => chat.OfBot.Last().Text.StartsWith("已删除"));
    }

    [Fact]
    public async Task Person_answers_in_words_and_asks_something_else_in_between()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var bot = await StartAsync(server);
        server.Say(Wang, Wang, "/match");
        await server.UntilAsync(() => chat.OfBot.Any());

        server.Say(Wang, Wang, "我们在绍兴");
        await server.UntilAsync(() => chat.OfBot.Last().Text.Contains("(2/6)"));
        server.Say(Wang, Wang, "临江市2021年的研发经费是多少？");
        await server.UntilAsync(() => chat.OfBot.Last().Text.Contains("62.4亿元"));
        server.Say(Wang, Wang, "缺贷款");
        await server.UntilAsync(() => chat.OfBot.Last().Text.Contains("(3/6)"));

        chat.OfBot.Last().Text.ShouldContain("想要：缺贷款");
        chat.OfBot.Last().Entities.ShouldContain(e => e.Type.Contains("blockquote"));
    }

    [Fact]
    public async Task Edited_answer_is_not_taken_for_one_to_the_question_that_is_open_now()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var bot = await StartAsync(server);
        server.Say(Wang, Wang, "/match 我们是规上企业");
        await server.UntilAsync(() => chat.OfBot.Any());
        var place = server.Say(Wang, Wang, "绍兴");
        await server.UntilAsync(() => chat.OfBot.Last().Text.Contains("(2/6)"));

        server.EditText(Wang, place.Id, "嘉兴");
        await server.UntilAsync(() => chat.OfBot.Last().Text.Contains("修改旧消息"));

        chat.OfBot.Last().Text.ShouldContain("注册地：绍兴市");
        chat.OfBot.Last().Text.ShouldContain("(2/6)");
        chat.OfBot.Count().ShouldBe(2);
    }

    [Fact]
    public async Task In_a_group_others_get_a_short_word_and_the_message_stays()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Wang);
        server.AddPerson(Li);
        var group = server.AddChat(Club);
        await using var bot = await StartAsync(server);
        server.Say(Club, Wang, "/match@policy_report_bot");
        await server.UntilAsync(() => group.OfBot.Any());

        var foreign = server.Press(Club, Li, group.OfBot.Single().Id, "绍兴市");
        await AnsweredAsync(server, foreign);
        server.Press(Club, Wang, group.OfBot.Single().Id, "嘉兴市");
        await server.UntilAsync(() => group.OfBot.Single().Text.Contains("嘉兴市；") || group.OfBot.Single().Text.Contains("注册地：嘉兴市"));

        server.CallbackAnswer(foreign)!.ShouldContain("别人的问答");
        group.OfBot.Single().Earlier.Length.ShouldBe(1);
    }

    private static Task AnsweredAsync(LoopbackTelegram server, string query) =>
        server.UntilAsync(() => server.Calls.Any(c => c.Method == "answerCallbackQuery" && c.IsAnswered && (string?)c.Body["callback_query_id"] == query));

    private Task<TelegramBot> StartAsync(LoopbackTelegram server) => TelegramBot.StartAsync(server, with: b => b.Matchmaker = _policies.Matchmaker);
}
