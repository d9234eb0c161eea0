using Bot.Channels.Tests;
using Microsoft.Playwright;

namespace Bot.Tests.Browser;

/// <summary>How an answer's chart is drawn, from answers written by hand.</summary>
public sealed class ChartTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string TextSizes =
        "chart => [...chart.querySelectorAll('text, tspan, .cite')].map(text => parseFloat(getComputedStyle(text).fontSize))";

    // Labels and markers of points, and how many pairs of them lie over each other.
    private const string Overlaps =
        """
        chart => {
          const boxes = [...chart.querySelectorAll('.written, .chart-sources .cite')].map(label => label.getBoundingClientRect());
          return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5)).length;
        }
        """;

    [BrowserTheory]
    [InlineData("历年？", 1280)]
    [InlineData("历年？", 360)]
    [InlineData("历年比重？", 1280)]
    [InlineData("历年比重？", 390)]
    [InlineData("历年比重？", 360)]
    [InlineData("各地？", 1280)]
    [InlineData("各地？", 360)]
    public async Task Chart_is_large_readable_and_covers_no_label_at_any_width(string question, int width)
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address, width);

        var turn = await page.AskAsync(question);
        var chart = await ChartOfAsync(turn);
        var drawing = await chart.Locator(".chart-drawing > svg").BoundingBoxAsync();
        var card = await turn.Locator(".words").BoundingBoxAsync();

        drawing.ShouldNotBeNull().Height.ShouldBeGreaterThanOrEqualTo(280);
        drawing.Width.ShouldBeGreaterThan(card.ShouldNotBeNull().Width - 40);
        (await chart.EvaluateAsync<double[]>(TextSizes)).ShouldAllBe(size => size >= 12);
        (await chart.EvaluateAsync<int>(Overlaps)).ShouldBe(0);
        (await page.SidewaysAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Every_point_carries_what_was_written_and_a_marker_that_opens_its_source()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);

        var chart = await ChartOfAsync(await page.AskAsync("历年？"));
        var written = await chart.Locator(".written").AllTextContentsAsync();
        var markers = await chart.Locator("button.cite").AllInnerTextsAsync();
        await chart.Locator("button.cite").Last.ClickAsync();

        written.ShouldBe(["31.2亿元", "约36亿元", "44.85亿元", "49.3亿元", "62.4亿元", "不少于70亿元"]);
        markers.ShouldBe(["1", "1", "3", "3", "2", "4"]);
        (await page.Locator("#source-panel .source-number").InnerTextAsync()).ShouldBe("第 11 段");
    }

    [BrowserFact]
    public async Task Plans_and_parts_of_a_year_are_drawn_otherwise_and_explained()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);

        var chart = await ChartOfAsync(await page.AskAsync("历年？"));
        var image = chart.Locator(".chart-drawing > svg");
        var fills = await image.Locator(".mark").EvaluateAllAsync<string[]>("marks => marks.map(mark => getComputedStyle(mark).fill)");

        (await chart.Locator(".chart-legend li:visible").AllInnerTextsAsync()).Select(text => text.Trim()).ShouldBe(["结果", "目标（计划）", "不满一年"]);
        fills[..^1].Distinct().Count().ShouldBe(1);
        fills[^1].ShouldNotBe(fills[0]);
        (await image.Locator(".path.is-dashed").CountAsync()).ShouldBe(1);
        (await image.Locator(".path").CountAsync()).ShouldBe(5);
        (await image.Locator(".ring").CountAsync()).ShouldBe(1);
        (await image.Locator(".time").AllTextContentsAsync()).ShouldBe(["2016年", "2017年", "2018", "2019年", "2020年1—11月", "2021年", "2022年"]);
    }

    [BrowserFact]
    public async Task Screen_readers_are_told_what_the_chart_is_and_led_to_the_table()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);

        var turn = await page.AskAsync("历年？");
        var image = (await ChartOfAsync(turn)).Locator(".chart-drawing > svg");

        (await image.GetAttributeAsync("role")).ShouldBe("img");
        (await page.Locator($"#{await image.GetAttributeAsync("aria-labelledby")}").TextContentAsync()).ShouldBe("临江市 研发经费支出");
        (await page.Locator($"#{await image.GetAttributeAsync("aria-describedby")}").TextContentAsync()).ShouldNotBeNull().ShouldContain("表格");
        (await turn.Locator(".words table").GetAttributeAsync("id")).ShouldBe(await image.GetAttributeAsync("aria-details"));
        (await image.Locator("button").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task One_point_each_becomes_bars_from_nought()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);

        var chart = await ChartOfAsync(await page.AskAsync("各地？"));
        var widths = await chart.Locator(".bar").EvaluateAllAsync<double[]>("bars => bars.map(bar => Number(bar.getAttribute('width')))");

        (await chart.Locator(".row-name").AllTextContentsAsync()).ShouldBe(["临江市 2021年", "青石县 2021年1—11月", "临江市 2022年目标"]);
        (widths[1] / widths[0]).ShouldBe(9.8 / 62.4, 0.001);
        (widths[2] / widths[0]).ShouldBe(70 / 62.4, 0.001);
        (await chart.Locator(".path").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Chart_is_drawn_anew_when_the_width_changes()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);
        var chart = await ChartOfAsync(await page.AskAsync("历年比重？"));

        await page.SetViewportSizeAsync(360, 800);
        await page.WaitForFunctionAsync("document.querySelector('.chart-drawing > svg').clientWidth < 360");

        (await chart.EvaluateAsync<double[]>(TextSizes)).ShouldAllBe(size => size >= 12);
        (await chart.EvaluateAsync<int>(Overlaps)).ShouldBe(0);
        (await page.SidewaysAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Corrected_figure_is_tagged_beside_its_markers_alone()
    {
        await using var bot = await ServeAsync();
        var page = await browser.OpenAsync(bot.Address);

        var turn = await page.AskAsync("更正？");

        (await turn.Locator(".words .cite + .corrected-tag").AllInnerTextsAsync()).ShouldBe(["已更正"]);
        (await turn.Locator(".words .cite:has(+ .corrected-tag)").InnerTextAsync()).ShouldBe("2");
        (await turn.Locator(".source-line .corrected-tag").CountAsync()).ShouldBe(1);
    }

    private static async Task<ILocator> ChartOfAsync(ILocator turn)
    {
        await turn.Locator(".chart-drawing > svg").WaitForAsync();
        return turn.Locator(".chart");
    }

    private static Task<BotServer> ServeAsync() => BotServer.StartReadyAsync(new ScriptedAnswerer(SampleAnswers.To));
}
