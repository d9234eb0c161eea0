using Bot.Answers.Matching;

namespace Bot.Answers.Tests.Matching;

/// <summary>Free questions after a dialogue told of the enterprise.</summary>
public sealed class ToldElsewhereTests(RegisteredPolicies policies) : IClassFixture<RegisteredPolicies>
{
    private readonly Answerer _answerer = policies.Answerer();
    private readonly EnterpriseProfile _told = policies.Matchmaker().Read("我们是绍兴一家科技型中小企业，去年研发费用260万元");

    [Fact]
    public async Task What_the_dialogue_told_is_known_to_the_next_question_and_named()
    {
        var answer = await AskAsync("能补多少？", _told);

        answer.Text.ShouldContain("260万元×10%=26万元");
        answer.Text.ShouldEndWith("用到您先前说的：注册地：绍兴市；科技型中小企业；2025年研发费用260万元。");
    }

    [Fact]
    public async Task Question_with_a_place_and_a_year_of_its_own_stands_by_itself()
    {
        var answer = await AskAsync("绍兴2025年发放了多少创新券？", _told);

        answer.Text.ShouldContain("4686万元");
        answer.Text.ShouldNotContain("先前说的");
    }

    [Fact]
    public async Task Facts_told_since_count_until_another_dialogue_tells_anew()
    {
        await AskAsync("能补多少？", _told);
        await AskAsync("去年研发费用其实是300万元", _told);
        var since = await AskAsync("能补多少？", _told);
        var anew = await AskAsync("能补多少？", policies.Matchmaker().Read("我们是绍兴一家科技型中小企业，去年研发费用210万元"));

        since.Text.ShouldContain("2025年研发费用300万元。");
        anew.Text.ShouldContain("210万元×10%=21万元");
        anew.Text.ShouldNotContain("300万元");
    }

    [Fact]
    public async Task Forgotten_conversation_knows_nothing_of_it()
    {
        await AskAsync("能补多少？", _told);

        _answerer.Forget("chat:");
        var answer = await AskAsync("能补多少？", told: null);

        answer.Text.ShouldNotContain("260万元");
    }

    private Task<Answer> AskAsync(string text, EnterpriseProfile? told) =>
        _answerer.AnswerAsync(new Question(text, "chat:7") { Told = told }, CancellationToken.None);
}
