using System.Net;

namespace Bot.Channels.Tests;

public sealed class ReportPageTests
{
    [Fact]
    public async Task Report_page_numbers_every_paragraph_with_an_anchor_and_a_link()
    {
        await using var bot = await BotServer.StartAsync();

        string page = await GetAsync(bot, "/reports/linjiang_2021");

        page.ShouldContain("<title>2021年临江市科技工作总结和2022年工作思路 · 科技政策问答</title>");
        for (int number = 1; number <= 11; number++)
        {
            page.ShouldContain($"id=\"p{number}\"");
            page.ShouldContain($"href=\"#p{number}\"");
        }

        page.ShouldContain("<dt>地区</dt><dd>临江市</dd>");
        page.ShouldContain("<dt>发布日期</dt><dd>2022-01-18</dd>");
        page.ShouldContain("<a href=\"https://kj.linjiang.example/2022/0118.html\"");
        page.ShouldContain("编码为推测所得");
    }

    [Fact]
    public async Task Report_page_has_a_table_of_contents_by_heading_level()
    {
        await using var bot = await BotServer.StartAsync();

        string page = await GetAsync(bot, "/reports/linjiang_2021");

        page.ShouldContain("<li class=\"level-1\"><a href=\"#p3\">一、2021年主要工作</a></li>");
        page.ShouldContain("<li class=\"level-2\"><a href=\"#p4\">（一）培育创新主体</a></li>");
        page.ShouldContain("<h3>（一）培育创新主体</h3>");
    }

    [Fact]
    public async Task Report_page_marks_the_quoted_sentence()
    {
        await using var bot = await BotServer.StartAsync();

        string page = await GetAsync(bot, "/reports/linjiang_2021?quote=" + Uri.EscapeDataString("总数达到903家；"));

        page.ShouldContain("全年新认定高新技术企业214家，<mark>总数达到903家；</mark>新增省科技型中小企业486家。");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?quote=")]
    [InlineData("?quote=%20")]
    [InlineData("?quote=不在报告里")]
    public async Task Report_page_marks_nothing_when_there_is_nothing_to_mark(string query)
    {
        await using var bot = await BotServer.StartAsync();

        string page = await GetAsync(bot, "/reports/linjiang_2021" + query);

        page.ShouldNotContain("<mark>");
        page.ShouldNotContain("不在报告里");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?quote=%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task Report_page_shows_hostile_text_as_text(string query)
    {
        await using var bot = await BotServer.StartAsync(index: MemoryIndex.With(SampleReports.Malicious));

        string page = await GetAsync(bot, "/reports/" + Uri.EscapeDataString(SampleReports.Malicious.Id.Value) + query);

        page.ShouldNotContain("<script");
        page.ShouldNotContain("<img");
        page.ShouldNotContain("javascript:");
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    [Theory]
    [InlineData("/reports/nowhere", "没有这份报告")]
    [InlineData("/reports/scan", "文件是扫描件。")]
    [InlineData("/reports/%3Cscript%3E", "&lt;script&gt;")]
    public async Task Missing_report_page_says_why_and_lists_the_reports_there_are(string path, string words)
    {
        await using var bot = await BotServer.StartAsync(
            index: MemoryIndex.With(SampleReports.Linjiang).WithFailure("scan", "文件是扫描件。"));

        using var response = await bot.Client.GetAsync(new Uri(path, UriKind.Relative));
        string page = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
        page.ShouldContain(words);
        page.ShouldContain("href=\"../reports/linjiang_2021\"");
        page.ShouldNotContain("<script");
    }

    private static Task<string> GetAsync(BotServer bot, string path) => bot.Client.GetStringAsync(new Uri(path, UriKind.Relative));
}
