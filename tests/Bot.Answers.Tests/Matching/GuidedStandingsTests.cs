using Bot.Answers.Matching;
using Bot.Answers.Tests.Answering;

namespace Bot.Answers.Tests.Matching;

/// <summary>A city where many measures wait for one recognition, and single ones for rarer ones.</summary>
public sealed class RarePolicies() : IndexedReports(("shaoxing-policy.txt", Shaoxing))
{
    private const string Shaoxing = """
        绍兴市支持企业创新若干政策

        第一条 本政策适用于在绍兴市注册的企业。
        第二条 上市奖励。对上市公司，给予一次性奖励300万元。
        第三条 设备补助。对购置设备的高新技术企业，给予补助30万元。
        第四条 人才补助。对引进博士的高新技术企业，给予补助10万元。
        第五条 专利资助。对获得发明专利的高新技术企业，给予资助5万元。
        第六条 成长奖励。对瞪羚企业，给予一次性奖励20万元。
        第七条 本政策自2024年1月1日起施行，有效期至2027年12月31日。
        """;
}

public sealed class GuidedStandingsTests(RarePolicies policies) : IClassFixture<RarePolicies>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Matchmaker _matchmaker = policies.Matchmaker();
    private readonly GuidedDialogue _dialogue = new(policies.Matchmaker());

    [Fact]
    public async Task Recognitions_are_asked_for_at_once_those_first_that_most_measures_wait_for()
    {
        var question = (await AskedAsync()).Question!;

        question.Words.Chinese.ShouldBe("有下列哪些资质或平台？可选几项。");
        question.Options[0].Label.ShouldBe(new Bilingual("高新技术企业", "High-tech enterprise (高新技术企业)"));
        question.Options.Select(o => o.Label.Chinese).ShouldContain("上市");
        question.Options[^1].Label.Chinese.ShouldBe("都没有");
    }

    [Fact]
    public async Task One_that_is_chosen_leaves_the_question_open_for_the_others()
    {
        var asked = await AskedAsync();

        var more = await _dialogue.ChooseAsync(asked, 0, None);

        more.Profile.Standings.ShouldContain(s => s.Name == "高新技术企业" && s.IsHeld);
        (more.Number, more.Question!.Id).ShouldBe((asked.Number, "standings"));
        more.Question.Words.Chinese.ShouldStartWith("还有下列哪些");
        more.Question.Options.Select(o => o.Label.Chinese).ShouldNotContain("高新技术企业");
        more.Question.Options[^1].Label.Chinese.ShouldBe("没有别的了");
    }

    [Theory]
    [InlineData("都没有")]
    [InlineData("没有")]
    [InlineData("一个都没有")]
    public async Task None_of_them_denies_those_that_were_offered_and_no_others(string words)
    {
        var asked = await AskedAsync();

        var told = (await _dialogue.TellAsync(asked, words, None)).ShouldBeOfType<GuidedReply.Understood>().State;

        told.Profile.Standings.Select(s => (s.Name, s.IsHeld)).ShouldBe(asked.Question!.Options.SkipLast(1).Select(o => (o.Label.Chinese, false)), ignoreOrder: true);
        told.Question?.Id.ShouldNotBe("standings");
    }

    [Fact]
    public async Task Several_are_told_in_words()
    {
        var told = (await _dialogue.TellAsync(await AskedAsync(), "高企、瞪羚企业", None)).ShouldBeOfType<GuidedReply.Understood>().State;

        told.Profile.Standings.Where(s => s.IsHeld).Select(s => s.Name).ShouldBe(["高新技术企业", "瞪羚企业"], ignoreOrder: true);
    }

    private async Task<GuidedState> AskedAsync()
    {
        var state = await _dialogue.BeginAsync(_matchmaker.Read("我们在绍兴注册"), None);
        while (state.Question!.Id != "standings")
            state = await _dialogue.SkipAsync(state, None);
        return state;
    }
}
