using Bot.Answers.Finding;
using Bot.Answers.Understanding;

namespace Bot.Answers.Tests.Answering;

/// <summary>A figure answers only when its time, status, place and kind are all those asked about, together.</summary>
public sealed class WholeMeaningTests
{
    private const string Zone = """
        襄阳高新技术产业开发区2022年工作总结暨2023年工作计划

        一、2022年主要成效
        全年新认定高新技术企业141家，总数达608家。人才总量突破9.6万人，新增各类人才1.1万人。
        “十三五”期间累计新增孵化器面积61万平方米。
        二、2023年工作计划
        2023年，力争技术合同交易额达88亿元。
        """;

    private const string Older = """
        衡阳市科技局2021年工作总结和2022年工作计划

        一、2021年工作总结
        全年净增高新技术企业96家，总数达702家。“十三五”期间累计新增市级研发平台140家。
        二、2022年工作计划
        2022年，净增高新技术企业80家以上，新增省级科技创新平台9家。
        """;

    private const string Newer = """
        衡阳市科技局2022年工作总结和2023年工作计划

        一、2022年工作总结
        全年高新技术企业总数达835家，净增133家。新增省级以上科技创新平台14家。
        石鼓区技术合同成交额21.7亿元，同比增长31.5%。
        二、2023年工作计划
        2023年，高新技术企业达到960家。
        """;

    private const string Evaluation = """
        宁夏回族自治区“十四五”科技创新规划中期评估报告

        宁夏回族自治区科学技术厅　2023年9月

        一、总体进展
        2022年，全区高新技术企业达411家。
        二、主要指标
        到2025年，高新技术企业达到500家。
        三、下一步安排
        到2025年，高新技术企业由原定的500家调整为650家。
        """;

    private const string Rules = """
        绵阳市科技企业奖励办法

        第一章 总则
        第一条 为鼓励科技创新，制定本办法。
        第二章 奖励
        第二条 企业奖励。对首次通过认定的瞪羚企业，一次性奖励18万元；重新通过认定的，奖励7万元。
        """;

    [Theory]
    [InlineData("襄阳高新区2022年新认定高企多少家", "141家")]
    [InlineData("襄阳高新区2022年人才总量多少", "9.6万人")]
    [InlineData("襄阳高新区2023年技术合同交易额目标多少", "88亿元")]
    public async Task Zone_asked_about_need_not_stand_in_its_sentences(string question, string expected)
    {
        using var shelf = await ReportShelf.OfAsync(Zone);

        var answer = (await shelf.AskAsync(question)).ShouldBeOfType<Answer.Answered>();

        answer.Text.ShouldContain(expected);
    }

    [Theory]
    [InlineData("衡阳2022年净增高企多少家", "133家", "80家")]
    [InlineData("衡阳2022年高企净增", "133家", "80家")]
    [InlineData("衡阳2022年新增多少省级科技创新平台", "14家", "9家")]
    public async Task Result_answers_before_the_target_set_for_its_year(string question, string result, string target)
    {
        using var shelf = await ReportShelf.OfAsync(Older, Newer);

        var answer = (await shelf.AskAsync(question)).ShouldBeOfType<Answer.Answered>();

        answer.Text.ShouldContain(result);
        answer.Text.ShouldNotContain(target);
    }

    [Fact]
    public async Task Flow_of_several_years_is_not_told_for_one()
    {
        using var shelf = await ReportShelf.OfAsync(Older);

        (await shelf.AskAsync("衡阳2020年新增市级研发平台多少家")).Text.Split('\n')[0].ShouldNotContain("140家");
    }

    [Fact]
    public async Task Growth_of_a_district_is_not_its_citys()
    {
        using var shelf = await ReportShelf.OfAsync(Newer);

        (await shelf.AskAsync("衡阳2022年技术合同成交额增长了多少")).ShouldBeOfType<Answer.Refused>();
    }

    [Fact]
    public async Task Target_that_was_revised_is_told_as_revised()
    {
        using var shelf = await ReportShelf.OfAsync(Evaluation);

        var answer = (await shelf.AskAsync("宁夏2025年高企目标多少家")).ShouldBeOfType<Answer.Answered>();

        answer.Text.ShouldContain("650家");
    }

    [Theory]
    [InlineData("绵阳瞪羚企业重新认定奖励多少", "7万元")]
    [InlineData("绵阳瞪羚企业首次认定奖励多少", "18万元")]
    public async Task What_is_said_of_the_opposite_does_not_answer(string question, string expected)
    {
        using var shelf = await ReportShelf.OfAsync(Rules);

        (await shelf.AskAsync(question)).Text.ShouldContain(expected);
    }

    [Theory]
    [InlineData("首次备案的机构有多少", "重新备案的机构12家", true)]
    [InlineData("首次备案的机构有多少", "首次备案与重新备案的机构12家", false)]
    [InlineData("吸纳技术合同多少", "输出技术合同30项", true)]
    [InlineData("技术合同多少", "输出技术合同30项", false)]
    public void Opposites_exclude_each_other_only_when_one_is_asked(string question, string text, bool excluded) =>
        Opposites.Exclude(question, text).ShouldBe(excluded);

    [Fact]
    public async Task Publisher_of_a_report_answers_no_question_for_something_else()
    {
        using var shelf = await ReportShelf.OfAsync("""
            2023年乐山市沙湾区国民经济和社会发展统计公报
            乐山市沙湾区统计局
            2024年4月9日

            八、科学技术
            年末全区有瞪羚企业11家。
            """);

        (await shelf.AskAsync("沙湾2023年新增独角兽")).Text.ShouldNotContain("[1]。");
    }

    [Fact]
    public async Task Changed_report_is_not_answered_from_memory()
    {
        using var shelf = await ReportShelf.OfAsync(Newer);
        var question = new Question("衡阳2022年高企总数多少家", null);
        var answerer = new Answerer(shelf.Index, TimeProvider.System);
        (await answerer.AnswerAsync(question, CancellationToken.None)).Text.ShouldContain("835家");

        await shelf.Index.RemoveAsync(shelf.Index.Catalogue[0].Id, CancellationToken.None);

        (await answerer.AnswerAsync(question, CancellationToken.None)).Text.ShouldNotContain("835家");
    }

    [Fact]
    public async Task Ratio_goes_from_what_is_named_first()
    {
        using var shelf = await ReportShelf.OfAsync(Older, Newer);

        var answer = await shelf.AskAsync("衡阳2022年高企总数是2021年的几倍");

        answer.Text.ShouldContain("835÷702");
    }
}
