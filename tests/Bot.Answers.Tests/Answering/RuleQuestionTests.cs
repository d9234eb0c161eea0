using Bot.Answers.Tests.Matching;

namespace Bot.Answers.Tests.Answering;

/// <summary>What a document provides is asked for, not what one enterprise gets of it.</summary>
public sealed class RuleQuestionTests(RuleQuestionTests.Policies policies) : IClassFixture<RuleQuestionTests.Policies>
{
    [Fact]
    public async Task Rate_is_told_with_its_ceiling_and_whether_the_document_is_in_force()
    {
        var answer = await AskAsync("绍兴研发投入补助按什么比例、最高多少？");

        answer.ShouldBeOfType<Answer.Answered>();
        answer.Text.ShouldContain("按研发费用的10%给予补助，最高不超过20万元");
        answer.Text.ShouldContain("现行有效");
    }

    [Fact]
    public async Task Provision_that_sets_no_measure_answers_what_becomes_of_fraud()
    {
        var answer = await AskAsync("绍兴骗取补助资金会怎么处罚？");

        answer.Text.ShouldContain("三年内不得申报市级科技项目");
    }

    [Fact]
    public async Task Rules_of_a_document_that_holds_no_more_are_told_as_such()
    {
        var answer = await AskAsync("绍兴研发投入补助按什么比例、最高多少？", 2029);

        answer.Text.ShouldContain("按研发费用的10%给予补助");
        answer.Text.ShouldContain("已过有效期");
        answer.Text.ShouldNotContain("现行有效");
    }

    [Fact]
    public async Task Sum_asked_of_an_ended_rule_is_shown_as_what_would_have_come_of_it()
    {
        var answer = await AskAsync("我们是绍兴的科技型中小企业，2028年研发费用260万元，研发投入补助能补多少？", 2029);

        answer.Text.ShouldContain("按提问日期，资料中没有仍然有效的相应措施");
        answer.Text.ShouldContain("已失效，不能据此申请");
    }

    [Theory]
    [InlineData("绍兴支持企业创新的政策现在还有效吗？", "现行有效", "有效期至2027年12月31日")]
    [InlineData("绍科〔2020〕4号还能用吗？", "已由《绍兴市支持企业创新若干政策》废止", "同时废止")]
    [InlineData("绍兴旧办法还有效吗？", "已由《绍兴市支持企业创新若干政策》废止", "同时废止")]
    public async Task Validity_is_told_by_the_documents_own_words(string question, string told, string quoted)
    {
        var answer = await AskAsync(question);

        answer.Text.ShouldContain(told);
        answer.Citations.ShouldContain(c => c.Quote.Contains(quoted, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_paid_out_is_no_number_of_a_rule()
    {
        (await AskAsync("绍兴2024年研发投入补助一共兑现了多少万元？")).ShouldBeOfType<Answer.Refused>();
    }

    private Task<Answer> AskAsync(string question, int year = 2026) => policies.Answerer(year).AnswerAsync(new Question(question), CancellationToken.None);

    public sealed class Policies() : IndexedReports(("shaoxing-policy.txt", Policy))
    {
        private const string Policy = """
            绍兴市支持企业创新若干政策

            第一条 本政策适用于在绍兴市注册、具有独立法人资格的企业。
            第二条 研发投入补助。对上年度研发费用200万元以上的科技型中小企业，按研发费用的10%给予补助，最高不超过20万元。
            第三条 高新技术企业奖励。对首次认定的高新技术企业，给予一次性奖励20万元；对重新认定的高新技术企业，给予一次性奖励10万元。
            第四条 弄虚作假骗取补助资金的，追回全部资金，三年内不得申报市级科技项目。
            第五条 本政策自2024年1月1日起施行，有效期至2027年12月31日。《绍兴市科技创新奖补办法》（绍科〔2020〕4号）同时废止。
            """;
    }
}
