using Bot.Channels.Tests;
using Microsoft.Playwright;

namespace Bot.Tests.Browser;

/// <summary>What staff do with the register of measures: filter it, see its gaps, correct them, hide what is no measure.</summary>
public sealed class RegisterTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Filter_narrows_the_cards_and_the_file_to_download()
    {
        await using var server = await RegisterServer.StartAsync();
        var page = await browser.OpenAsync(server.Bot.Address);

        await page.Locator(".bar-actions a[href=measures]").ClickAsync();
        await page.GetByLabel("企业所在地").FillAsync("青石");
        await page.GetByLabel("支持方式").SelectOptionAsync("voucher");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.GetByText("共 1 项措施").WaitForAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("下载 CSV").ClickAsync());

        (await page.Locator(".measure").AllInnerTextsAsync()).ShouldHaveSingleItem().ShouldContain("原文未写明");
        download.SuggestedFilename.ShouldBe("政策措施.csv");
        (await File.ReadAllLinesAsync(await download.PathAsync())).Length.ShouldBe(2);
    }

    [BrowserFact]
    public async Task Gap_is_read_by_staff_shown_as_such_and_taken_back()
    {
        await using var server = await RegisterServer.StartAsync();
        var page = await browser.OpenAsync(new Uri(server.Bot.Address, "measures?report=linjiang_rules"));
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();

        await page.Locator(".item.is-gap").GetByText("更正", new() { Exact = true }).ClickAsync();
        string quote = await page.Locator(".sheet mark").InnerTextAsync();
        await page.Locator("#correct-kind").SelectOptionAsync("credit");
        await page.Locator("#correct-by").FillAsync("甲");
        await page.Locator("#correct-note").FillAsync("看过原文");
        await page.GetByText("保存更正").ClickAsync();
        await page.Locator("#admin-key").FillAsync(BotServer.AdminKey);
        await page.GetByText("确定", new() { Exact = true }).ClickAsync();
        await page.GetByText("已更正。", new() { Exact = true }).WaitForAsync();
        string corrected = await page.Locator(".measure").InnerTextAsync();
        int gaps = await page.Locator(".item.is-gap").CountAsync();
        await page.GetByText("列出全部更正").ClickAsync();
        string listed = await page.Locator(".correction").InnerTextAsync();
        await page.Locator(".correction").GetByText("撤回更正").ClickAsync();
        await page.GetByText("已撤回。").WaitForAsync();

        quote.ShouldBe("信誉卓著");
        corrected.ShouldContain("信用与合规");
        corrected.ShouldContain("（甲，看过原文）");
        gaps.ShouldBe(0);
        listed.ShouldContain("生效中");
        (await page.Locator(".item.is-gap").CountAsync()).ShouldBe(1);
    }

    [BrowserFact]
    public async Task Hidden_measure_leaves_the_list_and_comes_back()
    {
        await using var server = await RegisterServer.StartAsync();
        var page = await browser.OpenAsync(new Uri(server.Bot.Address, "measures?instrument=voucher"));
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.EvaluateAsync($"sessionStorage.setItem('admin-key', '{BotServer.AdminKey}')");

        await page.GetByText("隐藏", new() { Exact = true }).And(page.Locator("button")).ClickAsync();
        await page.GetByText("保存更正").ClickAsync();
        await page.GetByText("没有符合条件的措施").WaitForAsync();
        await page.GotoAsync(new Uri(server.Bot.Address, "measures?hidden=true").ToString());
        await page.Locator(".measure").GetByText("撤回更正").ClickAsync();
        await page.GetByText("已撤回。").WaitForAsync();

        await page.GotoAsync(new Uri(server.Bot.Address, "measures?instrument=voucher").ToString());
        (await page.Locator(".measure").CountAsync()).ShouldBe(1);
    }

    [BrowserFact]
    public async Task Wrong_field_is_told_beside_it_and_gets_the_focus()
    {
        await using var server = await RegisterServer.StartAsync();
        var page = await browser.OpenAsync(new Uri(server.Bot.Address, "measures?report=linjiang_rules"));
        await page.EvaluateAsync($"sessionStorage.setItem('admin-key', '{BotServer.AdminKey}')");
        await page.Locator("[data-item=amount]").First.GetByText("更正", new() { Exact = true }).ClickAsync();

        await page.Locator("#correct-value").FillAsync("11");
        await page.GetByText("保存更正").ClickAsync();
        await page.Locator("#correct-value[aria-invalid=true]").WaitForAsync();

        (await page.Locator("#correct-value-problem").InnerTextAsync()).ShouldContain("原句中没有");
        (await page.HasFocusAsync("#correct-value")).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task Register_is_read_and_filtered_without_script()
    {
        await using var server = await RegisterServer.StartAsync();
        var page = await browser.OpenAsync(new Uri("about:blank"));
        await page.RouteAsync("**/*.js", route => route.AbortAsync());

        await page.GotoAsync(new Uri(server.Bot.Address, "measures").ToString());
        await page.GetByLabel("状态", new() { Exact = true }).SelectOptionAsync("repealed");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.GetByText("共 1 项措施").WaitForAsync();

        (await page.Locator(".measure").InnerTextAsync()).ShouldContain("由《临江市研发补助办法》废止");
    }

    [BrowserFact]
    public async Task Hostile_words_stay_text_and_break_no_rule_of_the_page()
    {
        await using var server = await RegisterServer.StartAsync(SampleRegister.Hostile);
        var page = await browser.OpenAsync(new Uri("about:blank"));
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            complaints.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };

        await page.GotoAsync(new Uri(server.Bot.Address, "measures").ToString());
        await page.Locator("[data-item=condition] button").First.ClickAsync();

        (await page.Locator(".sheet mark").InnerTextAsync()).ShouldBe(SampleReports.Hostile);
        (await page.Locator("main script, main img, dialog script, dialog img").CountAsync()).ShouldBe(0);
        complaints.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData(390, 844)]
    [InlineData(360, 640)]
    public async Task Register_never_scrolls_sideways_on_a_phone(int width, int height)
    {
        await using var server = await RegisterServer.StartAsync([.. SampleRegister.All, SampleRegister.Hostile]);
        var page = await browser.OpenAsync(new Uri(server.Bot.Address, "measures"), width, height);

        int atCards = await page.SidewaysAsync();
        await page.Locator("[data-item=condition] button").First.ClickAsync();

        atCards.ShouldBe(0);
        (await page.SidewaysAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task English_words_replace_the_Chinese_ones_but_in_the_sources()
    {
        await using var server = await RegisterServer.StartAsync();
        var page = await browser.OpenAsync(new Uri(server.Bot.Address, "measures?report=linjiang_rules"));

        await page.Locator("#switch-language").ClickAsync();
        await page.GetByText("1 measures; 1 to 1 on this page.").WaitForAsync();
        string card = await page.Locator(".measure").InnerTextAsync();
        await page.Locator("#switch-language").ClickAsync();
        await page.GetByText("共 1 项措施").WaitForAsync();

        card.ShouldContain("in force");
        card.ShouldContain("at most 50万元");
        card.ShouldContain("最高不超过50万元");
    }
}
