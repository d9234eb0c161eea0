namespace Bot.Answers.Tests.Answering;

public sealed class NextQuestionTests
{
    [Theory]
    [InlineData("2019年绍兴市技术交易额是多少")]
    [InlineData("绍兴2019年新认定高新技术企业多少家")]
    [InlineData("杭州2015年发放了多少创新券")]
    [InlineData("嘉兴2025年研发投入强度目标是多少")]
    [InlineData("绍兴和嘉兴高新技术企业新增目标哪个高")]
    [InlineData("What was the value added of high-tech industry of Shaoxing in 2019?")]
    public async Task Every_question_offered_is_answered(string question)
    {
        using var shelf = await ReportShelf.OfSeedsAsync();
        var answerer = shelf.Answerer();
        var answer = await answerer.AnswerAsync(new Question(question), CancellationToken.None);

        answer.FollowUps.Length.ShouldBeInRange(1, 3);
        foreach (var next in answer.FollowUps)
        {
            next.ShouldNotBe(question);
            (await answerer.AnswerAsync(new Question(next), CancellationToken.None)).ShouldBeOfType<Answer.Answered>(next);
        }
    }

    [Fact]
    public async Task Refusal_offers_what_the_reports_do_tell_of_the_same_indicator()
    {
        using var shelf = await ReportShelf.OfSeedsAsync();
        var answerer = shelf.Answerer();

        var answer = await answerer.AnswerAsync(new Question("绍兴2017年技术交易额是多少"), CancellationToken.None);

        answer.ShouldBeOfType<Answer.Refused>();
        answer.FollowUps.ShouldNotBeEmpty();
        var next = answer.FollowUps[0];
        (await answerer.AnswerAsync(new Question(next), CancellationToken.None)).Text.ShouldContain("56亿元");
    }

    [Fact]
    public async Task Question_without_a_figure_offers_nothing()
    {
        using var shelf = await ReportShelf.OfSeedsAsync();

        (await shelf.AskAsync("你好")).FollowUps.ShouldBeEmpty();
    }
}
