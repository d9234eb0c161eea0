namespace Bot.Answers.Tests.Matching;

public sealed class ToldOverTurnsTests(RegisteredPolicies policies) : IClassFixture<RegisteredPolicies>
{
    private const string Asked = "我们是绍兴一家科技型中小企业，缺研发经费，有什么补助？";

    private readonly Answerer _answerer = policies.Answerer();

    [Fact]
    public async Task Facts_told_after_a_list_bring_the_list_anew()
    {
        var first = await AskAsync(Asked);
        var second = await AskAsync("去年研发260万");

        first.Text.ShouldNotContain("26万元");
        second.ShouldBeOfType<Answer.Answered>();
        second.Text.ShouldContain("260万元×10%=26万元；最高20万元；可得20万元");
    }

    [Fact]
    public async Task Standing_told_afterwards_is_matched_with_what_was_told_before()
    {
        await AskAsync("我们是绍兴的企业，有什么奖励？");
        var answer = await AskAsync("我们去年首次认定了高企");

        answer.Text.ShouldContain("给予一次性奖励20万元");
        answer.Text.ShouldContain("高新技术企业（首次）");
    }

    [Fact]
    public async Task Place_that_was_asked_for_is_joined_with_what_was_told()
    {
        await AskAsync("我们是一家科技型中小企业，去年研发费用260万元，有什么补助？");
        var answer = await AskAsync("绍兴");

        answer.Text.ShouldContain("260万元×10%=26万元");
    }

    [Fact]
    public async Task Question_about_something_else_is_answered_by_the_reports()
    {
        await AskAsync(Asked);

        (await AskAsync("绍兴2025年发放了多少创新券？")).Text.ShouldContain("4686万元");
        (await AskAsync("绍兴高企数量")).Text.ShouldNotContain("按您说的情况");
    }

    [Fact]
    public async Task What_was_told_holds_through_a_question_in_between()
    {
        await AskAsync(Asked);
        await AskAsync("绍兴2025年发放了多少创新券？");

        (await AskAsync("我们去年研发260万")).Text.ShouldContain("260万元×10%=26万元");
    }

    [Fact]
    public async Task Who_names_another_place_and_facts_speaks_of_another_enterprise()
    {
        await AskAsync("我们是绍兴一家科技型中小企业，去年研发费用260万元，有什么补助？");

        (await AskAsync("我们在宁波，是高企，有什么补助？")).Text.ShouldNotContain("260万元");
    }

    [Fact]
    public async Task Other_conversation_knows_nothing_of_it()
    {
        await AskAsync(Asked);

        var answer = await _answerer.AnswerAsync(new Question("去年研发260万", "other"), CancellationToken.None);

        answer.Text.ShouldNotContain("26万元");
    }

    private Task<Answer> AskAsync(string question) => _answerer.AnswerAsync(new Question(question, "c"), CancellationToken.None);
}
