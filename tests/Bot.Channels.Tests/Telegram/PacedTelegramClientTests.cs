using System.Collections.Concurrent;
using Bot.Channels.Telegram;
using Bot.TestServers;

namespace Bot.Channels.Tests.Telegram;

public sealed class PacedTelegramClientTests
{
    private const long Person = 7001;
    private const long Group = -1001;

    private readonly SteppedTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly RecordingClient _inner;
    private readonly PacedTelegramClient _paced;

    public PacedTelegramClientTests()
    {
        _inner = new RecordingClient(_time);
        _paced = new PacedTelegramClient(_inner, _time);
    }

    [Fact]
    public async Task One_chat_gets_its_messages_in_order_a_few_at_once_and_then_one_a_second()
    {
        var sent = Enumerable.Range(0, 6).Select(i => Send(Person, $"{i}")).ToList();

        await FinishAsync(sent);

        _inner.Sent.Select(s => s.Text).ShouldBe(["0", "1", "2", "3", "4", "5"]);
        _inner.Sent.Select(s => s.Second).ShouldBe([0, 0, 0, 3, 3, 3]);
    }

    [Fact]
    public async Task Group_gets_no_more_than_twenty_messages_in_any_minute()
    {
        var sent = Enumerable.Range(0, 45).Select(i => Send(Group, $"{i}")).ToList();

        await FinishAsync(sent);

        var seconds = _inner.Sent.Select(s => s.Second).ToList();
        seconds.Zip(seconds.Skip(20)).ShouldAllBe(pair => pair.Second - pair.First >= 60);
        seconds[19].ShouldBe(18);
    }

    [Fact]
    public async Task All_chats_together_get_thirty_messages_a_second()
    {
        var sent = Enumerable.Range(1, 75).Select(i => Send(i, "a")).ToList();

        await FinishAsync(sent);

        _inner.Sent.CountBy(s => s.Second).Select(s => s.Value).ShouldBe([30, 30, 15]);
    }

    [Fact]
    public async Task No_more_than_eight_messages_are_under_way_at_once()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        foreach (var person in Enumerable.Range(1, 20))
            server.AddPerson(person);
        using var client = TelegramParts.ClientOf(server);
        var paced = new PacedTelegramClient(client, TimeProvider.System);
        var go = new TaskCompletionSource();
        var (underWay, counts) = (0, new ConcurrentQueue<int>());
        using var hold = server.Hold(async (_, _) =>
        {
            var count = Interlocked.Increment(ref underWay);
            counts.Enqueue(count);
            if (count == 8)
                go.TrySetResult();
            await go.Task;
            Interlocked.Decrement(ref underWay);
        });

        var sent = Enumerable.Range(1, 20).Select(i => paced.SendRequest(new SendMessageRequest { ChatId = i, Text = "a" }, default)).ToList();
        await Task.WhenAll(sent);

        counts.Max().ShouldBe(8);
        counts.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Chat_that_is_asked_to_wait_waits_and_loses_nothing_while_others_go_on()
    {
        _inner.Refusals.Enqueue(TimeSpan.FromSeconds(20));

        var first = Send(Person, "first");
        var second = Send(Person, "second");
        await Send(Person + 1, "other");
        await FinishAsync([first, second]);

        _inner.Sent.ShouldBe([("other", 0), ("first", 20), ("second", 20)]);
    }

    [Fact]
    public async Task Message_is_given_up_when_Telegram_never_stops_asking_to_wait()
    {
        for (var i = 0; i < PacedTelegramClient.MostAttempts; i++)
            _inner.Refusals.Enqueue(TimeSpan.FromSeconds(5));

        var sent = Should.ThrowAsync<TelegramException>(Send(Person, "a"));
        await FinishAsync([sent]);

        (await sent).Kind.ShouldBe(TelegramFailure.RateLimited);
        _inner.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_that_waits_can_be_cancelled_and_holds_up_nobody()
    {
        _inner.Refusals.Enqueue(TimeSpan.FromHours(1));
        using var cancelled = new CancellationTokenSource();

        var waiting = Should.ThrowAsync<OperationCanceledException>(
            _paced.SendRequest(new SendMessageRequest { ChatId = Person, Text = "late" }, cancelled.Token));
        await cancelled.CancelAsync();
        await waiting;
        var next = Send(Person, "next");
        _time.Advance(TimeSpan.FromHours(1));
        await next;

        _inner.Sent.ShouldBe([("next", 3600)]);
    }

    [Fact]
    public async Task Preview_is_left_out_rather_than_waiting_or_taking_the_room_of_messages()
    {
        await Send(Person, "1");
        await Send(Person, "2");

        var preview = await Should.ThrowAsync<TelegramException>(
            _paced.SendRequest(new SendMessageDraftRequest { ChatId = Person, DraftId = 1, Text = "so far" }, CancellationToken.None));
        await _paced.SendRequest(new SendChatActionRequest { ChatId = Person }, CancellationToken.None);
        await Send(Person, "3");

        preview.Kind.ShouldBe(TelegramFailure.RateLimited);
        _inner.Sent.Select(s => s.Text).ShouldBe(["1", "2", "sendChatAction", "3"]);
        _inner.Sent.ShouldAllBe(s => s.Second == 0);
    }

    private async Task Send(long chat, string text) =>
        await _paced.SendRequest(new SendMessageRequest { ChatId = chat, Text = text }, CancellationToken.None);

    /// <summary>Lets time pass, a second at a time, until all is sent.</summary>
    private async Task FinishAsync(IReadOnlyCollection<Task> sent)
    {
        var all = Task.WhenAll(sent);
        while (!all.IsCompleted)
        {
            await Task.WhenAny(all, _time.TimerAsync(TimeSpan.Zero, TimeSpan.MaxValue));
            if (!all.IsCompleted)
                _time.Advance(TimeSpan.FromSeconds(1));
        }
        await all;
    }

    /// <summary>Notes what would go to Telegram and when; refuses as told.</summary>
    private sealed class RecordingClient(SteppedTime time) : ITelegramBotClient
    {
        private readonly DateTimeOffset _start = time.GetUtcNow();

        public ConcurrentQueue<(string Text, int Second)> Sent { get; } = new();

        public ConcurrentQueue<TimeSpan> Refusals { get; } = new();

        public Task<TResponse> SendRequest<TResponse>(RequestBase<TResponse> request, CancellationToken cancellationToken)
        {
            if (Refusals.TryDequeue(out var wait))
                throw new TelegramException(TelegramFailure.RateLimited, "", "") { RetryAfter = wait };
            Sent.Enqueue(((request as SendMessageRequest)?.Text ?? request.MethodName, (int)(time.GetUtcNow() - _start).TotalSeconds));
            return Task.FromResult<TResponse>(default!); // nobody looks at it
        }
    }
}
