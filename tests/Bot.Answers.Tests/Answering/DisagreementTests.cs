namespace Bot.Answers.Tests.Answering;

public sealed class DisagreementTests
{
    [Fact]
    public async Task Report_that_states_two_targets_for_one_thing_is_quoted_with_both()
    {
        using var shelf = await ReportShelf.OfAsync("""
            台州市科技局2022年工作总结和2023年工作计划

            一、2022年工作总结
            全年技术交易额40亿元。
            二、2023年工作计划
            （一）主要目标。技术交易额达到60亿元。
            （二）做强市场。建设科技大市场，全年技术交易额达到50亿元。
            """);

        var answer = await shelf.AskAsync("台州2023年技术交易额目标是多少");

        answer.Text.ShouldContain("说法不一");
        answer.Text.ShouldContain("60亿元");
        answer.Text.ShouldContain("50亿元");
        answer.Citations.Select(c => c.Quote).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Two_reports_that_differ_on_one_year_are_both_shown()
    {
        using var shelf = await ReportShelf.OfAsync(
            """
            金华市科技局2021年工作总结和2022年工作计划

            一、2021年工作总结
            全年专利授权量38200件。
            二、2022年工作计划
            持续推进。
            """,
            """
            金华市科技局2022年工作总结和2023年工作计划

            一、2022年工作总结
            全年专利授权量41000件。2021年专利授权量为37900件。
            二、2023年工作计划
            持续推进。
            """);

        var answer = await shelf.AskAsync("金华2021年专利授权量是多少");

        answer.Text.ShouldContain("38200件");
        answer.Text.ShouldContain("37900件");
        answer.Text.ShouldContain("说法不一");
    }

    [Theory]
    [InlineData("高新技术企业总数达731家。", "高新技术企业总数达730余家。")]
    [InlineData("高新技术企业总数达731家。", "高新技术企业总数约730家。")]
    [InlineData("全年技术交易额56.24亿元。", "全年技术交易额56.2亿元。")]
    [InlineData("全年技术交易额1.2亿元。", "全年技术交易额12000万元。")]
    public async Task Rounded_number_contradicts_nothing(string exact, string rounded)
    {
        using var shelf = await ReportShelf.OfAsync(Report(exact, rounded));

        var answers = new[] { await shelf.AskAsync("湖州2022年高新技术企业总数多少家"), await shelf.AskAsync("湖州2022年技术交易额多少") };

        answers.ShouldAllBe(a => !a.Text.Contains("说法不一"));
    }

    [Theory]
    [InlineData("新增省级众创空间6家。", "新增市级众创空间9家。", "湖州2022年新增众创空间多少家")]
    [InlineData("高新技术企业总数达731家。", "安吉县高新技术企业总数达120家。", "湖州2022年高新技术企业总数多少家")]
    [InlineData("高新技术企业总数达731家。", "新认定高新技术企业128家。", "湖州2022年高新技术企业多少家")]
    [InlineData("全年技术交易额56亿元。", "1-10月，技术交易额41亿元。", "湖州2022年技术交易额多少")]
    [InlineData("全年技术交易额56亿元。", "其中输出技术交易额20亿元。", "湖州2022年技术交易额多少")]
    [InlineData("全年技术交易额56亿元。", "高新区技术交易额22亿元。", "湖州2022年技术交易额多少")]
    [InlineData("全年专利授权量900件。", "发明专利授权量120件。", "湖州2022年专利授权量多少件")]
    [InlineData("吸纳技术交易额56亿元、输出技术交易额20亿元。", "持续推进。", "湖州2022年技术交易额多少")]
    public async Task Figures_of_two_things_contradict_nothing(string one, string other, string question)
    {
        using var shelf = await ReportShelf.OfAsync(Report(one, other));

        var answer = await shelf.AskAsync(question);

        answer.Text.ShouldNotContain("说法不一");
    }

    [Fact]
    public async Task Name_counted_in_two_ways_is_told_with_both_counts()
    {
        using var shelf = await ReportShelf.OfAsync("""
            丽水市科技局2022年工作总结和2023年工作计划

            一、2022年工作总结
            持续推进。
            二、2023年工作计划
            总体思路是深入实施“四大行动”。
            重点实施“三大行动”：
            （一）实施主体培育行动。完善梯度培育机制。
            （二）实施平台提质行动。建设一批实验室。
            （三）实施成果转化行动。建设科技大市场。
            """);

        var answer = await shelf.AskAsync("丽水2023年三大行动是哪三个");

        answer.Text.ShouldContain("成果转化行动");
        answer.Text.ShouldContain("“四大行动”");
        answer.Text.ShouldContain("说法不一");
    }

    private static string Report(string one, string other) => $"""
        湖州市科技局2022年工作总结和2023年工作计划

        一、2022年工作总结
        （一）总体情况。{one}
        （二）主要做法。{other}
        二、2023年工作计划
        持续推进各项工作。
        """;
}
