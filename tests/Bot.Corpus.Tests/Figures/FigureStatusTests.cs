namespace Bot.Corpus.Tests.Figures;

/// <summary>Results and targets by the words of headings, sentences and clauses, over whole reports.</summary>
public sealed class FigureStatusTests
{
    [Theory]
    [InlineData("二、重点工作")]
    [InlineData("二、重点任务实施情况")]
    [InlineData("二、存在短板和不足")]
    [InlineData("二、主要目标完成情况")]
    public void Reader_reads_results_below_a_heading_that_looks_like_a_plans(string heading)
    {
        var report = $"""
            某市2022年科技工作总结和2023年工作安排
            一、运行情况
            高新技术企业达到620家。
            {heading}
            全市研发机构覆盖率为41.7%，新增省级平台9家。
            三、2023年工作安排
            力争新增省级平台12家。
            """;

        var (share, added, planned) = (Ledger.Figure(report, "41.7%"), Ledger.Figure(report, "9家"), Ledger.Figure(report, "12家"));

        (share.Status, share.Period).ShouldBe((FigureStatus.Achieved, Period.OfYear(2022)));
        (added.Status, added.Period).ShouldBe((FigureStatus.Achieved, Period.OfYear(2022)));
        (planned.Status, planned.Period).ShouldBe((FigureStatus.Target, Period.OfYear(2023)));
    }

    [Fact]
    public void Reader_reads_plans_below_a_heading_that_says_nothing_else_when_no_other_opens_the_plan()
    {
        const string report = """
            某市2022年科技工作总结和2023年思路
            一、主要成效
            获批省级平台9家，举办了对接会。
            二、重点工作
            将继续推进平台建设，力争新增省级平台12家以上，确保技术合同成交额不少于80亿元。
            """;

        Ledger.Figure(report, "12家").Status.ShouldBe(FigureStatus.Target);
        Ledger.Figure(report, "9家").Status.ShouldBe(FigureStatus.Achieved);
    }

    [Fact]
    public void Reader_reads_what_is_wished_for_by_the_end_of_the_year_told_of_as_a_target()
    {
        const string report = """
            某省“十四五”科技创新规划中期评估报告
            某省科学技术厅　2023年9月
            一、总体进展
            2022年，高新技术企业达1740家。
            二、下一步安排
            力争到2023年底，高新技术企业达到2100家，技术合同成交额突破130亿元。
            """;

        Ledger.Figure(report, "2100家").Status.ShouldBe(FigureStatus.Target);
        Ledger.Figure(report, "130亿元").Status.ShouldBe(FigureStatus.Target);
        Ledger.Figure(report, "1740家").Status.ShouldBe(FigureStatus.Achieved);
    }

    [Fact]
    public void Reader_reads_a_value_in_brackets_of_the_year_before_as_a_result_inside_a_plan()
    {
        const string report = """
            某市2021年工作总结和2022年计划
            一、工作成效
            获批省级平台9家，举办了对接会。
            二、2022年计划
            瞪羚企业达到80家（2021年末为57家）。
            """;

        var (planned, before) = (Ledger.Figure(report, "80家"), Ledger.Figure(report, "57家"));

        (planned.Status, planned.Period).ShouldBe((FigureStatus.Target, Period.OfYear(2022)));
        (before.Status, before.Period).ShouldBe((FigureStatus.Achieved, Period.OfYear(2021)));
    }

    [Fact]
    public void Reader_takes_the_second_of_a_revised_target_and_doubts_the_first()
    {
        const string report = """
            某省“十四五”科技规划中期评估报告
            一、进展情况
            2022年，研发经费投入310亿元。
            二、下一步安排
            到2025年，技术合同成交额由原定的700亿元调整为900亿元。
            """;

        var (first, second) = (Ledger.Figure(report, "700亿元"), Ledger.Figure(report, "900亿元"));

        (first.Status, first.Doubt is null).ShouldBe((FigureStatus.Target, false));
        (second.Status, second.Doubt, second.Indicator).ShouldBe((FigureStatus.Target, null, "技术合同成交额"));
    }

    [Theory]
    [InlineData("由原定的700亿元调整为900亿元")]
    [InlineData("由700亿元上调至900亿元")]
    public void Target_given_up_carries_one_doubt_however_the_revision_is_worded(string clause)
    {
        var report = $"""
            某省“十四五”科技规划中期评估报告
            一、进展情况
            2022年，研发经费投入310亿元。
            二、下一步安排
            到2025年，技术合同成交额{clause}。
            """;

        Ledger.Figure(report, "700亿元").Doubt.ShouldBe(Figure.RevisedDoubt);
        Ledger.Figure(report, "900亿元").Doubt.ShouldBeNull();
    }

    [Theory]
    [InlineData("完成年度目标80亿元的61.5%")]
    [InlineData("完成全年目标（80亿元）的61.5%")]
    public void Reader_parts_a_target_from_how_far_it_is_fulfilled(string clause)
    {
        var report = $"""
            某市2023年前三季度科技工作情况
            一、主要成效
            技术合同成交额49.2亿元，{clause}，同比增长8.1%。
            """;

        var (target, degree, growth) = (Ledger.Figure(report, "80亿元"), Ledger.Figure(report, "61.5%"), Ledger.Figure(report, "8.1%"));

        (target.Status, target.Period).ShouldBe((FigureStatus.Target, Period.OfYear(2023)));
        (degree.Status, degree.Aspect, degree.Indicator).ShouldBe((FigureStatus.Achieved, FigureAspect.Share, null));
        (growth.Indicator, growth.Aspect).ShouldBe(("技术合同成交额", FigureAspect.Growth));
    }

    [Fact]
    public void Reader_reads_an_evaluation_of_a_plan_as_results_with_the_plans_targets_beside()
    {
        const string report = """
            某省“十四五”科技创新规划中期评估报告
            某省科学技术厅　2023年9月
            一、重点任务执行情况
            实施以来，引进团队86个。2022年研发机构覆盖率达33.4%，规划目标为40%。
            二、下一步安排
            力争到2025年引进团队150个。
            """;

        var (undated, result, target) = (Ledger.Figure(report, "86个"), Ledger.Figure(report, "33.4%"), Ledger.Figure(report, "40%"));

        (undated.Status, undated.Period).ShouldBe((FigureStatus.Achieved, new Period(2021, 2022)));
        undated.Doubt.ShouldNotBeNull("no year is written for it");
        (result.Status, result.Period).ShouldBe((FigureStatus.Achieved, Period.OfYear(2022)));
        (target.Status, target.Period).ShouldBe((FigureStatus.Target, Period.OfYear(2025)));
        Ledger.Figure(report, "150个").Status.ShouldBe(FigureStatus.Target);
    }
}
