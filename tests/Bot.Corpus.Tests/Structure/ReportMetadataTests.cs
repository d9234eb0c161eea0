namespace Bot.Corpus.Tests.Structure;

public sealed class ReportMetadataTests
{
    [Theory]
    [InlineData("000", "2019年绍兴市科技创新工作总结和2020年工作思路", "绍兴市", "浙江省", 2019, 2020)]
    [InlineData("001", "2021年度科技创新发展规划", "新昌县", "绍兴市", null, 2021)]
    [InlineData("002", "杭州市科学技术委员会2015年工作总结和2016年工作思", "杭州市", "浙江省", 2015, 2016)]
    [InlineData("003", "科学技术局2020年工作总结与2020年工作计划", "XX市", "南通市", 2020, 2020)]
    [InlineData("004", "嘉兴市科技局2024年工作总结和2025年工作计划", "嘉兴市", "浙江省", null, 2025)]
    public async Task Metadata_of_the_seeds_is_read_from_their_text(
        string seed, string title, string region, string within, int? summaryYear, int? planYear)
    {
        var report = await Text.SeedAsync(seed);

        var metadata = report.Metadata;

        (metadata.Title, metadata.Region, metadata.WithinRegion).ShouldBe((title, region, within));
        (metadata.SummaryYear, metadata.PlanYear).ShouldBe((summaryYear, planYear));
        (report.Paragraphs[0].Kind, report.Paragraphs[0].Text).ShouldBe((ParagraphKind.Title, title));
    }

    [Fact]
    public async Task Title_that_promises_a_missing_summary_is_warned_of()
    {
        var report = await Text.SeedAsync("004");

        report.Warnings.ShouldHaveSingleItem().ShouldContain("2024年总结");
    }

    [Fact]
    public async Task Lines_that_state_issuer_and_date_follow_the_title_as_metadata()
    {
        var report = await Text.SeedAsync("000");

        report.Paragraphs.Where(p => p.Kind == ParagraphKind.Metadata).Select(p => p.Text)
            .ShouldContain(t => t.Contains("2020-02-06", StringComparison.Ordinal));
        report.Paragraphs[1].Kind.ShouldBe(ParagraphKind.Metadata);
    }

    [Theory]
    [InlineData("2015年度总结", 2015, null)]
    [InlineData("某市2019年工作总结和工作计划", 2019, 2020)]
    [InlineData("某市工作总结及2022年工作计划", 2021, 2022)]
    [InlineData("某市2023年上半年工作总结和下半年工作打算", 2023, 2023)]
    [InlineData("某市科技创新“十四五”规划", null, 2025)]
    [InlineData("某市科技创新发展规划（2021—2025年）", null, 2025)]
    [InlineData("2023年某市政府工作报告", 2022, 2023)]
    [InlineData("2023年某市科技工作要点", null, 2023)]
    public void Covered_years_are_read_from_the_title(string title, int? summaryYear, int? planYear)
    {
        var summary = summaryYear is null ? "" : "成立了中心，获评省级平台，总数达30家，创历年新高。";
        var plan = planYear is null ? "" : "力争建成国家级平台，新增不少于5家，争取获批。";

        var report = Text.Structured($"{title}\n{summary}\n{plan}");

        (report.Metadata.SummaryYear, report.Metadata.PlanYear).ShouldBe((summaryYear, planYear));
    }

    [Fact]
    public void Title_that_the_page_cut_is_mended_from_the_pages_own()
    {
        var fields = HeadFields.None with { PageTitle = "某市2019年工作总结和2020年工作思路_某市科技局" };

        var report = Text.Structured("某市2019年工作总结和2020年工作思\n全市开展了工作。", fields);

        report.Metadata.Title.ShouldBe("某市2019年工作总结和2020年工作思路");
    }

    [Fact]
    public void Title_printed_twice_is_said_once()
    {
        var report = Text.Structured("某市2019年工作总结 某市2019年工作总结\n某市2019年工作总结\n全市开展了工作。");

        (report.Metadata.Title, report.Paragraphs.Length).ShouldBe(("某市2019年工作总结", 2));
        report.Removed.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Fact]
    public void Title_over_two_lines_is_joined()
    {
        var report = Text.Structured("绍兴市科学技术局\n2019年工作总结和2020年工作思路\n全市开展了工作。");

        report.Metadata.Title.ShouldBe("绍兴市科学技术局2019年工作总结和2020年工作思路");
    }

    [Fact]
    public void Plan_of_several_years_looks_back_on_the_years_its_text_names()
    {
        var report = Text.Structured("""
            某市“十四五”科技创新规划
            第一章 发展基础
            2020年，研发投入占比达2.9%，高新技术企业达4396家，获批国家试点。
            第二章 发展目标
            到2025年，研发投入占比达到3.5%左右。
            """);

        (report.Metadata.SummaryYear, report.Metadata.PlanYear).ShouldBe((2020, 2025));
        report.Holding("2.9%").Part.ShouldBe(ReportPart.Summary);
    }

    [Theory]
    [InlineData("宁波市科技创新券管理办法", "市科技局", "宁波市")]
    [InlineData("关于印发浙江省嘉兴市科技创新规划的通知", null, "嘉兴市")]
    [InlineData("2021年科技工作总结", "诸暨市科学技术局", "诸暨市")]
    [InlineData("科技工作总结", "县科技局", "新昌县")]
    public void Region_is_read_from_title_then_issuer_then_text(string title, string? issuer, string region)
    {
        var fields = HeadFields.None with { Issuer = issuer };

        var report = Text.Structured($"{title}\n新昌县在绍兴市领先，新昌经验在绍兴、绍兴全市推广。", fields);

        report.Metadata.Region.ShouldBe(region);
    }

    [Fact]
    public void Day_below_the_signature_is_the_publication_date_where_the_page_states_none()
    {
        var report = Text.Structured("某市2019年工作总结\n全市开展了工作，取得了成效。\n某市科学技术局\n2020年1月8日");

        report.Metadata.PublicationDate.ShouldBe(new DateOnly(2020, 1, 8));
    }

    [Fact]
    public void Signature_at_the_foot_is_metadata()
    {
        var report = Text.Structured("某市2019年工作总结\n全市开展了工作，取得了成效。\n某市科学技术局\n2020年1月8日");

        report.Paragraphs.Skip(2).Select(p => p.Kind).ShouldAllBe(k => k == ParagraphKind.Metadata);
    }

    [Fact]
    public void What_is_said_of_a_file_wins_over_its_text()
    {
        var said = new SourceEntry("改定的标题", "新昌县", null, "县科技局", 2001, 2002, new DateOnly(2003, 1, 2), new Uri("https://example.cn/a"));

        var report = Text.Structured("杭州市2019年工作总结\n杭州市完成了工作。", overrides: said);

        var metadata = report.Metadata;
        (metadata.Title, metadata.Region, metadata.WithinRegion, metadata.Issuer).ShouldBe(("改定的标题", "新昌县", "绍兴市", "县科技局"));
        (metadata.SummaryYear, metadata.PlanYear, metadata.PublicationDate).ShouldBe((2001, 2002, new DateOnly(2003, 1, 2)));
        report.Paragraphs[0].Text.ShouldBe("杭州市2019年工作总结");
    }
}
