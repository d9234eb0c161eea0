using Bot.Answers;
using Bot.Answers.Matching;

namespace Bot.Channels.Tests.Chat;

public sealed class MatchDeskTests : IAsyncLifetime
{
    private SamplePolicies _policies = null!; // xunit initialises before each test

    public async Task InitializeAsync() => _policies = await SamplePolicies.OpenAsync();

    public Task DisposeAsync()
    {
        _policies.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Each_step_shows_the_list_as_it_stands_and_asks_the_next_question()
    {
        using var room = Room();

        var first = await AskAsync(room, "/match");
        var second = await ChooseAsync(room, first, "绍兴市");

        first.List.ShouldBeNull();
        first.Question.ShouldBe("(1/6) 企业注册在哪个市、县（区）？");
        Labels(first).ShouldBe(["绍兴市", "嘉兴市", "跳过", "直接看清单"]);
        second.List!.Text.ShouldStartWith("目前有3项措施可能适用，其中0项的自身条件均已满足。");
        second.List.Citations.Length.ShouldBe(3);
        second.Question.ShouldStartWith("已知：注册地：绍兴市\n\n(2/6) ");
        Labels(second)[^3..].ShouldBe(["跳过", "返回", "直接看清单"]);
    }

    [Fact]
    public async Task Person_answers_by_buttons_and_in_words_until_the_list_is_whole()
    {
        using var room = Room();

        var step = await ChooseAsync(room, await AskAsync(room, "/match"), "绍兴市");
        step = await SayAsync(room, "想要研发补助");
        var answered = (ChatOutput)step;
        for (var i = 0; i < 6 && answered is ChatOutput.Asked { Rows.Length: > 0 } open; i++)
        {
            answered = open.Question.Contains("研发费用是多少", StringComparison.Ordinal) ? await room.SayAsync("260万元")
                : Labels(open).Contains("是") ? await PressAsync(room, open, "是")
                : await PressAsync(room, open, "跳过");
        }

        var list = answered.ShouldBeOfType<ChatOutput.Answered>();
        list.Answer.Text.ShouldContain("260万元×5%=13万元");
        list.IsRemembered.ShouldBeTrue();
        Labels(list.Then!).ShouldBe(["保存", "不保存"]);
        room.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_behind_the_command_are_taken_and_not_asked_again()
    {
        using var room = Room();

        var step = await AskAsync(room, "/match 我们是绍兴的小微企业，缺贷款");

        step.Question.ShouldStartWith("已知：注册地：绍兴市；小微企业；想要：缺贷款");
        step.Question.ShouldContain("(1/6)");
        step.List!.Text.ShouldContain("贷款贴息");
    }

    [Fact]
    public async Task All_questions_can_be_skipped()
    {
        using var room = Room();
        ChatOutput output = await AskAsync(room, "/match 我们在绍兴");

        var asked = 0;
        for (; output is ChatOutput.Asked step && Labels(step).Contains("跳过"); asked++)
            output = await PressAsync(room, step, "跳过");

        asked.ShouldBe(GuidedDialogue.MostQuestions);
        output.ShouldBeOfType<ChatOutput.Answered>().Answer.Text.ShouldContain("3项措施可能适用");
    }

    [Fact]
    public async Task Without_a_place_there_is_no_list_and_it_is_said_why()
    {
        using var room = Room();

        var end = await ChooseAsync(room, await AskAsync(room, "/match"), "跳过");

        end.Question.ShouldContain("没有注册地就列不出清单");
        end.Question.ShouldContain("绍兴市、嘉兴市");
        end.Rows.ShouldBeEmpty();
        (await SayAsync(room, "绍兴")).Question.ShouldStartWith("已知：注册地：绍兴市\n\n(1/6) ");
    }

    [Fact]
    public async Task Place_without_measures_is_told_with_the_places_that_have_some()
    {
        using var room = Room();

        var end = await AskAsync(room, "/match 我们在宁波注册");

        end.Question.ShouldContain("资料中没有宁波市的措施规定。资料中载有措施规定的地区：绍兴市、嘉兴市。");
        end.Rows.ShouldBeEmpty(); // nothing to keep it for
    }

    [Fact]
    public async Task What_is_looked_for_in_words_of_ones_own_is_taken_and_it_is_said_where_nothing_serves_it()
    {
        using var room = Room();
        await AskAsync(room, "/match 我们在绍兴");

        var step = await SayAsync(room, "绿化改造");
        var list = (await PressAsync(room, step, "直接看清单")).ShouldBeOfType<ChatOutput.Answered>();

        step.Question.ShouldStartWith("已知：注册地：绍兴市；想要：绿化改造\n\n没有专门写明针对“绿化改造”的措施");
        list.Answer.Text.ShouldStartWith("没有专门写明针对“绿化改造”的措施，以下是其他可能适用的。\n\n按您说的情况，资料中有3项措施可能适用");
    }

    [Fact]
    public async Task Person_goes_back_and_answers_otherwise()
    {
        using var room = Room();
        var second = await ChooseAsync(room, await AskAsync(room, "/match"), "绍兴市");

        var first = await ChooseAsync(room, second, "返回");
        var other = await ChooseAsync(room, first, "嘉兴市");

        first.Question.ShouldContain("(1/6)");
        other.Question.ShouldStartWith("已知：注册地：嘉兴市");
    }

    [Fact]
    public async Task Second_tap_on_an_old_question_changes_nothing()
    {
        using var room = Room();
        var first = await AskAsync(room, "/match");
        await ChooseAsync(room, first, "绍兴市");

        (await PressAsync(room, first, "嘉兴市")).ShouldBeOfType<ChatOutput.Flash>().Text.ShouldContain("已经过去");

        (await SayAsync(room, "返回")).Question.ShouldContain("(1/6)");
    }

    [Fact]
    public async Task Question_in_the_middle_is_answered_and_the_dialogue_stays_open()
    {
        using var room = Room();
        var step = await ChooseAsync(room, await AskAsync(room, "/match"), "绍兴市");

        (await room.SayAsync("临江市2021年的研发经费是多少？")).ShouldBeOfType<ChatOutput.Answered>();
        var next = await ChooseAsync(room, step, "跳过");

        room.Asked.ShouldHaveSingleItem();
        next.Question.ShouldContain("(3/6)");
    }

    [Fact]
    public async Task What_cannot_be_read_is_asked_again_once_and_then_left_open()
    {
        using var room = Room();
        await AskAsync(room, "/match 我们在绍兴，想要研发补助");
        var number = await UntilAsync(room, "研发费用是多少");

        var again = await SayAsync(room, "挺多的");
        var next = await SayAsync(room, "真的很多");

        again.Question.ShouldStartWith("没读出数字");
        again.Question.ShouldContain(number.Question.Split('\n')[^1]);
        next.Question.ShouldStartWith("还是没读懂，这一问先跳过。");
    }

    [Fact]
    public async Task Dialogue_is_forgotten_after_half_an_hour()
    {
        using var room = Room();
        var step = await AskAsync(room, "/match");

        room.Time.Advance(MatchTalks.Lifetime);

        (await PressAsync(room, step, "绍兴市")).ShouldBeOfType<ChatOutput.Notice>().Text.ShouldContain("已中断");
        (await room.SayAsync("绍兴")).ShouldBeOfType<ChatOutput.Answered>();
    }

    [Theory]
    [InlineData("2")]
    [InlineData("260")]
    [InlineData("跳过")]
    [InlineData("结束")]
    public async Task Answer_to_a_dialogue_that_is_no_more_is_told_so(string words)
    {
        using var room = Room();

        (await room.HearAsync(words)).ShouldBe("这一轮已中断（超过半小时没有回应，或程序重启过），发 /match 重新开始。");
        room.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Year_alone_is_a_question()
    {
        using var room = Room();

        (await room.SayAsync("2021")).ShouldBeOfType<ChatOutput.Answered>();
    }

    [Fact]
    public async Task What_was_told_goes_with_the_questions_after_the_list_until_it_is_forgotten()
    {
        using var room = Room();
        var step = await AskAsync(room, "/match 我们在绍兴，是规上企业");
        await room.SayAsync("临江市2021年的研发经费是多少？");
        await PressAsync(room, step, "直接看清单");

        await room.SayAsync("能补多少？");
        await room.SayAsync("能补多少？", "8");
        room.Time.Advance(MatchTalks.Lifetime - TimeSpan.FromMinutes(1));
        await room.SayAsync("还有呢？");
        await room.HearAsync("/privacy delete");
        await room.SayAsync("能补多少？");

        room.Asked.Select(q => q.Told?.Region?.Name).ShouldBe([null, "绍兴市", null, "绍兴市", null]);
        room.Answerer.Forgotten.ShouldBe(["test:7:"]);
    }

    [Fact]
    public async Task In_a_group_only_who_began_is_heard_and_nothing_is_kept_of_the_list()
    {
        using var room = Room();
        var group = ChatRoom.Group();
        var step = (await room.SayAsync("/match 我们在绍兴，是高企", "7", group)).ShouldBeOfType<ChatOutput.Asked>();

        (await PressAsync(room, step, "跳过", "8", group)).ShouldBeOfType<ChatOutput.Flash>().Text.ShouldContain("别人的问答");
        var list = (await PressAsync(room, step, "直接看清单", "7", group)).ShouldBeOfType<ChatOutput.Answered>();

        list.IsRemembered.ShouldBeFalse();
        (await room.SayAsync("能补多少？", "7", group)).ShouldBeOfType<ChatOutput.Answered>().IsRemembered.ShouldBeFalse();
        (await room.Profiles.FindAsync("7", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_people_of_a_group_have_dialogues_of_their_own()
    {
        using var room = Room();
        var group = ChatRoom.Group();
        var wang = (await room.SayAsync("/match", "7", group)).ShouldBeOfType<ChatOutput.Asked>();
        var li = (await room.SayAsync("/match", "8", group)).ShouldBeOfType<ChatOutput.Asked>();

        var wangs = (await PressAsync(room, wang, "绍兴市", "7", group)).ShouldBeOfType<ChatOutput.Asked>();
        var lis = (await PressAsync(room, li, "嘉兴市", "8", group)).ShouldBeOfType<ChatOutput.Asked>();

        wangs.Question.ShouldContain("绍兴市");
        lis.Question.ShouldContain("嘉兴市");
    }

    [Fact]
    public async Task English_is_spoken_to_whoever_begins_in_it()
    {
        using var room = Room();

        var step = await AskAsync(room, "/match we are a small company registered in Shaoxing");

        step.Question.ShouldStartWith("Told so far: Registered in Shaoxing");
        step.List!.Text.ShouldContain("measures may apply");
        Labels(step).ShouldContain("Show the list");
        step.Language.ShouldBe(ChatLanguage.English);
    }

    [Fact]
    public async Task Facts_told_after_the_list_bring_it_anew()
    {
        using var room = Room();
        var step = await AskAsync(room, "/match 我们在绍兴，是规上企业，想要研发补助");
        await PressAsync(room, step, "直接看清单");

        var list = (await room.SayAsync("去年研发费用260万元")).ShouldBeOfType<ChatOutput.Answered>();

        list.Answer.Text.ShouldContain("260万元×5%=13万元");
    }

    [Fact]
    public async Task Where_no_document_sets_measures_it_is_said()
    {
        using var room = new ChatRoom();

        (await room.HearAsync("/match")).ShouldContain("还没有可以匹配的政策措施");
    }

    [Fact]
    public async Task Beginning_counts_as_a_question()
    {
        using var room = new ChatRoom(_policies.Matchmaker, hasButtons: true, perPerson: 1);

        await AskAsync(room, "/match");

        (await room.HearAsync("/match")).ShouldContain("有点快");
    }

    private ChatRoom Room() => new(_policies.Matchmaker, hasButtons: true);

    private static async Task<ChatOutput.Asked> AskAsync(ChatRoom room, string command) => (await room.SayAsync(command)).ShouldBeOfType<ChatOutput.Asked>();

    private static async Task<ChatOutput.Asked> SayAsync(ChatRoom room, string words) => (await room.SayAsync(words)).ShouldBeOfType<ChatOutput.Asked>();

    private static async Task<ChatOutput.Asked> ChooseAsync(ChatRoom room, ChatOutput.Asked step, string label) =>
        (await PressAsync(room, step, label)).ShouldBeOfType<ChatOutput.Asked>();

    private static Task<ChatOutput> PressAsync(ChatRoom room, ChatOutput.Asked step, string label, string person = "7", ChatPlace? place = null) =>
        room.PressAsync(step.Rows.SelectMany(r => r).First(b => b.Label == label).Press, label, person, place);

    private static async Task<ChatOutput.Asked> UntilAsync(ChatRoom room, string question)
    {
        var step = await SayAsync(room, "返回");
        for (var i = 0; i < GuidedDialogue.MostQuestions && !step.Question.Contains(question, StringComparison.Ordinal); i++)
            step = await ChooseAsync(room, step, "跳过");
        step.Question.ShouldContain(question);
        return step;
    }

    private static List<string> Labels(ChatOutput.Asked step) => [.. step.Rows.SelectMany(r => r).Select(b => b.Label)];
}
