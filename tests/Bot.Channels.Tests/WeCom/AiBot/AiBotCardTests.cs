using System.Text.Json.Nodes;
using Bot.Answers;
using Bot.TestServers;

namespace Bot.Channels.Tests.WeCom;

/// <summary>What stands beside the answers: cards to tap, the welcome, feedback.</summary>
public sealed class AiBotCardTests : IAsyncLifetime, IDisposable
{
    private const string Wang = "wang";
    private const string Bureau = "wrGroupOfBureau";

    private LoopbackWeCom _wecom = null!; // before each test
    private LoopbackAiBot _platform = null!;

    public async Task InitializeAsync()
    {
        _wecom = await LoopbackWeCom.StartAsync();
        _platform = new LoopbackAiBot(_wecom, TimeProvider.System);
    }

    public async Task DisposeAsync() => await _wecom.DisposeAsync();

    public void Dispose() => _platform.Dispose();

    [Fact]
    public async Task Refusal_that_offers_several_cities_and_years_asks_which_on_a_card()
    {
        await using var bot = await RunningAiBot.CalledAsync(_wecom, _platform, with: b => b.Script = WhichOne);

        var stream = await _platform.AnsweredAsync(AiBotMessages.Said(Wang, "研发经费支出是多少？"));

        ((string?)stream.Card!["main_title"]!["title"]).ShouldBe("想问哪一个？");
        ((string?)stream.Card["sub_title_text"]).ShouldBe("1. 青石县2021年研发经费支出是多少？\n2. 临江市2021年研发经费支出是多少？\n3. 临江市2022年研发经费支出是多少？");
        Labels(stream.Card).ShouldBe(["青石县2021年", "临江市2021年", "临江市2022年"]);
        stream.Content.ShouldNotContain("还可以问", Case.Sensitive, "the card offers it");
    }

    [Fact]
    public async Task Chosen_question_is_marked_on_its_card_and_answered_as_a_message()
    {
        await using var bot = await RunningAiBot.CalledAsync(_wecom, _platform, with: b => b.Script = WhichOne);
        var stream = await _platform.AnsweredAsync(AiBotMessages.Said(Wang, "@机器人 研发经费支出是多少？", Bureau));
        var task = (string)stream.Card!["task_id"]!;

        var tap = AiBotMessages.Tapped(Wang, task, stream.KeyOf("临江市2022年"), Bureau);
        var update = await _platform.DeliverAsync(tap);
        await _platform.DeliverAsync(tap); // WeCom heard nothing and asks again
        await _wecom.UntilAsync(() => _wecom.Messages.Length == 1);

        ((string?)update!["response_type"]).ShouldBe("update_template_card");
        ((string?)update["template_card"]!["task_id"]).ShouldBe(task);
        ((string?)update["template_card"]!["sub_title_text"]).ShouldBe("临江市2022年研发经费支出是多少？");
        _wecom.Messages.ShouldHaveSingleItem().Text.ShouldStartWith("临江市2022年研发经费支出是多少？\n\n2021年，临江市全社会研发经费支出62.4亿元");
        bot.Asked.Select(q => q.Text).ShouldBe(["研发经费支出是多少？", "临江市2022年研发经费支出是多少？"]);
    }

    [Fact]
    public async Task Cited_paragraphs_open_on_the_card_one_after_the_other()
    {
        await using var bot = await RunningAiBot.CalledAsync(_wecom, _platform);
        var stream = await _platform.AnsweredAsync(AiBotMessages.Said(Wang, "研发经费？"));
        var task = (string)stream.Card!["task_id"]!;

        var first = (await _platform.DeliverAsync(AiBotMessages.Tapped(Wang, task, stream.KeyOf("[2] 第5段"))))!["template_card"]!.AsObject();
        var key = (string)first["button_list"]!.AsArray().Single(b => (string?)b!["text"] == "[3] 第11段")!["key"]!;
        var second = (await _platform.DeliverAsync(AiBotMessages.Tapped(Wang, task, key)))!["template_card"]!.AsObject();

        Labels(stream.Card).ShouldBe(["[1] 第2段", "[2] 第5段", "[3] 第11段"]);
        ((string?)first["quote_area"]!["quote_text"]).ShouldBe(SampleAnswers.Figure.Citations[1].Text);
        ((string?)first["quote_area"]!["url"]).ShouldBe("https://bot.example.cn/reports/linjiang_2021#p5");
        Labels(second).ShouldBe(Labels(stream.Card));
        ((string?)second["quote_area"]!["title"]).ShouldBe("2021年临江市科技工作总结和2022年工作思路 › 二、2022年工作思路 › 第11段");
        ((string?)second["task_id"]).ShouldBe(task);
        _wecom.Messages.ShouldBeEmpty("a card holds these paragraphs whole");
    }

    [Theory]
    [InlineData("p:AAAAAAAAAAAA:7 [1]p:AAAAAAAAAAAA:7")]
    [InlineData("something else")]
    [InlineData("x")]
    public async Task Button_that_leads_nowhere_says_so_on_its_card(string key)
    {
        await using var bot = await RunningAiBot.CalledAsync(_wecom, _platform);

        var update = await _platform.DeliverAsync(AiBotMessages.Tapped(Wang, "t1", key));

        ((string?)update!["template_card"]!["main_title"]!["title"])!.ShouldContain("已过期");
    }

    [Fact]
    public async Task Opened_chat_is_welcomed_with_what_is_covered_and_what_to_ask()
    {
        await using var bot = await RunningAiBot.CalledAsync(_wecom, _platform);

        var words = (string)(await _platform.DeliverAsync(AiBotMessages.Entered(Wang)))!["text"]!["content"]!;

        words.ShouldStartWith("我回答科技工作总结");
        words.ShouldContain("涵盖：");
        words.ShouldContain("临江市（2021、2022）");
        words.ShouldContain("还可以问：\n• ");
    }

    [Fact]
    public async Task Feedback_is_kept_with_its_reasons_and_can_be_taken_back()
    {
        await using var bot = await RunningAiBot.CalledAsync(_wecom, _platform);
        var stream = await _platform.AnsweredAsync(AiBotMessages.Said(Wang, "研发经费？"));

        (await _platform.DeliverAsync(AiBotMessages.Feedback(Wang, stream.FeedbackId!, 2, "少了2020年", 2, 3))).ShouldBeNull();
        await _platform.DeliverAsync(AiBotMessages.Feedback(Wang, stream.FeedbackId!, 3));
        await _platform.DeliverAsync(AiBotMessages.Feedback(Wang, stream.FeedbackId!, 1));
        await _platform.DeliverAsync(AiBotMessages.Feedback(Wang, "unknown", 1));

        bot.Feedback.Votes.ShouldBe(
        [
            new FeedbackVote("figure", IsUp: false, "内容不完整、内容有错误：少了2020年"),
            new FeedbackVote("figure", IsUp: null, null),
            new FeedbackVote("figure", IsUp: true, null),
        ]);
    }

    private static Answer WhichOne(Question question) => question.Text == "研发经费支出是多少？"
        ? SampleAnswers.Refusal with
        {
            Id = "which",
            Text = "请说明地区和年份。",
            Citations = [],
            FollowUps = ["青石县2021年研发经费支出是多少？", "临江市2021年研发经费支出是多少？", "临江市2022年研发经费支出是多少？"],
        }
        : SampleAnswers.Figure;

    private static string[] Labels(JsonObject card) => [.. card["button_list"]!.AsArray().Select(b => (string)b!["text"]!)];
}
