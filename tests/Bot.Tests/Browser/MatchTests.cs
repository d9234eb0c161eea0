using Bot.Channels.Tests;
using Microsoft.Playwright;

namespace Bot.Tests.Browser;

/// <summary>What a person does on the page that matches measures: tells of the enterprise, sees the list change, takes it along.</summary>
public sealed class MatchTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Kept = "localStorage.getItem('match-profile')";

    [BrowserFact]
    public async Task List_follows_what_is_filled_in_and_a_struck_fact_empties_its_field()
    {
        await using var server = await MatchServer.StartAsync();
        var page = await browser.OpenAsync(server.Bot.Address);

        await page.Locator(".bar-actions a[href=match]").ClickAsync();
        await page.GetByLabel("市、县（区）").FillAsync("绍兴");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "科技型中小企业" }).CheckAsync();
        await page.GetByText("项措施可能适用，其中").Or(page.GetByText("项措施可能适用")).First.WaitForAsync();
        await page.GetByLabel("2025年研发费用（万元）").FillAsync("260");
        await page.GetByLabel("2025年研发费用（万元）").PressAsync("Tab");
        await page.GetByText("可得20万元").WaitForAsync();
        string told = await page.Locator("#match-said").InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "去掉：2025年研发费用260万元" }).ClickAsync();
        await page.GetByText("请告诉我2025年研发费用").First.WaitForAsync();

        told.ShouldContain("其中 1 项的自身条件均已满足");
        (await page.GetByLabel("2025年研发费用（万元）").InputValueAsync()).ShouldBe("");
        (await page.GetByRole(AriaRole.Checkbox, new() { Name = "科技型中小企业" }).IsCheckedAsync()).ShouldBeTrue();
        (await page.HasFocusAsync("#match-count")).ShouldBeTrue();
        page.Url.ShouldBe(new Uri(server.Bot.Address, "match").ToString());
    }

    [BrowserFact]
    public async Task Number_that_cannot_be_read_is_told_beside_its_field_and_stays()
    {
        await using var server = await MatchServer.StartAsync();
        var page = await browser.OpenAsync(new Uri(server.Bot.Address, "match"));

        await page.GetByLabel("职工人数").FillAsync("一群");
        await page.GetByLabel("职工人数").PressAsync("Tab");
        await page.Locator("#staff[aria-invalid=true]").WaitForAsync();
        string problem = await page.Locator("#staff-problem").InnerTextAsync();
        string kept = await page.GetByLabel("职工人数").InputValueAsync();
        await page.GetByLabel("职工人数").FillAsync("35");
        await page.GetByLabel("职工人数").PressAsync("Tab");
        await page.Locator("#staff:not([aria-invalid])").WaitForAsync();

        problem.ShouldContain("没有读懂“一群”");
        kept.ShouldBe("一群");
        (await page.Locator("#staff-problem").InnerTextAsync()).ShouldBe("");
    }

    [BrowserFact]
    public async Task Profile_is_kept_on_the_device_only_when_asked_and_deleted_on_request()
    {
        await using var server = await MatchServer.StartAsync();
        var page = await browser.OpenAsync(new Uri(server.Bot.Address, "match"));

        await page.GetByLabel("用自己的话说").FillAsync("我们是绍兴一家科技型中小企业");
        await page.GetByLabel("用自己的话说").PressAsync("Tab");
        await page.GetByText("注册地：绍兴市").WaitForAsync();
        string? before = await page.EvaluateAsync<string?>(Kept);
        await page.GetByLabel("在这台设备上记住").CheckAsync();
        await page.ReloadAsync();
        await page.GetByText("已填入这台设备上记住的内容。").WaitForAsync();
        await page.GetByText("注册地：绍兴市").WaitForAsync();
        string filled = await page.GetByLabel("用自己的话说").InputValueAsync();
        await page.GetByText("从这台设备删除").ClickAsync();
        string? after = await page.EvaluateAsync<string?>(Kept);
        await page.ReloadAsync();
        await page.GetByText("先告诉我企业注册在哪里").WaitForAsync();

        before.ShouldBeNull();
        filled.ShouldBe("我们是绍兴一家科技型中小企业");
        after.ShouldBeNull();
        (await page.GetByLabel("用自己的话说").InputValueAsync()).ShouldBe("");
    }

    [BrowserFact]
    public async Task List_is_taken_along_for_printing_and_as_a_file()
    {
        await using var server = await MatchServer.StartAsync();
        var page = await browser.OpenAsync(new Uri(server.Bot.Address, "match"));

        await page.GetByLabel("市、县（区）").FillAsync("绍兴");
        await page.GetByLabel("市、县（区）").PressAsync("Tab");
        var print = await page.Context.RunAndWaitForPageAsync(() => page.GetByText("打印清单").ClickAsync());
        await print.Locator("#print").WaitForAsync();
        await print.EmulateMediaAsync(new() { Media = Media.Print });
        bool isButtonPrinted = await print.Locator("#print").IsVisibleAsync();
        bool isBarPrinted = await print.Locator(".bar").IsVisibleAsync();
        string sources = await print.Locator(".match-sources").InnerTextAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("下载 CSV").ClickAsync());

        (isButtonPrinted, isBarPrinted).ShouldBe((false, false));
        sources.ShouldContain(MatchServer.ResearchRule);
        download.SuggestedFilename.ShouldBe("措施匹配清单.csv");
        (await page.Locator("#match-count").InnerTextAsync()).ShouldContain("项措施可能适用");
    }

    [BrowserFact]
    public async Task Form_has_a_name_for_every_control_and_is_filled_by_keyboard_alone()
    {
        await using var server = await MatchServer.StartAsync();
        var page = await browser.OpenAsync(new Uri(server.Bot.Address, "match"));

        string[] nameless = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#match-form input:not([type=hidden]), #match-form select, #match-form textarea')]"
            + ".filter(field => field.labels.length === 0 || field.labels[0].textContent.trim() === '').map(field => field.outerHTML)");
        await page.PressUntilFocusAsync("Tab", "#place");
        await page.Keyboard.TypeAsync("绍兴");
        await page.PressUntilFocusAsync("Tab", "input[name=recognitions][value=科技型中小企业]");
        await page.Keyboard.PressAsync("Space");
        await page.GetByText("项措施可能适用").First.WaitForAsync();

        nameless.ShouldBeEmpty();
        (await page.Locator("fieldset:not(:has(> legend))").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Form_works_without_script()
    {
        await using var server = await MatchServer.StartAsync();
        var page = await browser.OpenAsync(new Uri("about:blank"));
        await page.RouteAsync("**/*.js", route => route.AbortAsync());

        await page.GotoAsync(new Uri(server.Bot.Address, "match").ToString());
        await page.GetByLabel("市、县（区）").FillAsync("绍兴");
        await page.GetByRole(AriaRole.Button, new() { Name = "匹配", Exact = true }).ClickAsync();
        await page.GetByText("项措施可能适用").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "去掉：注册地：绍兴市" }).ClickAsync();
        await page.GetByText("先告诉我企业注册在哪里").WaitForAsync();

        (await page.GetByLabel("市、县（区）").InputValueAsync()).ShouldBe("");
    }

    [BrowserFact]
    public async Task Switch_of_language_keeps_what_was_filled_in()
    {
        await using var server = await MatchServer.StartAsync();
        var page = await browser.OpenAsync(new Uri(server.Bot.Address, "match"));

        await page.GetByLabel("市、县（区）").FillAsync("绍兴");
        await page.Locator("#switch-language").ClickAsync();
        await page.GetByText("may apply").First.WaitForAsync();

        (await page.GetByLabel("City, county or district").InputValueAsync()).ShouldBe("绍兴");
        (await page.Locator(".bar-actions a[href=measures]").InnerTextAsync()).ShouldBe("Measures");
    }

    [BrowserTheory]
    [InlineData(390, 844)]
    [InlineData(360, 640)]
    public async Task Page_never_scrolls_sideways_on_a_phone_and_breaks_no_rule(int width, int height)
    {
        await using var server = await MatchServer.StartAsync([SampleRegister.Hostile]);
        var page = await browser.OpenAsync(new Uri("about:blank"), width, height);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(new Uri(server.Bot.Address, "match").ToString());
        int atForm = await page.SidewaysAsync();
        await page.GetByLabel("市、县（区）").FillAsync("=临江市");
        await page.GetByLabel("市、县（区）").PressAsync("Tab");
        await page.Locator(".matched").First.WaitForAsync();

        atForm.ShouldBe(0);
        (await page.SidewaysAsync()).ShouldBe(0);
        (await page.Locator("main script, main img").CountAsync()).ShouldBe(0);
        complaints.ShouldBeEmpty();
    }
}
