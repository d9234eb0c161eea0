using Bot.Answers.Matching;

namespace Bot.Answers.Tests.Matching;

public sealed class NationalDialogueTests(NationalPolicies policies) : IClassFixture<NationalPolicies>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Matchmaker _matchmaker = policies.Matchmaker();
    private readonly GuidedDialogue _dialogue = new(policies.Matchmaker());

    [Fact]
    public async Task Skipping_the_place_goes_on_with_what_holds_in_the_whole_country()
    {
        var place = await _dialogue.BeginAsync(EnterpriseProfile.Empty, None);
        var next = await _dialogue.SkipAsync(place, None);

        place.Question!.Id.ShouldBe("place");
        place.Result.Offered.ShouldBeEmpty();
        next.Question.ShouldNotBeNull().Id.ShouldNotBe("place");
        next.Result.NeedsRegion.ShouldBeTrue();
        next.Result.Offered.Select(m => m.Measure.Name).ShouldBe(["检测补助", "首台（套）奖励", "参展补助"], ignoreOrder: true);
        GuidedDialogue.IsNationalAlone(next.Result).ShouldBeTrue();
    }

    [Fact]
    public async Task Place_told_later_brings_its_own_measures()
    {
        var skipped = await _dialogue.SkipAsync(await _dialogue.BeginAsync(EnterpriseProfile.Empty, None), None);

        var told = (await _dialogue.TellAsync(skipped, "我们在绍兴注册", None)).ShouldBeOfType<GuidedReply.Understood>().State;

        told.Result.Offered.Select(m => m.Measure.Name).ShouldContain("场地补助");
        GuidedDialogue.IsNationalAlone(told.Result).ShouldBeFalse();
    }

    [Fact]
    public async Task Place_without_measures_of_its_own_has_those_of_the_country()
    {
        var state = await _dialogue.BeginAsync(_matchmaker.Read("我们在宁波市注册"), None);

        GuidedDialogue.IsNationalAlone(state.Result).ShouldBeTrue();
        (await _matchmaker.UncoveredAsync(state.Profile.Region, None)).Select(r => r.Name).ShouldBe(["绍兴市"]);
    }
}
