using Bot.Answers.Tests.Answering;

namespace Bot.Answers.Tests.Calculating;

public sealed class ComparisonTests(CityReports reports) : IClassFixture<CityReports>
{
    [Theory]
    [InlineData("台州2021年和2022年创新券发放额比，多了多少", "至少500−480=20万元")]
    [InlineData("湖州高企总数和台州高企总数2022年谁多", "相差约1835−1700=135家")]
    [InlineData("台州2022年研发投入占GDP比重和湖州比谁高", "3.05−2.55=0.5个百分点")]
    [InlineData("台州2022年高企总数是丽水的几倍", "约1835÷502=3.66倍")]
    public async Task Result_of_a_calculation_carries_the_qualifier_of_its_operands(string question, string expected)
    {
        var answer = await AskAsync(question);

        answer.Text.ShouldContain(expected);
        answer.Computed.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("湖州和台州2022年技术交易额谁高，差多少", "近50亿元")]
    [InlineData("丽水和台州2022年技术交易额哪个高", "时间口径不同")]
    public async Task What_can_not_be_compared_is_said_instead(string question, string said)
    {
        var answer = await AskAsync(question);

        answer.ShouldBeOfType<Answer.Answered>();
        answer.Text.ShouldContain(said);
        answer.Computed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Total_is_compared_where_nothing_is_said_of_adding()
    {
        var answer = await AskAsync("台州和丽水2022年高企哪个多");

        answer.Text.ShouldContain("1835−502=1333家");
    }

    [Fact]
    public async Task Target_that_was_reached_is_said_to_be()
    {
        var answer = await AskAsync("台州2022年高企总数目标完成了吗");

        answer.Text.ShouldStartWith("是，已达到目标");
        answer.Text.ShouldContain("1835−1800=35家");
        answer.Text.ShouldContain("突破1800家");
    }

    [Fact]
    public async Task Report_that_plans_the_year_it_sums_up_gets_a_warning_and_no_verdict()
    {
        var answer = await AskAsync("衢州2020年高企总数完成目标了吗");

        answer.Text.ShouldStartWith("注意");
        answer.Text.ShouldNotContain("已达到目标");
    }

    [Theory]
    [InlineData("台州2022年高企总数超过1800家了吗", "是。")]
    [InlineData("台州2022年高企总数达到2000家了吗", "否。")]
    [InlineData("湖州2022年高企总数超过1700家了吗", "资料没有写明确切数字")]
    [InlineData("丽水2022年技术交易额超过30亿元了吗", "资料没有写明全年数")]
    [InlineData("台州2022年研发投入占GDP比重是不是2.6%", "否。")]
    [InlineData("Did the total number of high-tech enterprises in Huzhou exceed 1500 in 2022?", "Yes.")]
    public async Task Yes_or_no_comes_first_where_a_figure_decides_it(string question, string opening)
    {
        var answer = await AskAsync(question);

        answer.Text.ShouldStartWith(opening);
        answer.Citations.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Ranking_names_who_has_no_figure()
    {
        var answer = await AskAsync("哪个市2022年研发投入占GDP比重最高");

        answer.Text.ShouldStartWith("资料所及，湖州市2022年最高：3.05%[1]");
        answer.Text.ShouldContain("资料没有写明丽水市");
    }

    [Fact]
    public async Task Ranking_leaves_out_part_of_a_year_and_says_so()
    {
        var answer = await AskAsync("2022年各市技术交易额从高到低排一下");

        answer.Text.ShouldContain("未列入排序：丽水市2022年1—11月31.2亿元");
        answer.Text.ShouldContain("约数或界限");
    }

    [Fact]
    public async Task Ranking_is_answered_in_English()
    {
        var answer = await AskAsync("Which city had the highest R&D intensity in 2022?");

        answer.Text.ShouldContain("湖州市, 2022 is highest: 3.05%[1]");
    }

    private Task<Answer> AskAsync(string question) => reports.Answerer().AnswerAsync(new Question(question), CancellationToken.None);
}
