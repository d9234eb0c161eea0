namespace Bot.Answers.Tests.Matching;

/// <summary>Which questions are answered by matching, and what is said of measures that hold no more.</summary>
public sealed class RoutedSupportTests(RegisteredPolicies policies) : IClassFixture<RegisteredPolicies>
{
    [Theory]
    [InlineData("We are a small company in Shaoxing, what grants can we get?")]
    [InlineData("What support is there for a technology-based SME in Shaoxing? R&D spending last year was 2.6 million yuan.")]
    public async Task English_question_is_matched_with_english_labels_and_chinese_quotations(string question)
    {
        var answer = await AskAsync(question);

        answer.Text.ShouldStartWith("By what you told, ");
        answer.Text.ShouldContain("- Gives: ");
        answer.Text.ShouldContain("给予补助");
        answer.Text.ShouldContain("The notice in force");
    }

    [Theory]
    [InlineData("绍兴的科技型中小企业，2025年研发费用260万元、2024年200万元，能补多少？")]
    [InlineData("绍兴科技型中小企业去年研发费用260万元，能补吗？")]
    public async Task Facts_of_two_years_or_a_yes_or_no_are_matched_too(string question)
    {
        var answer = await AskAsync(question);

        answer.Text.ShouldContain("260万元×10%=26万元");
    }

    [Fact]
    public async Task Place_told_next_is_put_with_what_was_told_before()
    {
        var answerer = policies.Answerer();

        var first = await answerer.AnswerAsync(new Question("我们是科技型中小企业，去年研发费用260万元，有什么补助？", "talk"), CancellationToken.None);
        var second = await answerer.AnswerAsync(new Question("绍兴", "talk"), CancellationToken.None);

        first.ShouldBeOfType<Answer.Refused>();
        second.Text.ShouldContain("260万元×10%=26万元");
    }

    [Theory]
    [InlineData("那2026年的目标呢？")]
    [InlineData("那2026年高企的目标呢？")]
    public async Task Target_asked_after_a_measure_is_no_measure(string followUp)
    {
        var answerer = policies.Answerer();

        await answerer.AnswerAsync(new Question("我们是绍兴的科技型中小企业，去年研发费用260万元，有什么补助？", "talk"), CancellationToken.None);
        var target = await answerer.AnswerAsync(new Question(followUp, "talk"), CancellationToken.None);

        target.Text.ShouldNotContain("◆");
        target.Text.ShouldNotContain("可能适用");
    }

    [Fact]
    public async Task Expired_measures_are_said_to_be_so_and_never_offered()
    {
        var answer = await policies.Answerer(2029).AnswerAsync(new Question("我们是绍兴的科技型中小企业，去年研发费用260万元，有什么补助？"), CancellationToken.None);

        answer.ShouldBeOfType<Answer.Refused>();
        answer.Text.ShouldContain("没有仍然有效的相应措施");
        answer.Text.ShouldContain("有效期至2027年12月31日");
        answer.Text.ShouldNotContain("×");
    }

    [Fact]
    public async Task Measures_of_another_place_than_the_own_one_are_refused_with_the_reason()
    {
        var answer = await AskAsync("我们公司在嘉兴，能拿绍兴的研发补助吗？");

        answer.ShouldBeOfType<Answer.Refused>();
        answer.Text.ShouldContain("资料中没有嘉兴市的措施规定");
    }

    private Task<Answer> AskAsync(string question) => policies.Answerer().AnswerAsync(new Question(question), CancellationToken.None);
}
