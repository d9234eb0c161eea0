using System.Net;

namespace Bot.Channels.Tests;

public sealed class RegisterPageTests
{
    [Fact]
    public async Task Page_shows_each_measure_with_its_conditions_quoted_and_its_gaps_marked()
    {
        await using var server = await RegisterServer.StartAsync();

        string page = await GetAsync(server, "?report=linjiang_rules");

        page.ShouldContain("<h2 lang=\"zh-CN\">研发补助</h2>");
        page.ShouldContain("data-t=\"state.inForce\">有效</span>");
        page.ShouldContain(">有未读懂的条件</span>");
        page.ShouldContain("<li class=\"item is-gap\" data-item=\"condition\" data-index=\"2\">");
        page.ShouldContain("申报主体须在本市注册，<mark>信誉卓著</mark>，联系人（号码已略）。");
        page.ShouldContain("<a class=\"aside\" href=\"/reports/linjiang_rules#p4\">¶4</a>");
        page.ShouldContain("<span data-t=\"amount.ceiling\">最高</span> 50万元");
        page.ShouldContain("临江市 · 临江市科技局 · 临科〔2024〕1号 · 2024-01-01至2098-12-31 · 试行");
        page.ShouldNotContain("13812345678");
    }

    [Fact]
    public async Task What_the_document_does_not_write_is_said_to_be_so()
    {
        await using var server = await RegisterServer.StartAsync();

        string page = await GetAsync(server, "?report=qingshi_told");

        page.Split("data-t=\"notWritten\">原文未写明</p>").Length.ShouldBe(4);
        page.ShouldContain("data-t=\"state.onlyMentioned\">仅提及</span>");
    }

    [Fact]
    public async Task Repealed_measure_names_what_ended_it()
    {
        await using var server = await RegisterServer.StartAsync();

        string page = await GetAsync(server, "?state=repealed");

        page.ShouldContain("由《临江市研发补助办法》废止（2024-01-01起）");
    }

    [Fact]
    public async Task Form_keeps_what_was_asked_and_pager_leads_on()
    {
        await using var server = await RegisterServer.StartAsync(SampleRegister.Long(120));

        string page = await GetAsync(server, "?place=长数县&state=undated&offset=50");

        page.ShouldContain("name=\"place\" value=\"长数县\"");
        page.ShouldContain("<option value=\"undated\" selected");
        page.ShouldContain("共 120 项措施，本页第 51–100 项。");
        page.ShouldContain("state=undated&amp;offset=100\" data-t=\"ledgerNext\"");
    }

    [Fact]
    public async Task Empty_result_tells_which_filter_to_leave_out_and_what_that_finds()
    {
        await using var server = await RegisterServer.StartAsync();

        string page = await GetAsync(server, "?region=青石县&instrument=grant");

        page.ShouldContain("没有符合条件的措施");
        page.ShouldContain("支持方式：grant</a> <span data-t=\"ledgerCount\" data-t-args=\"{&quot;total&quot;:1}\">（1 个）</span>");
        page.ShouldContain("发布地区：青石县</a> <span data-t=\"ledgerCount\" data-t-args=\"{&quot;total&quot;:1}\">（1 个）</span>");
    }

    [Fact]
    public async Task Wrong_value_is_told_beside_its_field()
    {
        await using var server = await RegisterServer.StartAsync();

        using var response = await server.Client.GetAsync(new Uri("/measures?date=gestern", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("id=\"date-problem\"");
    }

    [Fact]
    public async Task Hostile_words_stay_text()
    {
        await using var server = await RegisterServer.StartAsync(SampleRegister.Hostile);

        string page = await GetAsync(server, "");

        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain("<img src=x");
    }

    private static Task<string> GetAsync(RegisterServer server, string query) =>
        server.Client.GetStringAsync(new Uri("/measures" + query, UriKind.Relative));
}
