using Bot.Channels.Tests;
using Bot.Retrieval;

namespace Bot.Tests.Browser;

/// <summary>How answers of every kind look, from answers written by hand.</summary>
public sealed class AnswerRenderingTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Table_becomes_a_table_with_a_citation_in_each_cell()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);

        var turn = await page.AskAsync("临江市和青石县相比如何？");

        (await turn.Locator("thead th").AllInnerTextsAsync()).ShouldBe(["指标（2021年）", "临江市", "青石县"]);
        (await turn.Locator("tbody tr").CountAsync()).ShouldBe(3);
        (await turn.Locator("tbody td button.cite").CountAsync()).ShouldBe(6);
        (await turn.Locator(".computed li").AllInnerTextsAsync()).ShouldBe(["214−31=183家"]);
    }

    [BrowserFact]
    public async Task List_becomes_a_list()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);

        var turn = await page.AskAsync("临江市做了哪些工作？");

        (await turn.Locator(".words ul > li").CountAsync()).ShouldBe(6);
        (await turn.Locator(".words > p").CountAsync()).ShouldBe(2);
    }

    [BrowserFact]
    public async Task Refusal_is_labelled_as_one()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);

        var turn = await page.AskAsync("青石县专利授权多少？");

        (await turn.Locator(".is-refused .label").InnerTextAsync()).ShouldBe("资料未载明");
        (await turn.Locator(".sources h3").InnerTextAsync()).ShouldBe("相关段落");
    }

    [BrowserFact]
    public async Task Hostile_answer_stays_text()
    {
        await using var bot = await ServeAsync(MemoryIndex.With(SampleReports.Malicious));
        var page = await browser.OpenAsync(bot.Address);
        int dialogs = 0;
        page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };

        var turn = await page.AskAsync("恶意");
        await turn.Locator(".words button.cite").First.ClickAsync();

        (await turn.Locator(".words > p").InnerTextAsync()).ShouldStartWith(SampleReports.Hostile);
        (await turn.Locator("tbody th").First.InnerTextAsync()).ShouldBe("[9]");
        (await page.Locator("#source-panel .quote").InnerTextAsync()).ShouldBe(SampleReports.Hostile);
        (await page.Locator("main script, main img, aside script, aside img").CountAsync()).ShouldBe(0);
        dialogs.ShouldBe(0);
    }

    [BrowserFact]
    public async Task Failure_is_told_in_the_talk_keeps_the_question_and_can_be_tried_again()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);
        await page.RouteAsync("**/api/ask", route => route.AbortAsync());
        await page.Locator("#question").FillAsync("研发投入？");
        await page.Locator("#question").PressAsync("Enter");
        string told = await page.Locator(".problem p").InnerTextAsync();
        string kept = await page.Locator("#question").InputValueAsync();
        await page.UnrouteAllAsync();

        await page.Locator(".problem button").ClickAsync();
        await page.Locator(".answer-foot").WaitForAsync();

        told.ShouldContain("连不上服务");
        kept.ShouldBe("研发投入？");
        (await page.Locator(".turn").CountAsync()).ShouldBe(1);
        (await page.Locator("#question").InputValueAsync()).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Too_many_questions_are_told_with_the_time_to_wait()
    {
        await using var bot = await BotServer.StartAsync(settings: ("Web:RequestsPerMinute", "1"));
        var page = await browser.OpenAsync(bot.Address);
        await page.AskAsync("研发投入？");

        await page.Locator("#question").FillAsync("那高企呢？");
        await page.Locator("#question").PressAsync("Enter");
        string told = await page.Locator(".problem p").InnerTextAsync();

        told.ShouldContain("已达上限");
        told.ShouldContain("秒");
    }

    [BrowserFact]
    public async Task Running_answer_can_be_stopped()
    {
        await using var bot = await BotServer.StartAsync(
            new ScriptedAnswerer(SampleAnswers.Figure) { Pause = new TaskCompletionSource().Task });
        var page = await browser.OpenAsync(bot.Address);
        await page.Locator("#question").FillAsync("研发投入？");
        await page.Locator("#question").PressAsync("Enter");
        await page.Locator(".words p:not(.thinking)").WaitForAsync();

        await page.Locator("#send").ClickAsync();
        await page.GetByText("已停止").WaitForAsync();

        (await page.Locator("#send").InnerTextAsync()).ShouldBe("提问");
        (await page.Locator(".words").InnerTextAsync()).ShouldNotBeEmpty();
    }

    [BrowserFact]
    public async Task Follow_up_is_asked_in_the_same_conversation_and_a_new_one_begins_afresh()
    {
        var conversations = new List<string?>();
        await using var bot = await BotServer.StartAsync(new ScriptedAnswerer(question =>
        {
            conversations.Add(question.Conversation);
            return SampleAnswers.Figure;
        }));
        var page = await browser.OpenAsync(bot.Address);

        await page.AskAsync("研发投入？");
        await page.Locator(".follow-ups button").First.ClickAsync();
        await page.Locator(".turn").Nth(1).Locator(".answer-foot").WaitForAsync();
        await page.Locator("#new-conversation").ClickAsync();
        await page.AskAsync("研发投入？");

        conversations.Count.ShouldBe(3);
        conversations[0].ShouldNotBeNull().ShouldBe(conversations[1]);
        conversations[2].ShouldNotBeNull().ShouldNotBe(conversations[0]);
        (await page.Locator(".turn").CountAsync()).ShouldBe(1);
    }

    [BrowserFact]
    public async Task Copy_takes_the_answer_and_its_sources()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var turn = await page.AskAsync("研发投入？");

        await turn.GetByText("复制回答和出处").ClickAsync();
        await turn.GetByText("已复制").WaitForAsync();
        string copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");

        copied.ShouldContain(SampleAnswers.Figure.Text);
        copied.ShouldContain("[2] 《2021年临江市科技工作总结和2022年工作思路》第 5 段");
        copied.ShouldContain($"{bot.Address}reports/linjiang_2021#p5");
    }

    [BrowserFact]
    public async Task List_of_reports_shows_what_could_not_be_read_and_why()
    {
        await using var bot = await ServeAsync(MemoryIndex.With(SampleReports.Linjiang).WithFailure("scan", "文件是扫描件。"));
        var page = await browser.OpenAsync(bot.Address, 390, 844);

        await page.Locator("#show-reports").ClickAsync();
        var lines = page.Locator("#reports-drawer .report-line");
        await lines.Nth(1).WaitForAsync();

        (await lines.Nth(0).InnerTextAsync()).ShouldContain("可检索");
        (await lines.Nth(1).InnerTextAsync()).ShouldContain("文件是扫描件。");
    }

    [BrowserFact]
    public async Task English_words_replace_the_Chinese_ones_everywhere_but_in_the_sources()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);
        var turn = await page.AskAsync("研发投入？");

        await page.Locator("#switch-language").ClickAsync();

        (await page.Locator("#send").InnerTextAsync()).ShouldBe("Ask");
        (await turn.Locator(".sources h3").InnerTextAsync()).ShouldBe("Sources");
        (await turn.Locator(".source-where").First.InnerTextAsync()).ShouldBe("Paragraph 2");
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
    }

    private static Task<BotServer> ServeAsync(IReportIndex? index = null) =>
        BotServer.StartReadyAsync(new ScriptedAnswerer(SampleAnswers.To), index);
}
