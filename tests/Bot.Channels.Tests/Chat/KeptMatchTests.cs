using Bot.Answers.Matching;

namespace Bot.Channels.Tests.Chat;

public sealed class KeptMatchTests : IAsyncLifetime
{
    private const string Told = "/match 我们在绍兴，是规上企业，想要研发补助，去年研发费用260万元";

    private SamplePolicies _policies = null!; // xunit initialises before each test

    public async Task InitializeAsync() => _policies = await SamplePolicies.OpenAsync();

    public Task DisposeAsync()
    {
        _policies.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Profile_is_stored_only_when_its_person_says_so()
    {
        using var room = Room();
        var offer = await ListAsync(room);

        (await FindAsync(room)).ShouldBeNull();
        (await PressAsync(room, offer, "不保存")).ShouldBeOfType<ChatOutput.Notice>().Text.ShouldContain("没有保存");
        (await FindAsync(room)).ShouldBeNull();
        offer = await ListAsync(room);
        (await PressAsync(room, offer, "保存")).ShouldBeOfType<ChatOutput.Notice>().Text.ShouldContain("已保存");

        (await FindAsync(room))!.ShouldContain("2600000");
    }

    [Fact]
    public async Task Kept_profile_is_shown_first_and_matched_at_once()
    {
        using var room = Room();
        await KeepAsync(room);

        var shown = (await room.SayAsync("/match")).ShouldBeOfType<ChatOutput.Asked>();
        var list = (await PressAsync(room, shown, "用它匹配")).ShouldBeOfType<ChatOutput.Answered>();

        shown.Question.ShouldContain("您保存的企业情况（2026-03-01）：注册地：绍兴市；规模以上企业；2025年研发费用260万元");
        shown.Rows.SelectMany(r => r).Select(b => b.Label).ShouldBe(["用它匹配", "修改", "重新填写", "删除"]);
        list.Answer.Text.ShouldContain("260万元×5%=13万元");
        list.Then.ShouldBeNull();
    }

    [Fact]
    public async Task Kept_profile_is_changed_in_words_and_kept_anew()
    {
        using var room = Room();
        await KeepAsync(room);
        await room.SayAsync("/match");

        var step = (await room.SayAsync("去年研发费用其实是300万元")).ShouldBeOfType<ChatOutput.Asked>();
        var list = (await PressAsync(room, step, "直接看清单")).ShouldBeOfType<ChatOutput.Answered>();
        await PressAsync(room, list.Then!, "保存");

        step.Question.ShouldContain("2025年研发费用300万元");
        (await FindAsync(room))!.ShouldContain("3000000");
    }

    [Fact]
    public async Task Kept_profile_is_shown_and_deleted_by_privacy()
    {
        using var room = Room();
        await KeepAsync(room);

        (await room.HearAsync("/privacy")).ShouldContain("现在保存的企业情况：注册地：绍兴市");
        await room.HearAsync("/privacy delete");

        (await FindAsync(room)).ShouldBeNull();
        (await room.HearAsync("/privacy")).ShouldNotContain("绍兴市");
        (await room.SayAsync("/match")).ShouldBeOfType<ChatOutput.Asked>().Question.ShouldContain("(1/6)");
    }

    [Fact]
    public async Task Kept_profile_is_deleted_where_it_is_shown()
    {
        using var room = Room();
        await KeepAsync(room);

        var shown = (await room.SayAsync("/match")).ShouldBeOfType<ChatOutput.Asked>();
        (await PressAsync(room, shown, "删除")).ShouldBeOfType<ChatOutput.Notice>().Text.ShouldContain("已删除");

        (await FindAsync(room)).ShouldBeNull();
    }

    [Fact]
    public async Task Kept_profile_is_not_shown_to_a_group()
    {
        using var room = Room();
        await KeepAsync(room);

        var step = (await room.SayAsync("/match", place: ChatRoom.Group())).ShouldBeOfType<ChatOutput.Asked>();
        var privacy = await room.HearAsync("/privacy", place: ChatRoom.Group());

        step.Question.ShouldBe("(1/6) 企业注册在哪个市、县（区）？");
        privacy.ShouldContain("请在私聊里查看");
        privacy.ShouldNotContain("绍兴市");
    }

    [Fact]
    public async Task Kept_profile_that_is_damaged_is_taken_for_none()
    {
        using var room = Room();
        await room.Profiles.KeepAsync("7", "{", CancellationToken.None);

        (await room.SayAsync("/match")).ShouldBeOfType<ChatOutput.Asked>().Question.ShouldContain("(1/6)");
    }

    private ChatRoom Room() => new(_policies.Matchmaker, hasButtons: true);

    private static async Task<ChatOutput.Asked> ListAsync(ChatRoom room)
    {
        var step = (await room.SayAsync(Told)).ShouldBeOfType<ChatOutput.Asked>();
        return (await PressAsync(room, step, "直接看清单")).ShouldBeOfType<ChatOutput.Answered>().Then.ShouldNotBeNull();
    }

    private static async Task KeepAsync(ChatRoom room) => await PressAsync(room, await ListAsync(room), "保存");

    private static async Task<string?> FindAsync(ChatRoom room) => (await room.Profiles.FindAsync("7", CancellationToken.None))?.Profile;

    private static Task<ChatOutput> PressAsync(ChatRoom room, ChatOutput.Asked step, string label) =>
        room.PressAsync(step.Rows.SelectMany(r => r).First(b => b.Label == label).Press, label);
}
