using Bot.Channels.Tests;
using Microsoft.Playwright;

namespace Bot.Tests.Browser;

/// <summary>What staff do with the figure ledger: filter it, correct a figure, take the correction back.</summary>
public sealed class LedgerTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Filter_narrows_the_rows_and_the_file_to_download()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);
        var page = await browser.OpenAsync(bot.Address);

        await page.Locator(".bar-actions a[href=figures]").ClickAsync();
        await page.GetByLabel("地区").FillAsync("临江");
        await page.GetByLabel("性质").SelectOptionAsync("target");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.GetByText("共 1 个数字").WaitForAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("下载 CSV").ClickAsync());

        (await page.Locator(".figures tbody tr").AllInnerTextsAsync()).ShouldHaveSingleItem().ShouldContain("突破45亿元");
        (await page.GetByLabel("地区").InputValueAsync()).ShouldBe("临江");
        download.SuggestedFilename.ShouldBe("数字台账.csv");
        (await File.ReadAllLinesAsync(await download.PathAsync())).Length.ShouldBe(2);
    }

    [BrowserFact]
    public async Task Figure_is_corrected_shown_as_such_and_taken_back()
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync();
        await using var _ = bot;
        var page = await browser.OpenAsync(new Uri(bot.Address, "figures?report=linjiang_2021&aspect=share"));
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        var row = page.Locator(".figures tbody tr");

        await row.GetByText("更正", new() { Exact = true }).ClickAsync();
        string prefilled = await page.Locator("#correct-period").InputValueAsync();
        await page.Locator("#correct-period").FillAsync("2020");
        await page.Locator("#correct-note").FillAsync("看错一年");
        await page.GetByText("保存更正").ClickAsync();
        await page.Locator("#admin-key").FillAsync(BotServer.AdminKey);
        await page.GetByText("确定", new() { Exact = true }).ClickAsync();
        await row.GetByText("已更正").WaitForAsync();
        await page.GetByText("已更正。", new() { Exact = true }).WaitForAsync();
        string corrected = await row.InnerTextAsync();
        string said = await page.Locator("#said").InnerTextAsync();
        await page.GetByText("列出全部更正").ClickAsync();
        string listed = await page.Locator(".correction").InnerTextAsync();
        await page.Locator(".correction").GetByText("撤回更正").ClickAsync();
        await page.GetByText("已撤回。").WaitForAsync();

        prefilled.ShouldBe("2021");
        corrected.ShouldContain("2020年");
        corrected.ShouldContain("看错一年");
        said.ShouldBe("已更正。");
        listed.ShouldContain("生效中");
        (await row.InnerTextAsync()).ShouldNotContain("已更正");
        corrections.Kept.ShouldBeEmpty();
        (await page.EvaluateAsync<string>("JSON.stringify(localStorage) + document.cookie + document.documentElement.outerHTML"))
            .ShouldNotContain(BotServer.AdminKey);
    }

    [BrowserFact]
    public async Task Wrong_key_is_asked_again_and_what_was_typed_is_kept()
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync();
        await using var _ = bot;
        var page = await browser.OpenAsync(new Uri(bot.Address, "figures?aspect=share"));
        await page.Locator(".figures tbody").GetByText("更正", new() { Exact = true }).ClickAsync();
        await page.Locator("#correct-period").FillAsync("2020");
        await page.GetByText("保存更正").ClickAsync();

        await page.Locator("#admin-key").FillAsync("not-the-key-at-all");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("管理密钥不对").WaitForAsync();
        await page.Locator("#admin-key").FillAsync(BotServer.AdminKey);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".tag.is-corrected").WaitForAsync();

        corrections.Kept.Single().Meaning.Period.ToString().ShouldBe("2020");
    }

    [BrowserTheory]
    [InlineData("unit", "？", "单位应为原句中的单位")]
    [InlineData("period", "去年", "读不懂")]
    [InlineData("value", "很多", "类型不对")]
    public async Task Wrong_field_is_told_beside_it_and_gets_the_focus(string field, string value, string words)
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync();
        await using var _ = bot;
        var page = await browser.OpenAsync(new Uri(bot.Address, "figures?aspect=share"));
        await page.EvaluateAsync($"sessionStorage.setItem('admin-key', '{BotServer.AdminKey}')");
        await page.Locator(".figures tbody").GetByText("更正", new() { Exact = true }).ClickAsync();

        await page.Locator("#correct-" + field).FillAsync(value);
        await page.GetByText("保存更正").ClickAsync();
        await page.Locator($"#correct-{field}[aria-invalid=true]").WaitForAsync();

        (await page.Locator($"#correct-{field}-problem").InnerTextAsync()).ShouldContain(words);
        (await page.HasFocusAsync("#correct-" + field)).ShouldBeTrue();
        corrections.Kept.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Ledger_is_read_and_filtered_without_script()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);
        var page = await browser.OpenAsync(new Uri("about:blank"));
        await page.RouteAsync("**/*.js", route => route.AbortAsync());

        await page.GotoAsync(new Uri(bot.Address, "figures").ToString());
        await page.GetByLabel("口径").SelectOptionAsync("growth");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.GetByText("共 1 个数字").WaitForAsync();

        (await page.Locator("mark").InnerTextAsync()).ShouldBe("18.3%");
        (await page.GetByText("更正", new() { Exact = true }).Locator("visible=true").And(page.Locator("button")).CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Hostile_figures_stay_text_and_break_no_rule_of_the_page()
    {
        var (bot, _) = await BotServer.StartLedgerAsync(MemoryIndex.With(SampleLedger.Hostile));
        await using var disposed = bot;
        var page = await browser.OpenAsync(new Uri("about:blank"));
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            complaints.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };

        await page.GotoAsync(new Uri(bot.Address, "figures").ToString());
        await page.Locator(".figures tbody button").First.ClickAsync();
        string quote = await page.Locator(".sheet .quote").InnerTextAsync();

        quote.ShouldBe($"{SampleReports.Hostile}新增项目77个。");
        (await page.Locator(".sheet mark").InnerTextAsync()).ShouldBe("77个");
        (await page.Locator("main script, main img, dialog script, dialog img").CountAsync()).ShouldBe(0);
        complaints.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData(390, 844)]
    [InlineData(360, 640)]
    public async Task Ledger_never_scrolls_sideways_on_a_phone_and_its_cards_use_the_width(int width, int height)
    {
        var (bot, _) = await BotServer.StartLedgerAsync(MemoryIndex.With(SampleLedger.Linjiang, SampleLedger.Qingshi, SampleLedger.Hostile));
        await using var disposed = bot;
        var page = await browser.OpenAsync(new Uri(bot.Address, "figures"), width, height);

        int atRows = await page.SidewaysAsync();
        var sentence = await page.Locator(".cell-sentence .sentence").First.BoundingBoxAsync();
        await page.Locator(".figures tbody button").First.ClickAsync();
        int atDialog = await page.SidewaysAsync();
        var dialog = await page.Locator(".sheet").BoundingBoxAsync();

        atRows.ShouldBe(0);
        atDialog.ShouldBe(0);
        sentence.ShouldNotBeNull().Width.ShouldBeGreaterThan(width * 0.7f);
        (dialog.ShouldNotBeNull().X + dialog.Width).ShouldBeLessThanOrEqualTo(width);
    }

    [BrowserFact]
    public async Task English_words_replace_the_Chinese_ones_but_in_the_sources()
    {
        var (bot, _) = await BotServer.StartLedgerAsync();
        await using var disposed = bot;
        var page = await browser.OpenAsync(new Uri(bot.Address, "figures?aspect=share"));

        await page.Locator("#switch-language").ClickAsync();
        await page.GetByText("1 figures; 1 to 1 on this page.").WaitForAsync();
        string row = await page.Locator(".figures tbody tr").InnerTextAsync();
        await page.Locator("#switch-language").ClickAsync();
        await page.GetByText("共 1 个数字").WaitForAsync();

        row.ShouldContain("result · share");
        row.ShouldContain("占GDP比重2.31%，列全省第五位。");
        row.ShouldContain("Correct");
    }
}
