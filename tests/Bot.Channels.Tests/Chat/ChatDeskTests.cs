using Bot.Corpus;

namespace Bot.Channels.Tests.Chat;

public sealed class ChatDeskTests
{
    [Fact]
    public async Task Question_is_answered_and_kept_for_votes_paragraphs_and_follow_ups()
    {
        using var room = new ChatRoom();

        var answered = (await room.SayAsync("临江市2021年研发经费是多少？")).ShouldBeOfType<ChatOutput.Answered>();
        var opened = (await room.PressAsync(new ButtonPress.OpenParagraph(ReportToken.Of(SampleReports.Linjiang.Id), 5))).ShouldBeOfType<ChatOutput.Opened>();
        await room.PressAsync(new ButtonPress.Vote(answered.Answer.Id, IsUp: true));
        await room.PressAsync(new ButtonPress.FollowUp(1), answered.Answer.FollowUps[1]);

        answered.IsRemembered.ShouldBeTrue();
        opened.Address.Number.ShouldBe(5);
        opened.Text.ShouldContain("214家");
        room.Votes.ShouldHaveSingleItem().IsUp.ShouldBe(true);
        room.Asked[^1].Text.ShouldBe(answered.Answer.FollowUps[1]);
    }

    [Fact]
    public async Task Two_people_of_a_group_have_conversations_of_their_own_per_topic()
    {
        using var room = new ChatRoom();

        await room.SayAsync("一问", "7", ChatRoom.Group("5"));
        await room.SayAsync("二问", "8", ChatRoom.Group("5"));
        await room.SayAsync("三问", "7", ChatRoom.Group("6"));
        await room.SayAsync("四问", "7", ChatRoom.Group("5"));

        room.Asked.Select(q => q.Conversation).Distinct().Count().ShouldBe(3);
        room.Asked[3].Conversation.ShouldBe(room.Asked[0].Conversation);
    }

    [Fact]
    public async Task Button_whose_answer_or_report_is_gone_says_so()
    {
        using var room = new ChatRoom();

        (await room.PressAsync(new ButtonPress.OpenParagraph(ReportToken.Of(new ReportId("gone")), 1))).ShouldBeOfType<ChatOutput.Notice>().Text.ShouldContain("已过期");
        (await room.PressAsync(new ButtonPress.Vote("gone", IsUp: false))).ShouldBeOfType<ChatOutput.Notice>().Text.ShouldContain("已过期");
    }

    [Fact]
    public async Task Stranger_is_told_the_number_to_be_let_in_with_and_in_groups_nothing()
    {
        using var room = new ChatRoom(allowed: "9");

        (await room.HearAsync("有什么补助？")).ShouldContain("编号 7");
        (await room.SayAsync("有什么补助？", place: ChatRoom.Group())).ShouldBeOfType<ChatOutput.Silent>();
        (await room.SayAsync("/reports", place: ChatRoom.Group())).ShouldBeOfType<ChatOutput.Silent>();
        (await room.SayAsync("有什么补助？", person: "9")).ShouldBeOfType<ChatOutput.Answered>();
        room.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Administrator_lets_a_group_in_and_shuts_a_person_out()
    {
        using var room = new ChatRoom(allowed: "9");

        await room.HearAsync("/allow", ChatRoom.Administrator, ChatRoom.Group());
        (await room.SayAsync("问", "7", ChatRoom.Group())).ShouldBeOfType<ChatOutput.Answered>();
        await room.HearAsync("/deny 7", ChatRoom.Administrator);

        (await room.SayAsync("问", "7", ChatRoom.Group())).ShouldBeOfType<ChatOutput.Silent>();
        (await room.SayAsync("问", "8", ChatRoom.Group())).ShouldBeOfType<ChatOutput.Answered>();
    }

    [Theory]
    [InlineData("/stats")]
    [InlineData("/gaps")]
    [InlineData("/reload")]
    [InlineData("/allow 8")]
    [InlineData("/deny 1")]
    public async Task Commands_for_administrators_are_unknown_to_others(string command)
    {
        using var room = new ChatRoom();

        (await room.HearAsync(command)).ShouldNotContain("/stats");
        (await room.SayAsync(command, place: ChatRoom.Group())).ShouldBeOfType<ChatOutput.Silent>();
        room.Reloads.ShouldBe(0);
        (await room.SayAsync("问", "8")).ShouldBeOfType<ChatOutput.Answered>();
    }

    [Fact]
    public async Task Who_asks_too_fast_is_told_once_and_answered_again_after_the_wait()
    {
        using var room = new ChatRoom(perPerson: 2);
        await room.SayAsync("一");
        room.Time.Advance(TimeSpan.FromSeconds(20));
        await room.SayAsync("二");

        var third = await room.SayAsync("三");
        var fourth = await room.SayAsync("四");
        var other = await room.SayAsync("一", person: "8");
        room.Time.Advance(TimeSpan.FromSeconds(40));
        var later = await room.SayAsync("五");

        third.ShouldBeOfType<ChatOutput.Notice>().Text.ShouldContain("40 秒");
        fourth.ShouldBeOfType<ChatOutput.Silent>();
        other.ShouldBeOfType<ChatOutput.Answered>();
        later.ShouldBeOfType<ChatOutput.Answered>();
    }

    [Fact]
    public async Task Group_has_a_limit_of_its_own()
    {
        using var room = new ChatRoom(perChat: 2);

        await room.SayAsync("一", "7", ChatRoom.Group());
        await room.SayAsync("二", "8", ChatRoom.Group());

        (await room.SayAsync("三", "9", ChatRoom.Group())).ShouldBeOfType<ChatOutput.Notice>();
        (await room.SayAsync("三", "9")).ShouldBeOfType<ChatOutput.Answered>();
    }

    [Fact]
    public async Task Question_that_is_too_long_is_refused_with_the_limit()
    {
        using var room = new ChatRoom();

        (await room.HearAsync(new string('问', 1001))).ShouldContain("1000");
        room.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Privacy_forgets_what_the_person_asked_and_can_be_asked_in_words_or_by_button()
    {
        using var room = new ChatRoom();
        await room.SayAsync("问");

        (await room.HearAsync("/privacy")).ShouldContain("/privacy delete");
        (await room.HearAsync("/privacy delete")).ShouldStartWith("已删除");
        (await room.PressAsync(new ButtonPress.Forget())).ShouldBeOfType<ChatOutput.Notice>().Text.ShouldStartWith("已删除");
        (await room.HearAsync("/feedback 不对")).ShouldContain("没有找到");
    }

    [Fact]
    public async Task Feedback_in_words_goes_with_the_last_answer()
    {
        using var room = new ChatRoom();
        var answered = (ChatOutput.Answered)await room.SayAsync("问");

        (await room.HearAsync("/feedback 数字不对")).ShouldContain("谢谢");

        room.Votes.ShouldHaveSingleItem().ShouldBe(new FeedbackVote(answered.Answer.Id, IsUp: false, "数字不对"));
    }

    [Fact]
    public async Task Link_into_the_chat_opens_a_paragraph_or_asks_a_question()
    {
        using var room = new ChatRoom();

        var paragraph = await room.SayAsync($"/start {new DeepLink.OpenParagraph(ReportToken.Of(SampleReports.Linjiang.Id), 5)}");
        await room.SayAsync($"/start {new DeepLink.Ask("研发经费？")}");
        var broken = await room.HearAsync("/start p-AAAAAAAAAAAA-5");

        paragraph.ShouldBeOfType<ChatOutput.Opened>().Text.ShouldContain("214家");
        room.Asked[^1].Text.ShouldBe("研发经费？");
        broken.ShouldStartWith("这个链接已失效");
    }

    [Fact]
    public async Task Newcomer_is_welcomed_and_helped_while_the_index_is_away()
    {
        using var room = new ChatRoom();
        room.Index.IsAway = true;

        (await room.HearAsync("/start")).ShouldContain("报告库暂时连不上");
        (await room.HearAsync("/start", language: "en")).ShouldContain("can't be reached right now");
        (await room.HearAsync("/help")).ShouldContain("/ask");
    }

    [Fact]
    public async Task Message_without_words_gets_a_hint_and_strangers_no_more_than_before()
    {
        using var room = new ChatRoom(allowed: "7");

        (await room.HearAsync(" ")).ShouldBe("请把问题写出来，例如“某市2019年研发经费是多少”；/help 看用法。");
        (await room.HearAsync("", language: "en", place: ChatRoom.Group())).ShouldStartWith("Please write your question");
        (await room.HearAsync("😀??")).ShouldStartWith("请把问题写出来");
        (await room.SayAsync("", "8", ChatRoom.Group())).ShouldBeOfType<ChatOutput.Silent>();
    }

    [Theory]
    [InlineData("/start p-BUcJwQaZU6Rj-9", "zh-hans", false)]
    [InlineData("/start p-BUcJwQaZU6Rj-9", "en", true)]
    [InlineData("/help", null, false)]
    [InlineData("/ask 研发经费是多少？", "en", false)]
    [InlineData("/ask how much was spent on research?", "zh-hans", true)]
    public void Language_of_a_command_is_that_of_the_words_after_it_else_of_the_client(string text, string? client, bool isEnglish)
    {
        var place = new ChatPlace("telegram", "7", null, ChatKind.Private);
        var request = new ChatRequest(1, place, new ChatPerson("7", client), text, DateTimeOffset.UnixEpoch);

        (request.LanguageOf(request.Text) is ChatLanguage.English).ShouldBe(isEnglish);
    }

    [Fact]
    public async Task Group_is_subscribed_by_whoever_runs_it_or_the_bot()
    {
        using var room = new ChatRoom();

        (await room.HearAsync("/subscribe", "7", ChatRoom.Group())).ShouldContain("群管理员或机器人管理员");
        (await room.HearAsync("/subscribe", ChatRoom.RunsTheGroup, ChatRoom.Group())).ShouldStartWith("已订阅");
        (await room.HearAsync("/unsubscribe", "7", ChatRoom.Group())).ShouldContain("群管理员或机器人管理员");
        (await room.HearAsync("/unsubscribe", ChatRoom.Administrator, ChatRoom.Group())).ShouldStartWith("已退订");
    }

    [Fact]
    public async Task English_is_spoken_to_those_who_write_it_or_whose_client_is_set_to_it()
    {
        using var room = new ChatRoom();

        (await room.HearAsync("/help", language: "en-GB")).ShouldStartWith("Ask in words");
        (await room.HearAsync("/help", language: "zh-hans")).ShouldStartWith("直接用文字");
        (await room.HearAsync("/figures nothing like it")).ShouldStartWith("The ledger holds no figure");
    }

    [Fact]
    public async Task Help_lists_every_command_that_the_person_may_give()
    {
        using var room = new ChatRoom();

        var shown = await room.HearAsync("/help", ChatRoom.Administrator);
        var others = await room.HearAsync("/help");

        foreach (var command in room.Desk.Commands)
        {
            shown.ShouldContain($"/{command.Name} - ");
            others.Contains($"/{command.Name} - ", StringComparison.Ordinal).ShouldBe(!command.IsForAdministrators);
        }
    }
}
