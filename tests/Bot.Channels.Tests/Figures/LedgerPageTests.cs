using System.Net;
using System.Text.RegularExpressions;

namespace Bot.Channels.Tests;

public sealed partial class LedgerPageTests
{
    [Fact]
    public async Task Page_shows_each_figure_with_its_meaning_its_sentence_and_the_way_to_the_paragraph()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        string page = await GetAsync(bot, "?report=linjiang_2021&aspect=share");

        Row().Count(page).ShouldBe(1);
        page.ShouldContain("<strong>2.31</strong>%");
        page.ShouldContain("占GDP比重<mark>2.31%</mark>，列全省第五位。");
        page.ShouldContain("<span class=\"words-used\">占GDP比重</span>");
        page.ShouldContain("<span data-t=\"ledgerBase\">基数</span> GDP");
        page.ShouldContain("2021年</div>");
        page.ShouldMatch("href=\"reports/linjiang_2021\\?quote=[^\"]+#p2\"");
        page.ShouldContain("href=\"api/figures?aspect=share&amp;report=linjiang_2021&amp;format=csv\"");
    }

    [Fact]
    public async Task Page_marks_doubtful_and_corrected_figures_saying_why()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        string doubtful = await GetAsync(bot, "?doubtful=true");
        string corrected = await GetAsync(bot, "?corrected=true");

        Row().Count(doubtful).ShouldBe(1);
        doubtful.ShouldContain(">存疑</span>");
        doubtful.ShouldContain($"<p class=\"why\">{SampleLedger.Doubt}</p>");
        Row().Count(corrected).ShouldBe(1);
        corrected.ShouldContain(">已更正</span>");
        corrected.ShouldContain("更正前：</span>青石县，全社会R&amp;D经费支出，2020年，9.8亿元，结果，数值（报告写的是2021年）");
    }

    [Fact]
    public async Task Form_keeps_what_was_asked()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        string page = await GetAsync(bot, "?region=临江&period=2021&status=achieved&report=linjiang_2021&corrected=false&limit=5");

        page.ShouldContain("name=\"region\" value=\"临江\"");
        page.ShouldContain("name=\"period\" value=\"2021\"");
        page.ShouldContain("<option value=\"achieved\" selected");
        page.ShouldContain("<option value=\"linjiang_2021\" selected");
        page.ShouldContain("<option value=\"false\" selected data-t=\"ledgerNoCorrected\"");
        page.ShouldContain("<input type=\"hidden\" name=\"limit\" value=\"5\">");
    }

    [Fact]
    public async Task Pager_leads_through_all_pages_keeping_the_filters()
    {
        await using var bot = await BotServer.StartAsync(index: MemoryIndex.With(SampleLedger.Long(120)));

        string first = await GetAsync(bot, "?status=achieved");
        string second = await GetAsync(bot, "?status=achieved&offset=50");
        string last = await GetAsync(bot, "?status=achieved&offset=100");

        first.ShouldContain("共 120 个数字，本页第 1–50 个。");
        first.ShouldContain("href=\"figures?status=achieved&amp;offset=50\"");
        first.ShouldContain("<span class=\"quiet-button is-off\" data-t=\"ledgerBack\">");
        second.ShouldContain("href=\"figures?status=achieved\" data-t=\"ledgerBack\"");
        second.ShouldContain("href=\"figures?status=achieved&amp;offset=100\" data-t=\"ledgerNext\"");
        Row().Count(last).ShouldBe(20);
        last.ShouldContain("<span class=\"quiet-button is-off\" data-t=\"ledgerNext\">");
    }

    [Fact]
    public async Task Empty_result_tells_which_filter_to_leave_out_and_what_that_finds()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        string page = await GetAsync(bot, "?region=青石县&status=target");

        page.ShouldContain("没有符合条件的数字");
        var lines = WiderLine().Matches(page).Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value));
        lines.ShouldBe([("figures?region=%E9%9D%92%E7%9F%B3%E5%8E%BF", "性质：target", "2"), ("figures?status=target", "地区：青石县", "1")]);
    }

    [Fact]
    public async Task Wrong_value_is_told_beside_its_field()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        using var response = await bot.Client.GetAsync(new Uri("/figures?period=<b>&region=临江市&limit=0", UriKind.Relative));
        string page = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain("value=\"&lt;b&gt;\"");
        page.ShouldContain("aria-invalid=\"true\" aria-describedby=\"period-problem\"");
        page.ShouldContain("<span id=\"period-problem\" class=\"field-problem\">参数 period 的值“&lt;b&gt;”不可用");
        page.ShouldContain("参数 limit 的值“0”不可用");
        Row().Count(page).ShouldBe(0);
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        await using var bot = await BotServer.StartAsync(index: MemoryIndex.With(SampleLedger.Hostile));

        string page = await GetAsync(bot, "?text=" + Uri.EscapeDataString("</script><script>alert(1)</script>\""));
        string rows = await GetAsync(bot, "");

        Row().Count(rows).ShouldBe(2);
        foreach (string text in new[] { page, rows })
        {
            text.ShouldNotContain("<script>");
            text.ShouldNotContain("<img");
            Script().Matches(text).Select(match => match.Value).ShouldBe(["<script type=\"module\" src=\"assets/js/figures.js\">"]);
        }
    }

    [Fact]
    public async Task Page_says_how_to_turn_corrections_on_when_they_are_off()
    {
        await using var off = await BotServer.StartAsync(index: SampleLedger.Index);
        var (on, _) = await BotServer.StartLedgerAsync();
        await using var disposed = on;

        string without = await GetAsync(off, "");
        string with = await GetAsync(on, "");

        without.ShouldContain("data-corrections=\"off\"");
        without.ShouldContain("Admin:Key（至少 16 个");
        with.ShouldContain("data-corrections=\"on\"");
        with.ShouldNotContain(BotServer.AdminKey);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/reports/linjiang_2021")]
    public async Task Other_pages_lead_to_the_ledger(string path)
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        string page = await bot.Client.GetStringAsync(new Uri(path, UriKind.Relative));

        page.ShouldMatch("href=\"(\\.\\./)?figures\"");
        if (path != "/")
            page.ShouldContain("href=\"../figures?report=linjiang_2021\">8 个");
    }

    private static Task<string> GetAsync(BotServer bot, string query) => bot.Client.GetStringAsync(new Uri("/figures" + query, UriKind.Relative));

    [GeneratedRegex("<tr role=\"row\" class=\"figure")]
    private static partial Regex Row();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();

    [GeneratedRegex("<li><a href=\"([^\"]*)\"><span data-t=\"ledgerWithout\">去掉</span> ([^<]*)</a> <span[^>]*>（(\\d+) 个）")]
    private static partial Regex WiderLine();
}
