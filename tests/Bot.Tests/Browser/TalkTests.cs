using Bot.Retrieval;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Browser;

/// <summary>What a person does with the bot, from the first question to the paragraph in the report: the whole program over the seeds.</summary>
public sealed class TalkTests(BrowserFixture browser, SeedsFixture bot) : IClassFixture<BrowserFixture>, IClassFixture<SeedsFixture>
{
    private const string Question = "2019年绍兴市规上工业企业研发费用是多少？";

    [BrowserFact]
    public async Task Question_is_answered_with_citations_that_open_their_quotes()
    {
        var page = await browser.OpenAsync(bot.Address);

        var turn = await page.AskAsync(Question);
        var marker = turn.Locator(".words button.cite").First;
        await marker.ClickAsync();
        var source = page.Locator("#source-panel");

        (await marker.GetAttributeAsync("aria-expanded")).ShouldBe("true");
        (await source.Locator(".quote").InnerTextAsync()).ShouldNotBeNullOrWhiteSpace();
        (await source.Locator(".source-number").InnerTextAsync()).ShouldMatch(@"第 \d+ 段");
    }

    [BrowserFact]
    public async Task Citation_leads_to_its_paragraph_lit_in_the_report_and_back_to_the_talk()
    {
        var page = await browser.OpenAsync(bot.Address);
        var turn = await page.AskAsync(Question);
        await turn.Locator(".words button.cite").First.ClickAsync();
        string quote = await page.Locator("#source-panel .quote").InnerTextAsync();

        await page.Locator("#source-panel .report-link").ClickAsync();
        var lit = page.Locator(".paragraph:target");
        await lit.WaitForAsync();
        string marked = await lit.Locator("mark").InnerTextAsync();
        bool isSeen = await lit.EvaluateAsync<bool>(
            "element => { const box = element.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }");
        await page.GoBackAsync();
        await page.Locator(".turn .answer-foot").WaitForAsync();

        marked.ShouldBe(quote);
        isSeen.ShouldBeTrue();
        (await page.Locator(".turn h2").InnerTextAsync()).ShouldBe(Question);
    }

    [BrowserFact]
    public async Task Thumbs_up_is_stored_with_the_answer()
    {
        var page = await browser.OpenAsync(bot.Address);
        var turn = await page.AskAsync(Question);

        var response = await page.RunAndWaitForResponseAsync(
            () => turn.Locator(".thumb").First.ClickAsync(), response => response.Url.EndsWith("/api/feedback", StringComparison.Ordinal));
        await turn.GetByText("已记录").WaitForAsync();

        response.Status.ShouldBe(204);
        (await bot.Services.GetRequiredService<FeedbackStore>().CountsAsync(default)).Up.ShouldBe(1);
        (await turn.Locator(".thumb").First.GetAttributeAsync("aria-pressed")).ShouldBe("true");
    }

    [BrowserFact]
    public async Task Bot_can_be_used_with_the_keyboard_alone()
    {
        var page = await browser.OpenAsync(bot.Address);

        await page.PressUntilFocusAsync("Tab", ".skip");
        await page.Keyboard.PressAsync("Enter");
        bool isInBox = await page.HasFocusAsync("#question");
        await page.Keyboard.TypeAsync(Question);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".answer-foot").WaitForAsync();
        await page.PressUntilFocusAsync("Shift+Tab", ".words button.cite");
        await page.Keyboard.PressAsync("Space");
        bool isInSource = await page.HasFocusAsync("#source-panel");
        await page.PressUntilFocusAsync("Tab", "#source-panel .report-link");
        await page.Keyboard.PressAsync("Escape");

        isInBox.ShouldBeTrue();
        isInSource.ShouldBeTrue();
        (await page.Locator("#source-panel").CountAsync()).ShouldBe(0);
        (await page.HasFocusAsync(".words button.cite[aria-expanded=false]")).ShouldBeTrue();
    }

    [BrowserTheory]
    [InlineData(390, 844)]
    [InlineData(360, 640)]
    public async Task Bot_never_scrolls_sideways_on_a_phone(int width, int height)
    {
        var page = await browser.OpenAsync(bot.Address, width, height);
        await page.Locator("#example-list button").First.WaitForAsync();
        int atWelcome = await page.SidewaysAsync();

        var turn = await page.AskAsync(Question);
        await turn.Locator(".words button.cite").First.ClickAsync();
        int atSource = await page.SidewaysAsync();
        await page.Locator("#switch-language").ClickAsync();
        int inEnglish = await page.SidewaysAsync();
        await page.Locator("#source-panel .report-link").ClickAsync();
        await page.Locator(".paragraph:target").WaitForAsync();
        int atReport = await page.SidewaysAsync();

        new[] { atWelcome, atSource, inEnglish, atReport }.ShouldAllBe(pixels => pixels <= 0);
    }

    [BrowserFact]
    public async Task Page_asks_nobody_but_the_bot_and_breaks_no_rule_of_its_own()
    {
        var page = await browser.OpenAsync(new Uri("about:blank"));
        var complaints = new List<string>();
        var elsewhere = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => elsewhere.AddRange(bot.Address.IsBaseOf(new Uri(request.Url)) ? [] : [request.Url]);

        await page.GotoAsync(bot.Address.ToString());
        var turn = await page.AskAsync(Question);
        await turn.Locator(".words button.cite").First.ClickAsync();
        await page.Locator("#source-panel .report-link").ClickAsync();
        await page.Locator(".paragraph:target").WaitForAsync();

        complaints.ShouldBeEmpty();
        elsewhere.ShouldBeEmpty();
    }
}
