namespace Bot.Answers.Tests.Matching;

public sealed class MatchedAnswersTests(RegisteredPolicies policies) : IClassFixture<RegisteredPolicies>
{
    [Fact]
    public async Task Question_for_support_is_answered_from_the_register_with_the_sum_reckoned()
    {
        var answer = await AskAsync("我们是绍兴一家科技型中小企业，去年研发费用260万元，缺研发经费，有什么补助？");

        answer.ShouldBeOfType<Answer.Answered>();
        answer.Text.ShouldStartWith("按您说的情况，资料中有");
        answer.Text.ShouldContain("260万元×10%=26万元；最高20万元；可得20万元");
        answer.Text.ShouldContain("满足：");
        answer.Computed.ShouldContain(c => c.Expression == "260万元×10%=26万元");
        answer.Citations.ShouldContain(c => c.Quote.Contains("最高不超过20万元", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Measures_of_the_city_hold_in_its_districts()
    {
        var answer = await AskAsync("我们在绍兴市越城区注册，去年首次认定为高企，有什么奖励？");

        answer.Text.ShouldContain("给予一次性奖励20万元");
        answer.Text.ShouldContain("高新技术企业（首次）");
    }

    [Fact]
    public async Task Measures_of_another_city_are_never_offered()
    {
        var answer = await AskAsync("我们是宁波一家科技型中小企业，去年研发费用260万元，有什么补助？");

        answer.ShouldBeOfType<Answer.Refused>();
        answer.Text.ShouldNotContain("10%");
    }

    [Fact]
    public async Task Without_a_place_the_place_is_asked_for()
    {
        var answer = await AskAsync("我们是一家科技型中小企业，有什么补助？");

        answer.ShouldBeOfType<Answer.Refused>();
        answer.Text.ShouldContain("请先告诉我企业注册在哪个市、县（区）");
        answer.Text.ShouldContain("绍兴市");
    }

    [Fact]
    public async Task Question_for_a_figure_is_still_answered_by_the_report()
    {
        var answer = await AskAsync("绍兴2025年发放了多少创新券");

        answer.Text.ShouldContain("4686万元");
    }

    private Task<Answer> AskAsync(string question) => policies.Answerer().AnswerAsync(new Question(question), CancellationToken.None);
}
