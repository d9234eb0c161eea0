namespace Bot.Corpus.Tests.Structure;

public sealed class PartAndYearTests
{
    [Theory]
    [InlineData("000", "研发费用139.69亿元", ReportPart.Summary, "2019")]
    [InlineData("000", "新增国家高新技术企业300家", ReportPart.Plan, "2020")]
    [InlineData("001", "到2025年实现", ReportPart.Plan, "2025")]
    [InlineData("001", "比重力争达5%左右", ReportPart.Plan, "2021 2025")]
    [InlineData("001", "年均增长15%以上", ReportPart.Plan, "2021")]
    [InlineData("002", "高新技术产业增加值1212.6亿元,增长", ReportPart.Summary, "2015")]
    [InlineData("002", "自2009年起连续六年", ReportPart.Summary, "2009 2015")]
    [InlineData("002", "专项专项审计", ReportPart.Summary, "2011 2012 2013 2014")]
    [InlineData("002", "全面贯彻党的十八届", ReportPart.Plan, "2016")]
    [InlineData("002", "全社会研发经费占地区生产总值比重力争", ReportPart.Plan, "2016")]
    [InlineData("003", "认定高新技术企业71家,全市高企", ReportPart.Summary, "2020")]
    [InlineData("003", "力争高新技术企业达到200家", ReportPart.Plan, "2020")]
    [InlineData("004", "总体思路", ReportPart.Plan, "2025")]
    [InlineData("004", "新认定省科技型中小企业1000家以上", ReportPart.Plan, "2025")]
    [InlineData("004", "红船旁", ReportPart.Plan, "2025")]
    public async Task Sentences_of_the_seeds_know_their_part_and_years(string seed, string words, ReportPart part, string years)
    {
        words = words.Replace("专项专项", "专项资金专项", StringComparison.Ordinal);

        var sentence = (await Text.SeedAsync(seed)).Sentence(words);

        (sentence.Part, string.Join(' ', sentence.Years)).ShouldBe((part, years));
    }

    [Fact]
    public void Plan_without_a_heading_begins_where_the_language_turns()
    {
        var report = Text.Structured("""
            某市2022年科技工作总结和2023年工作思路
            新认定高新技术企业120家，总数达600家，创历年新高。
            举办了对接会12场，成立了产业联盟，获评省级示范。
            全社会研发投入占比力争达到3%，新认定高新技术企业不少于130家。
            将继续办好对接活动，新建一批孵化器，确保完成任务。
            """);

        report.Paragraphs.Skip(1).Select(p => p.Part).ShouldBe([ReportPart.Summary, ReportPart.Summary, ReportPart.Plan, ReportPart.Plan]);
        report.Paragraphs[4].Years.ShouldBe([2023]);
    }

    [Fact]
    public void Sentence_of_unmistakable_language_leaves_its_paragraphs_part()
    {
        var report = Text.Structured("""
            某县2022年工作总结
            一、工作成效
            建成平台3个，新增企业20家。下一步，力争建成省级平台。
            """);

        report.Paragraphs[2].Sentences.Select(s => s.Part).ShouldBe([ReportPart.Summary, ReportPart.Plan]);
    }

    [Fact]
    public void Section_on_what_comes_next_is_a_plan_even_in_a_summary()
    {
        var report = Text.Structured("""
            某县2022年工作总结
            一、主要成效
            建成平台3个，新增企业20家。企业反映良好，创新氛围日益浓厚，服务能力明显提升。
            二、下一步工作打算
            加强平台建设。今年要引进人才，去年的经验要推广。
            """);

        var plan = report.Holding("加强平台建设");

        (plan.Part, report.Metadata.SummaryYear, report.Metadata.PlanYear).ShouldBe((ReportPart.Plan, 2022, 2023));
        plan.Sentences[1].Years.ShouldBe([2022, 2023]);
    }

    [Fact]
    public void Policy_document_is_neither_summary_nor_plan()
    {
        var report = Text.Structured("""
            某市科技创新券管理办法
            第一条 为了规范管理，制定本办法。
            第二条 创新券用于支持企业，力争覆盖全部企业。
            第三条 本办法自2023年1月1日起施行。
            """);

        report.Paragraphs.ShouldAllBe(p => p.Part == ReportPart.Unknown);
        (report.Metadata.SummaryYear, report.Metadata.PlanYear).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("完成2011-2014年项目", "2011 2012 2013 2014")]
    [InlineData("二〇一八年立项", "2018")]
    [InlineData("截至19年底建成", "2019")]
    [InlineData("连续15年保持", "2022")]
    [InlineData("去年建成，今年投产", "2021 2022")]
    [InlineData("增速比上年提高3个百分点", "2022")]
    [InlineData("落实《行动计划（2018-2020年）》", "2018 2019 2020 2022")]
    [InlineData("2016年以来累计引进", "2016 2022")]
    [InlineData("发放补助2000-2050万元", "2022")]
    [InlineData("完成2021年度考核", "2021")]
    [InlineData("2021年投入强度2.1%，比2015年提高0.6个百分点", "2021")]
    [InlineData("投入强度2.1%，较2015年提高0.6个百分点", "2022")]
    [InlineData("企业数由2017年的1034家增至6376家", "2017 2022")]
    [InlineData("引进项目35个，预计2024年投产", "2022 2024")]
    public void Years_are_those_written_else_the_parts(string sentence, string years)
    {
        var report = Text.Structured($"某县2022年工作总结\n{sentence}，成立了中心。");

        string.Join(' ', report.Paragraphs[1].Years).ShouldBe(years);
    }

    [Fact]
    public void Heading_gives_its_year_to_the_text_below()
    {
        var report = Text.Structured("""
            某县科技工作总结
            一、2021年工作成效
            建成平台3个，新增企业20家。
            二、2022年工作成效
            建成平台5个，新增企业30家。
            """);

        report.Holding("20家").Years.ShouldBe([2021]);
        report.Holding("30家").Years.ShouldBe([2022]);
    }

    [Fact]
    public void Plan_of_several_years_looks_back_on_the_year_before_its_first()
    {
        var report = Text.Structured("""
            某省“十四五”科技创新发展规划
            第一章 发展基础
            全省研发投入强度1.7%，比2015年提高0.6个百分点，成立了联盟。
            第二章 发展目标
            到2025年，力争研发投入强度达到2.2%。
            """);

        (report.Metadata.SummaryYear, report.Metadata.PlanYear).ShouldBe((2020, 2025));
        report.Holding("1.7%").Years.ShouldBe([2020]);
    }

    [Fact]
    public void Next_year_in_a_plans_heading_is_the_plans_year()
    {
        var report = Text.Structured("""
            某县2022年工作总结及2023年工作计划
            一、今年工作成效
            建成平台3个，成立了中心，新增企业20家。
            二、明年工作计划
            力争新增企业30家以上，将继续加强平台建设。
            """);

        report.Holding("二、明年").Years.ShouldBe([2023]);
    }
}
