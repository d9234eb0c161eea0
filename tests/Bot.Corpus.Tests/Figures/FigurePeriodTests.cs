namespace Bot.Corpus.Tests.Figures;

/// <summary>The time of figures that reports on part of a year, on several years or on two years at once give.</summary>
public sealed class FigurePeriodTests
{
    [Theory]
    [InlineData("2023年上半年", "2023-01..06")]
    [InlineData("2023年前三季度", "2023-01..09")]
    [InlineData("2023年一季度", "2023-01..03")]
    [InlineData("2023年1-8月", "2023-01..08")]
    [InlineData("2023年", "2023")]
    public void Reader_gives_results_without_a_time_the_reports_part_of_the_year(string time, string period)
    {
        var report = $"""
            某县{time}科技工作总结
            一、主要成效
            选派科技特派员52名，举办了培训。全年目标为60名。
            """;

        Ledger.Figure(report, "52名").Period.ToString().ShouldBe(period);
        Ledger.Figure(report, "60名").Period.ShouldBe(Period.OfYear(2023));
    }

    [Fact]
    public void Reader_keeps_whole_years_whole_in_a_report_on_half_a_year()
    {
        const string report = """
            某县2023年上半年工作总结及下半年工作计划
            一、上半年工作情况
            2022年全县研发经费支出6.4亿元。上半年技术合同成交额2.2亿元，完成年度目标5亿元的44%（去年同期为1.9亿元）。
            二、下半年工作计划
            确保全年技术合同成交额达到5.5亿元。
            """;

        Ledger.Figure(report, "6.4亿元").Period.ShouldBe(Period.OfYear(2022));
        Ledger.Figure(report, "5亿元").Period.ShouldBe(Period.OfYear(2023));
        Ledger.Figure(report, "1.9亿元").Period.ShouldBe(new Period(2022, 2022, 1, 6));
        (Ledger.Figure(report, "5.5亿元").Period, Ledger.Figure(report, "5.5亿元").Status).ShouldBe((Period.OfYear(2023), FigureStatus.Target));
    }

    [Fact]
    public void Reader_plans_the_rest_of_the_year_in_a_report_on_its_first_quarters()
    {
        const string report = """
            某市2023年前三季度科技工作情况及四季度工作安排
            一、运行情况
            新增省级平台9家，举办了对接会。
            二、四季度工作安排
            力争全年新增省级平台12家。
            """;

        Ledger.Figure(report, "12家").Period.ShouldBe(Period.OfYear(2023));
    }

    [Fact]
    public void Reader_gives_the_ends_of_a_range_their_own_years_or_a_doubt()
    {
        const string report = """
            某市“十三五”科技工作总结
            一、主要成效
            “十三五”期间，研发经费支出占GDP比重由1.82%提高到2.64%。上市企业由2015年的7家增加到2020年的19家。
            """;

        Ledger.Figure(report, "1.82%").Doubt.ShouldNotBeNull();
        Ledger.Figure(report, "2.64%").Period.ShouldBe(Period.OfYear(2020));
        Ledger.Figure(report, "7家").Period.ShouldBe(Period.OfYear(2015));
        Ledger.Figure(report, "19家").Period.ShouldBe(Period.OfYear(2020));
    }

    [Fact]
    public void Reader_gives_a_yearly_average_the_years_it_is_taken_over()
    {
        const string report = """
            某市2020年科技工作总结
            一、主要成效
            2020年研发经费投入88亿元，较2017年增长52%，年均增长15%。
            """;

        var average = Ledger.Figure(report, "15%");

        (average.Period, average.Doubt).ShouldBe((new Period(2017, 2020), null));
    }

    [Fact]
    public void Reader_takes_a_year_in_brackets_behind_a_number_for_its_time()
    {
        const string report = """
            某市2022年科技工作总结
            一、主要成效
            加计扣除减免税额7.3亿元（2021年度数据），惠及企业410家（其中新增90家）。
            """;

        Ledger.Figure(report, "7.3亿元").Period.ShouldBe(Period.OfYear(2021));
        Ledger.Figure(report, "410家").Period.ShouldBe(Period.OfYear(2022));
    }

    [Fact]
    public void Reader_doubts_the_time_of_results_that_an_evaluation_of_several_years_leaves_undated()
    {
        const string report = """
            云南省“十四五”科技创新规划中期评估报告
            某厅　2023年9月
            一、重点任务执行情况
            2022年末，全省有省级实验室12家。企业研发机构达到870家。
            引进团队45个。
            二、下一步安排
            力争到2025年省级实验室达到20家。
            """;

        Ledger.Figure(report, "870家").Period.ShouldBe(Period.OfYear(2022));
        Ledger.Figure(report, "45个").Doubt.ShouldNotBeNull();
    }

    [Fact]
    public void Year_of_a_target_is_not_the_time_of_what_was_done_of_it()
    {
        const string report = """
            某市2023年科技工作总结
            一、主要成效
            每万人发明专利拥有量6.4件，完成2025年目标的80%。
            """;

        Ledger.Figure(report, "80%").Period.ShouldBe(Period.OfYear(2023));
    }

    [Fact]
    public void Parts_are_of_the_months_of_the_whole()
    {
        const string report = """
            某县2023年科技工作总结
            一、主要成效
            1—11月，全县技术合同成交额96.3亿元。其中吸纳技术合同成交额58.7亿元，完成年度目标任务65亿元的90.3%。
            """;

        Ledger.Figure(report, "58.7亿元").Period.ShouldBe(new Period(2023, 2023, 1, 11));
        Ledger.Figure(report, "65亿元").Period.ShouldBe(Period.OfYear(2023));
    }

    [Fact]
    public void What_is_still_to_come_is_no_result()
    {
        const string report = """
            江西省2023年科技工作总结
            一、主要成效
            2022年全省技术合同成交额338.57亿元，规划提出2025年达到500亿元。
            """;

        (Ledger.Figure(report, "500亿元").Status, Ledger.Figure(report, "500亿元").Period).ShouldBe((FigureStatus.Target, Period.OfYear(2025)));
    }

    [Theory]
    [InlineData("R&D经费超过10亿元的地区为甲市和乙市。", "10亿元")]
    [InlineData("晋城市R&D经费15.8亿元，投入强度1.11%；大同市8.9亿元，投入强度0.65%。", "8.9亿元")]
    public void Bounds_and_sums_under_a_rates_name_are_in_doubt(string sentence, string number)
    {
        var report = $"""
            某省2023年科技工作总结
            一、主要成效
            {sentence}
            """;

        Ledger.Figure(report, number).Doubt.ShouldNotBeNull();
    }
}
