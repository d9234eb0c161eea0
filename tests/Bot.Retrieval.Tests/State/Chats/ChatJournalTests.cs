using Bot.TestServers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.State.Chats;

public sealed class ChatJournalTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly SteppedTime _time = new(DateTimeOffset.UnixEpoch.AddYears(55));
    private StateDatabase _state;

    public ChatJournalTests() => _state = Open();

    [Fact]
    public async Task Event_delivered_twice_is_stored_once_even_after_it_was_answered()
    {
        var journal = Journal();
        var first = await journal.ReceiveAsync([Event("1"), Event("2"), Event("1")], None);
        await journal.AnswerAsync(first[0].Number, [], None);

        var again = await journal.ReceiveAsync([Event("1"), Event("2"), Event("3")], None);

        first.Select(e => e.Event.Key).ShouldBe(["1", "2"]);
        again.Select(e => e.Event.Key).ShouldBe(["3"]);
    }

    [Fact]
    public async Task What_a_killed_process_left_is_there_at_the_next_start_in_order()
    {
        var events = await Journal().ReceiveAsync([Event("1"), Event("2"), Event("3")], None);
        var replies = await Journal().AnswerAsync(events[1].Number, [new("chat", "a"), new("chat", "b"), new("chat", "c")], None);
        await Journal().BeginAsync(replies[0].Number, None);
        await Journal().SentAsync(replies[0].Number, "77", None);
        await Journal().BeginAsync(replies[1].Number, None);

        Restart();

        (await Journal().OpenEventsAsync(None)).Select(e => e.Event.Key).ShouldBe(["1", "3"]);
        (await Journal().OpenRepliesAsync(None)).ShouldBe(
            [replies[1] with { MayBeSent = true }, replies[2]]);
    }

    [Fact]
    public async Task Event_is_answered_once()
    {
        var received = await Journal().ReceiveAsync([Event("1")], None);

        var first = await Journal().AnswerAsync(received[0].Number, [new("chat", "a")], None);
        var second = await Journal().AnswerAsync(received[0].Number, [new("chat", "b")], None);

        first.ShouldHaveSingleItem().Body.ShouldBe("a");
        second.ShouldBeEmpty();
        (await Journal().OpenRepliesAsync(None)).ShouldBe(first);
    }

    [Fact]
    public async Task Message_the_platform_refused_for_now_is_certainly_not_sent()
    {
        var received = await Journal().ReceiveAsync([Event("1")], None);
        var reply = (await Journal().AnswerAsync(received[0].Number, [new("chat", "a")], None))[0];

        await Journal().BeginAsync(reply.Number, None);
        await Journal().PutBackAsync(reply.Number, None);

        (await Journal().OpenRepliesAsync(None)).ShouldBe([reply]);
    }

    [Fact]
    public async Task Receipts_lead_from_a_question_to_the_messages_that_answered_it()
    {
        var received = await Journal().ReceiveAsync([Event("1")], None);
        foreach (var reply in await Journal().AnswerAsync(received[0].Number, [new("chat", "a"), new("chat", "b"), new("chat", "c")], None))
        {
            if (reply.Body == "b")
                await Journal().GiveUpAsync(reply.Number, "403", None);
            else
                await Journal().SentAsync(reply.Number, $"sent-{reply.Body}", None);
        }

        var edited = await Journal().ReceiveAsync([Event("1, edited") with { Subject = "about 1" }], None);
        await Journal().NoteAsync(edited[0].Number, "draft", None);
        foreach (var reply in await Journal().AnswerAsync(edited[0].Number, [new("chat", "a")], None))
            await Journal().SentAsync(reply.Number, "sent-a", None);

        (await Journal().ReceiptsAsync("about 1", None)).ShouldBe(["sent-a", "sent-c", "draft"]);
        (await Journal().ReceiptsAsync("about 2", None)).ShouldBeEmpty();
        (await Journal().OpenRepliesAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Version_of_a_report_is_announced_to_a_chat_once()
    {
        await new ChatDirectory(_state, "telegram", _time).SubscribeAsync("news", [], None);
        var first = await Journal().AnnounceAsync("news", "report", "v1", [new("news", "digest")], None);
        Restart();

        (await Journal().AnnounceAsync("news", "report", "v1", [new("news", "digest")], None)).ShouldBeEmpty();
        (await Journal().AnnounceAsync("news", "report", "v2", [new("news", "digest 2")], None)).ShouldHaveSingleItem().Body.ShouldBe("digest 2");
        first.ShouldHaveSingleItem().Event.ShouldBeNull();
    }

    [Fact]
    public async Task Person_is_forgotten_but_the_question_that_asks_for_it_is_still_answered()
    {
        var answers = new FeedbackStore(_state, TimeSpan.FromDays(90), _time);
        foreach (var (id, conversation) in new[] { ("a", "telegram:7:1"), ("b", "telegram:7:2"), ("c", "telegram:77:1") })
            await answers.RecordAnswerAsync(new AnswerRecord(id, _time.GetUtcNow(), "问", "答", AnswerOutcome.Answered, "[]", conversation), None);
        var received = await Journal().ReceiveAsync([Event("1"), Event("2"), Event("3", "77")], None);

        var forgotten = await Journal().ForgetAsync("7", "telegram:7:", but: received[1].Number, None);

        forgotten.ShouldBe(2);
        (await answers.CountsAsync(None)).Answered.ShouldBe(1);
        (await Journal().OpenEventsAsync(None)).Select(e => e.Event.Key).ShouldBe(["2", "3"]);
        (await Journal().ReceiveAsync([Event("1")], None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_announced_to_a_chat_that_moved_since_the_subscriptions_were_read()
    {
        var directory = new ChatDirectory(_state, "telegram", _time);
        await directory.SubscribeAsync("-5", [("old", "v1")], None);
        await directory.MoveAsync("-5", "-1005", None);

        (await Journal().AnnouncedAsync("-5", None)).ShouldBeEmpty();
        (await Journal().AnnounceAsync("-5", "old", "v1", [new("-5", "digest")], None)).ShouldBeEmpty();
        (await Journal().AnnounceAsync("-1005", "new", "v1", [new("-1005", "digest")], None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Lane_and_subscription_follow_a_chat_that_got_another_name()
    {
        var directory = new ChatDirectory(_state, "telegram", _time);
        await directory.SubscribeAsync("-5", [("old", "v1")], None);
        await directory.GrantAsync("-5", isAllowed: true, None);
        await Journal().AnnounceAsync("-5", "report", "v1", [new("-5", "digest")], None);

        await Journal().MoveLanesAsync("-5", "-1005", None);
        await directory.MoveAsync("-5", "-1005", None);

        (await Journal().OpenRepliesAsync(None)).ShouldHaveSingleItem().Lane.ShouldBe("-1005");
        (await Journal().AnnounceAsync("-1005", "report", "v1", [new("-1005", "digest")], None)).ShouldBeEmpty();
        (await directory.SubscriptionsAsync(None)).ShouldBe(["-1005"]);
        (await directory.GrantsAsync(None)).ShouldContainKeyAndValue("-1005", true);
    }

    [Fact]
    public async Task Topics_follow_their_chat_and_chats_whose_name_only_begins_alike_stay()
    {
        string[] lanes = ["-10", "-10/7", "-100", "-100/7", "10"];
        var directory = new ChatDirectory(_state, "telegram", _time);
        foreach (var lane in lanes)
        {
            await directory.SubscribeAsync(lane, [("old", "v1")], None);
            var received = await Journal().ReceiveAsync([Event($"open {lane}") with { Lane = lane }, Event($"answered {lane}") with { Lane = lane }], None);
            await Journal().AnswerAsync(received[1].Number, [new(lane, "a")], None);
        }

        await Journal().MoveLanesAsync("-10", "-1001", None);
        await directory.MoveAsync("-10", "-1001", None);

        string[] moved = ["-1001", "-1001/7", "-100", "-100/7", "10"];
        (await Journal().OpenEventsAsync(None)).Select(e => e.Event.Lane).ShouldBe(moved);
        (await Journal().OpenRepliesAsync(None)).Select(r => r.Lane).ShouldBe(moved);
        (await directory.SubscriptionsAsync(None)).ShouldBe(moved, ignoreOrder: true);
        (await Journal().AnnouncedAsync("-1001/7", None)).ShouldBe([("old", "v1")]);
    }

    [Fact]
    public async Task Platforms_do_not_see_each_others_events()
    {
        await Journal().ReceiveAsync([Event("1")], None);

        var other = new ChatJournal(_state, "wecom-app", _time);

        (await other.OpenEventsAsync(None)).ShouldBeEmpty();
        (await other.ReceiveAsync([Event("1")], None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Settled_entries_go_after_a_week_open_ones_stay()
    {
        var received = await Journal().ReceiveAsync([Event("answered"), Event("open")], None);
        await Journal().AnswerAsync(received[0].Number, [], None);

        _time.Advance(TimeSpan.FromDays(8));
        var again = await Journal().ReceiveAsync([Event("answered"), Event("open")], None);

        again.Select(e => e.Event.Key).ShouldBe(["answered"]);
    }

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    private static ChatEvent Event(string key, string person = "7") => new(key, "chat", person, $"body {key}", $"about {key}");

    private ChatJournal Journal() => new(_state, "telegram", _time);

    private void Restart()
    {
        _state.Dispose();
        _state = Open();
    }

    private StateDatabase Open() => StateDatabase.Open(_folder.Path, _time, NullLogger<StateDatabase>.Instance);
}
