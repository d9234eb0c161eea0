using System.Net;
using System.Text.Json;

namespace Bot.Channels.Tests;

public sealed class ReportEndpointTests
{
    [Fact]
    public async Task Reports_lists_what_can_be_searched_and_what_could_not_be_read()
    {
        await using var bot = await BotServer.StartAsync(
            index: MemoryIndex.With(SampleReports.Linjiang).WithFailure("scan", "文件是扫描件，没有文字，请换用可复制文字的版本。"));

        var reports = JsonDocument.Parse(await bot.Client.GetStringAsync(new Uri("/api/reports", UriKind.Relative))).RootElement;

        reports[0].GetRawText().ShouldBe(
            """
            {"id":"linjiang_2021","file":"linjiang_2021.txt","title":"2021年临江市科技工作总结和2022年工作思路","region":"临江市",
            "issuer":"临江市科技局","years":[2021,2022],"publicationDate":"2022-01-18","paragraphs":11,"figures":0,"status":"ready",
            "problem":null,"warnings":["编码为推测所得，请核对个别字符。"]}
            """.ReplaceLineEndings(""));
        reports[1].GetProperty("status").GetString().ShouldBe("failed");
        reports[1].GetProperty("title").GetString().ShouldBe("scan.pdf");
        reports[1].GetProperty("problem").GetString().ShouldNotBeNull().ShouldContain("扫描件");
    }

    [Fact]
    public async Task Report_gives_its_paragraphs_numbered_with_links()
    {
        await using var bot = await BotServer.StartAsync();

        var report = JsonDocument.Parse(await bot.Client.GetStringAsync(new Uri("/api/reports/linjiang_2021", UriKind.Relative))).RootElement;

        report.GetProperty("paragraphs").GetArrayLength().ShouldBe(11);
        report.GetProperty("paragraphs")[9].GetRawText().ShouldBe(
            """{"number":10,"kind":"heading","section":"","part":"summary","years":[2021],"text":"二、2022年工作思路","url":"/reports/linjiang_2021#p10"}""");
    }

    [Theory]
    [InlineData("nowhere", "没有编号为“nowhere”的报告")]
    [InlineData("scan", "扫描件")]
    public async Task Report_says_why_when_there_is_none(string id, string words)
    {
        await using var bot = await BotServer.StartAsync(index: new MemoryIndex().WithFailure("scan", "文件是扫描件。"));

        using var response = await bot.Client.GetAsync(new Uri("/api/reports/" + id, UriKind.Relative));

        await response.ShouldBeProblemAsync(404, "not-found", words);
    }

    [Fact]
    public async Task Examples_name_the_regions_and_years_of_the_reports()
    {
        await using var bot = await BotServer.StartAsync(
            index: MemoryIndex.With(SampleReports.Linjiang, SampleReports.Qingshi).WithFailure("scan", "文件是扫描件。"));

        string[]? examples = JsonSerializer.Deserialize<string[]>(
            await bot.Client.GetStringAsync(new Uri("/api/examples", UriKind.Relative)));

        examples.ShouldNotBeNull().Length.ShouldBe(6);
        examples.Distinct().Count().ShouldBe(6);
        examples[0].ShouldStartWith("临江市2021年");
        examples[1].ShouldStartWith("青石县2022年");
        examples.ShouldAllBe(example => !example.Contains('{') && !example.Contains("scan"));
    }

    [Fact]
    public async Task Examples_ask_by_title_when_a_report_names_no_region_or_year()
    {
        var unnamed = SampleReports.Linjiang with
        {
            Metadata = SampleReports.Linjiang.Metadata with { Region = null, SummaryYear = null, PlanYear = null },
        };
        await using var bot = await BotServer.StartAsync(index: MemoryIndex.With(unnamed));

        string examples = await bot.Client.GetStringAsync(new Uri("/api/examples", UriKind.Relative));

        examples.ShouldBe("""["《2021年临江市科技工作总结和2022年工作思路》是什么时候发布的？"]""");
    }

    [Fact]
    public async Task Examples_are_none_when_there_are_no_reports()
    {
        await using var bot = await BotServer.StartAsync(index: new MemoryIndex());

        string examples = await bot.Client.GetStringAsync(new Uri("/api/examples", UriKind.Relative));

        examples.ShouldBe("[]");
    }

    [Fact]
    public async Task Unknown_addresses_of_the_API_answer_with_a_problem()
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await bot.Client.GetAsync(new Uri("/api/nothing", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await response.ShouldBeProblemAsync(404, "not-found", "/api/nothing");
    }
}
