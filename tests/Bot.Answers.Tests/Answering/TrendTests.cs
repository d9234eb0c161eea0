using Bot.Corpus;

namespace Bot.Answers.Tests.Answering;

public sealed class TrendTests
{
    private const string Ningbo2018 = """
        宁波市科技局2018年工作总结和2019年工作计划

        一、2018年工作总结
        新认定高新技术企业310家，高新技术企业总数达1240家。全年技术交易额80亿元，增长12%。新增省级众创空间6家、市级众创空间15家。规上工业企业研发费用1-11月达120.5亿元。
        二、2019年工作计划
        技术交易额达到95亿元以上；高新技术企业总数达到1500家。
        """;

    private const string Ningbo2019 = """
        宁波市科技局2019年工作总结和2020年工作计划

        一、2019年工作总结
        新认定高新技术企业402家，高新技术企业总数达1620家。全年技术交易额101.4亿元，增长26.8%。新增省级众创空间9家。规上工业企业研发费用161.2亿元。
        二、2020年工作计划
        技术交易额达到110亿元。
        """;

    private const string Ningbo2021 = """
        宁波市科技局2021年工作总结和2022年工作计划

        一、2021年工作总结
        高新技术企业总数达2100家。全年技术交易额90亿元。2019年技术交易额为103亿元。
        二、2022年工作计划
        高新技术企业总数达到2500家。
        """;

    private const string Wenzhou2019 = """
        温州市科技局2019年工作总结和2020年工作计划

        一、2019年工作总结
        高新技术企业总数达900家。全年技术交易额60亿元。
        二、2020年工作计划
        技术交易额达到66亿元。
        """;

    [Fact]
    public async Task Course_is_told_from_first_to_last_with_the_change_calculated_and_a_row_per_year()
    {
        using var shelf = await ReportShelf.OfAsync(Ningbo2018, Ningbo2019, Ningbo2021);

        var answer = await shelf.AskAsync("宁波历年高新技术企业总数有什么变化");

        var first = answer.Text.Split('\n')[0];
        first.ShouldContain("2018年的1240家[1]");
        first.ShouldContain("2021年的2100家[2]");
        first.ShouldContain("2100−1240=860家");
        answer.Computed.ShouldContain(c => c.Value == 860);
        answer.Text.ShouldContain("| 2019年 | 1620家[3] | 结果 |");
        answer.Text.ShouldContain("没有写明2020年");
        answer.Citations.Select(c => c.Report.Value).ShouldBe(["1", "3", "2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Chart_holds_the_points_of_the_table_in_one_unit()
    {
        using var shelf = await ReportShelf.OfAsync(Ningbo2018, Ningbo2019);

        var answer = await shelf.AskAsync("宁波技术交易额逐年走势");

        var chart = answer.Chart.ShouldNotBeNull();
        chart.Unit.ShouldBe("亿元");
        chart.Series.ShouldHaveSingleItem().Points.Select(p => (p.Label, p.Value, p.Written)).ShouldBe(
            [("2018年", 80m, "80亿元"), ("2019年", 101.4m, "101.4亿元")]);
    }

    [Fact]
    public async Task Targets_stay_out_of_results_unless_both_are_asked_for()
    {
        using var shelf = await ReportShelf.OfAsync(Ningbo2018, Ningbo2019);

        var results = await shelf.AskAsync("宁波技术交易额历年变化");
        var both = await shelf.AskAsync("宁波历年技术交易额的目标和完成情况");

        results.Text.ShouldNotContain("95亿元");
        both.Text.ShouldContain("95亿元以上");
        both.Text.ShouldContain("| 目标 |");
        both.Chart!.Series.Select(s => s.Points[0].Status).ShouldBe([FigureStatus.Achieved, FigureStatus.Target]);
    }

    [Fact]
    public async Task Part_of_a_year_beside_a_whole_one_is_marked_and_not_calculated_with()
    {
        using var shelf = await ReportShelf.OfAsync(Ningbo2018, Ningbo2019);

        var answer = await shelf.AskAsync("宁波历年规上工业企业研发费用走势");

        answer.Text.ShouldContain("2018年1—11月");
        answer.Text.ShouldContain("结果（非全年）");
        answer.Text.ShouldContain("不计算增减");
        answer.Computed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Later_reports_other_value_for_a_year_is_shown_beside_that_years_own()
    {
        using var shelf = await ReportShelf.OfAsync(Ningbo2018, Ningbo2019, Ningbo2021);

        var answer = await shelf.AskAsync("宁波技术交易额历年变化");

        answer.Text.ShouldContain("| 2019年 | 101.4亿元[3] | 结果 |");
        answer.Text.ShouldContain("| 2019年 | 103亿元[4] | 结果，另一说法 |");
        answer.Text.ShouldContain("说法不一");
        answer.Text.ShouldContain("有升有降");
    }

    [Fact]
    public async Task Levels_are_never_mixed()
    {
        using var shelf = await ReportShelf.OfAsync(Ningbo2018, Ningbo2019);

        var answer = await shelf.AskAsync("宁波历年新增省级众创空间数量变化");

        answer.Text.ShouldContain("2018年的6家");
        answer.Text.ShouldContain("2019年的9家");
        answer.Text.Split('\n').ShouldNotContain(l => l.StartsWith('|') && l.Contains("15家"));
    }

    [Fact]
    public async Task Single_point_is_said_to_be_no_series()
    {
        using var shelf = await ReportShelf.OfAsync(Wenzhou2019);

        var answer = await shelf.AskAsync("温州近三年技术交易额变化");

        answer.Text.ShouldContain("60亿元[1]");
        answer.Text.ShouldContain("看不出变化");
        answer.Text.ShouldContain("2017—2019年");
        answer.Chart.ShouldBeNull();
    }

    [Fact]
    public async Task Regions_have_a_series_each()
    {
        using var shelf = await ReportShelf.OfAsync(Ningbo2018, Ningbo2019, Wenzhou2019);

        var answer = await shelf.AskAsync("宁波和温州技术交易额历年变化");

        answer.Chart!.Series.Select(s => s.Name).ShouldBe(["宁波市", "温州市"], ignoreOrder: true);
    }

    [Fact]
    public async Task Years_asked_for_bound_the_series()
    {
        using var shelf = await ReportShelf.OfAsync(Ningbo2018, Ningbo2019, Ningbo2021);

        var answer = await shelf.AskAsync("宁波2018到2019年高新技术企业总数分别是多少");

        answer.Text.ShouldContain("1620家");
        answer.Text.ShouldNotContain("2100家");
    }

    [Fact]
    public async Task English_question_is_answered_in_english()
    {
        using var shelf = await ReportShelf.OfAsync(Ningbo2018, Ningbo2019);

        var answer = await shelf.AskAsync("How has the technology transactions amount of Ningbo changed over the years?");

        answer.Text.ShouldContain("went from 80亿元[1] (2018) to 101.4亿元[2] (2019)");
    }
}
