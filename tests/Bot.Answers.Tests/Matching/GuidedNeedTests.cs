using Bot.Answers.Matching;

namespace Bot.Answers.Tests.Matching;

/// <summary>What is looked for, in whatever words, and the count that follows from it.</summary>
public sealed class GuidedNeedTests(GuidedPolicies policies) : IClassFixture<GuidedPolicies>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Matchmaker _matchmaker = policies.Matchmaker();
    private readonly GuidedDialogue _dialogue = new(policies.Matchmaker());

    [Theory]
    [InlineData("绿化改造")]
    [InlineData("想去参加广交会")]
    [InlineData("carbon neutrality")]
    public async Task Words_that_no_list_of_needs_holds_are_what_is_looked_for(string words)
    {
        var told = (await _dialogue.TellAsync(await NeedAskedAsync(), words, None)).ShouldBeOfType<GuidedReply.Understood>().State;

        told.Profile.Need.ShouldBe(words);
        told.Question?.Id.ShouldNotBe(GuidedQuestion.NeedId);
    }

    [Theory]
    [InlineData("我们是高企")]
    [InlineData("绍兴")]
    [InlineData("好的")]
    [InlineData("？？")]
    public async Task Facts_and_mere_agreement_are_not_what_is_looked_for(string words)
    {
        var reply = await _dialogue.TellAsync(await NeedAskedAsync(), words, None);

        (reply as GuidedReply.Understood)?.State.Profile.Need.ShouldBeNull();
        (reply as GuidedReply.Understood)?.State.Question!.Id.ShouldBe(GuidedQuestion.NeedId);
    }

    [Fact]
    public async Task What_no_measure_is_written_for_is_known_to_be_so()
    {
        var served = await _dialogue.MatchAsync(_matchmaker.Read("我们在绍兴市越城区") with { Need = "租金" }, None);
        var unserved = await _dialogue.MatchAsync(_matchmaker.Read("我们在绍兴市越城区") with { Need = "绿化改造" }, None);

        _dialogue.IsNeedUnserved(served).ShouldBeFalse();
        _dialogue.IsNeedUnserved(unserved).ShouldBeTrue();
    }

    [Theory]
    [InlineData("我们在绍兴市越城区，是科技型中小企业，去年研发费用260万元，想要贷款")]
    [InlineData("我们在绍兴市越城区")]
    public async Task Step_and_whole_list_count_the_same_measures(string words)
    {
        var result = (await _dialogue.BeginAsync(_matchmaker.Read(words), None)).Result;

        var (step, whole) = (Matchmaker.Outline(result, english: false)!.Text, Matchmaker.Tell(result, english: false)!.Text);

        step.ShouldContain($"目前有{result.Serving.Length}项措施可能适用");
        whole.ShouldContain($"有{result.Serving.Length}项措施可能适用");
    }

    private async Task<GuidedState> NeedAskedAsync()
    {
        var state = await _dialogue.BeginAsync(_matchmaker.Read("我们在绍兴市越城区"), None);
        state.Question!.Id.ShouldBe(GuidedQuestion.NeedId);
        return state;
    }
}
