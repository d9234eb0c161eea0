using Bot.Answers.Matching;

namespace Bot.Answers.Tests.Matching;

public sealed class GuidedDialogueTests(GuidedPolicies policies) : IClassFixture<GuidedPolicies>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Matchmaker _matchmaker = policies.Matchmaker();
    private readonly GuidedDialogue _dialogue = new(policies.Matchmaker());

    [Fact]
    public async Task Dialogue_asks_for_the_place_first_with_the_places_that_have_measures()
    {
        var first = await _dialogue.BeginAsync(EnterpriseProfile.Empty, None);

        first.Number.ShouldBe(1);
        first.Question!.Id.ShouldBe("place");
        first.Question.Options.Select(o => o.Label.Chinese).ShouldBe(["绍兴市", "越城区", "嘉兴市"], ignoreOrder: true);
        first.Question.Options[0].Label.ShouldBe(new Bilingual("绍兴市", "Shaoxing"));
    }

    [Fact]
    public async Task District_and_what_is_looked_for_come_next_and_then_what_settles_most()
    {
        var state = await ChooseAsync(await _dialogue.BeginAsync(EnterpriseProfile.Empty, None), "绍兴市");

        state.Question!.Id.ShouldBe("district");
        state = await ChooseAsync(state, "越城区");
        state.Profile.Region!.Name.ShouldBe("越城区");
        state.Question!.Id.ShouldBe(GuidedQuestion.NeedId);
        state.Question.Options.Select(o => o.Label.Chinese).ShouldContain("研发经费");
        state = await ChooseAsync(state, "研发经费");

        state.Question!.Fact.ShouldNotBeNull();
        state.Number.ShouldBe(4);
    }

    [Fact]
    public async Task At_most_six_questions_are_asked_and_none_twice()
    {
        var state = await BeginAsync("我们在绍兴市越城区");
        var asked = new List<string>();

        while (state.Question is { } question)
        {
            asked.Add(question.Id);
            state = await _dialogue.SkipAsync(state, None);
        }

        asked.Count.ShouldBe(GuidedDialogue.MostQuestions);
        asked.ShouldBeUnique();
        state.Profile.Region!.Name.ShouldBe("越城区");
        Matchmaker.Tell(state.Result, english: false).ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_a_place_there_is_nothing_to_ask_further()
    {
        var state = await _dialogue.SkipAsync(await _dialogue.BeginAsync(EnterpriseProfile.Empty, None), None);

        state.Question.ShouldBeNull();
        state.Result.NeedsRegion.ShouldBeTrue();
    }

    [Fact]
    public async Task Place_without_measures_ends_the_dialogue_with_nothing_offered()
    {
        var state = await BeginAsync("我们在宁波市注册");

        state.Question.ShouldBeNull();
        state.Result.Offered.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("嘉兴")]
    [InlineData("我们在嘉兴市")]
    [InlineData("Jiaxing")]
    public async Task Place_is_read_from_own_words(string words)
    {
        var reply = await _dialogue.TellAsync(await _dialogue.BeginAsync(EnterpriseProfile.Empty, None), words, None);

        reply.ShouldBeOfType<GuidedReply.Understood>().State.Profile.Region!.Name.ShouldBe("嘉兴市");
    }

    [Theory]
    [InlineData("火星基地")]
    [InlineData("鼓楼区")]
    public async Task Place_that_is_unknown_or_borne_by_several_is_not_guessed(string words)
    {
        var reply = await _dialogue.TellAsync(await _dialogue.BeginAsync(EnterpriseProfile.Empty, None), words, None);

        reply.ShouldBeOfType<GuidedReply.Unread>().Hint.Chinese.ShouldContain("地名");
    }

    [Theory]
    [InlineData("260万", 2_600_000)]
    [InlineData("260", 2_600_000)]
    [InlineData("大概有260万元吧", 2_600_000)]
    [InlineData("没有", 0)]
    public async Task Number_is_read_as_what_was_asked_for(string words, int yuan)
    {
        var state = await UntilAsync("我们在绍兴市越城区，是科技型中小企业，缺研发经费", "RdSpending:2025");

        var told = (await _dialogue.TellAsync(state, words, None)).ShouldBeOfType<GuidedReply.Understood>().State;

        var spending = told.Profile.Quantities.ShouldHaveSingleItem();
        spending.ShouldSatisfyAllConditions(q => q.Of.ShouldBe(ProfileQuantity.RdSpending), q => q.Year.ShouldBe(2025), q => q.Value.ShouldBe(yuan));
        told.Asked.ShouldContain("RdSpending:2025");
        told.Question?.Id.ShouldNotBe("RdSpending:2025");
    }

    [Theory]
    [InlineData("挺多的")]
    [InlineData("2600000")]
    [InlineData("100万到300万")]
    public async Task Number_that_cannot_be_read_is_not_guessed(string words)
    {
        var state = await UntilAsync("我们在绍兴市越城区，是科技型中小企业，缺研发经费", "RdSpending:2025");

        (await _dialogue.TellAsync(state, words, None)).ShouldBeOfType<GuidedReply.Unread>().Hint.Chinese.ShouldContain("260万元");
    }

    [Fact]
    public async Task Not_known_leaves_the_question_open_and_goes_on()
    {
        var state = await UntilAsync("我们在绍兴市越城区，是科技型中小企业，缺研发经费", "RdSpending:2025");

        var next = (await _dialogue.TellAsync(state, "不清楚", None)).ShouldBeOfType<GuidedReply.LeftOpen>().State;

        next.Profile.Quantities.ShouldBeEmpty();
        next.Question?.Id.ShouldNotBe("RdSpending:2025");
    }

    [Fact]
    public async Task What_is_told_beside_the_question_is_taken_and_the_question_stays_open()
    {
        var state = await UntilAsync("我们在绍兴市越城区，是科技型中小企业，缺研发经费", "RdSpending:2025");

        var next = (await _dialogue.TellAsync(state, "我们是2021年成立的", None)).ShouldBeOfType<GuidedReply.Understood>().State;

        next.Profile.Founded!.Told.ShouldBe("2021年");
        next.Question!.Id.ShouldBe("RdSpending:2025");
        next.Number.ShouldBe(state.Number);
    }

    [Theory]
    [InlineData("founded", "3年前")]
    [InlineData("founded", "2023年5月")]
    public async Task Founding_is_read_without_its_verb(string question, string words)
    {
        var state = await UntilAsync("我们在绍兴市越城区，想要贷款贴息", question);

        var told = (await _dialogue.TellAsync(state, words, None)).ShouldBeOfType<GuidedReply.Understood>().State;

        told.Profile.Founded.ShouldNotBeNull();
    }

    [Fact]
    public async Task Option_settles_conditions_as_the_words_would()
    {
        var state = await UntilAsync("我们在绍兴市越城区，想要贷款贴息", "founded");

        var chosen = await ChooseAsync(state, "1至3年");

        chosen.Result.Offered.Single(m => m.Measure.Name.Contains("贷款贴息", StringComparison.Ordinal)).Conditions
            .ShouldContain(c => c.Condition.Kind == Bot.Corpus.ConditionKind.Age && c.Verdict == ConditionVerdict.Met);
    }

    [Fact]
    public async Task Earlier_state_can_be_gone_back_to_and_answered_otherwise()
    {
        var first = await _dialogue.BeginAsync(EnterpriseProfile.Empty, None);
        var second = await ChooseAsync(first, "绍兴市");

        var other = await ChooseAsync(second.Before!, "嘉兴市");

        other.Profile.Region!.Name.ShouldBe("嘉兴市");
        other.Number.ShouldBe(2);
    }

    [Fact]
    public async Task Outline_counts_the_measures_and_cites_the_first()
    {
        var state = await BeginAsync("我们在绍兴市越城区，是科技型中小企业，去年研发费用260万元，缺研发经费");

        var outline = Matchmaker.Outline(state.Result, english: false)!;

        outline.Text.ShouldContain("研发投入补助[1]：自身条件均已满足");
        outline.Citations[0].Quote.ShouldContain("按研发费用的10%给予补助");
        Matchmaker.Outline(state.Result, english: true)!.Text.ShouldContain("may apply");
    }

    private Task<GuidedState> BeginAsync(string words) => _dialogue.BeginAsync(_matchmaker.Read(words), None);

    private async Task<GuidedState> UntilAsync(string words, string question)
    {
        var state = await BeginAsync(words);
        while (state.Question!.Id != question)
            state = await _dialogue.SkipAsync(state, None);
        return state;
    }

    private Task<GuidedState> ChooseAsync(GuidedState state, string label) =>
        _dialogue.ChooseAsync(state, state.Question!.Options.Select(o => o.Label.Chinese).ToList().IndexOf(label), None);
}
