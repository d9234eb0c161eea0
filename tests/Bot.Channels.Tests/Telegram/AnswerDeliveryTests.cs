using System.Runtime.CompilerServices;
using Bot.Answers;
using Bot.Channels.Telegram;
using Bot.TestServers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Channels.Tests.Telegram;

public sealed class AnswerDeliveryTests : IAsyncLifetime, IDisposable
{
    private const long Person = 7001;
    private const long Forum = -1001;
    private static readonly TimeSpan Patience = StreamedAnswer.Patience;

    private static readonly RenderedAnswer Long = new(
        [new("<b>一</b>", "一"), new("二", "二"), new("三", "三")], new([[new("👍", CallbackData: "u:1"), new("网页", Url: "http://localhost/p")]]), IsCutShort: false);

    private readonly SteppedTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly List<(int Index, long Message)> _kept = [];
    private LoopbackTelegram _server = null!; // set before each test
    private TelegramClient _client = null!; // likewise

    public async Task InitializeAsync()
    {
        _server = await LoopbackTelegram.StartAsync();
        _client = TelegramParts.ClientOf(_server);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Messages_come_in_order_the_first_as_a_reply_the_last_with_the_buttons()
    {
        var chat = _server.AddChat(Forum, topics: 42);
        var question = _server.Say(Forum, Person, "@policy_report_bot 高企", thread: 42);

        await DeliverAsync(Long with { Keyboard = new([[new("👍", CallbackData: "u:1")]]) }, new(Forum, false, 42, question.Id));

        chat.OfBot.Select(m => (m.Text, m.Thread, m.ReplyTo, m.Buttons.Length)).ShouldBe([("一", 42, question.Id, 0), ("二", 42, null, 0), ("三", 42, null, 1)]);
        _kept.ShouldBe(chat.OfBot.Select((m, i) => (i, m.Id)));
    }

    [Fact]
    public async Task Answer_goes_on_where_it_was_interrupted()
    {
        var chat = _server.AddPerson(Person);

        await DeliverAsync(Long, new(Person, true), from: 1);

        chat.OfBot.Select(m => m.Text).ShouldBe(["二", "三"]);
        _kept.Select(k => k.Index).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Refused_markup_means_plain_text_and_a_refused_link_means_the_other_buttons()
    {
        var chat = _server.AddPerson(Person);
        var broken = Long with { Messages = [new("<b>一", "一 <纯文本>")] };

        await DeliverAsync(broken, new(Person, true));

        var message = chat.OfBot.ShouldHaveSingleItem();
        message.Text.ShouldBe("一 <纯文本>");
        message.Buttons.ShouldBe([("👍", "u:1")]);
    }

    [Fact]
    public async Task Topic_that_is_gone_is_left_out_and_General_is_never_named()
    {
        var chat = _server.AddChat(Forum, topics: 42);

        await DeliverAsync(Long, new(Forum, false, ThreadId: 43));
        await DeliverAsync(Long, new(Forum, false, ThreadId: 1));

        chat.OfBot.Count().ShouldBe(6);
        _server.Calls.ShouldNotContain(call => call.Number("message_thread_id") == 1);
    }

    [Fact]
    public async Task Answer_takes_the_place_of_an_earlier_message_as_long_as_that_is_there()
    {
        var chat = _server.AddPerson(Person);
        await DeliverAsync(Long, new(Person, true));
        var old = chat.OfBot.First().Id;

        await DeliverAsync(new([new("新", "新")], null, false), new(Person, true), replace: old);
        await DeliverAsync(new([new("新", "新")], null, false), new(Person, true), replace: old);
        await DeliverAsync(new([new("更新", "更新")], null, false), new(Person, true), replace: 999);

        chat.OfBot.Select(m => m.Text).ShouldBe(["新", "二", "三", "更新"]);
        chat.OfBot.First().Earlier.ShouldBe(["一"]);
    }

    [Fact]
    public async Task Lost_answer_is_not_followed_by_a_second_message()
    {
        var chat = _server.AddPerson(Person);
        using var loss = _server.Refuse("sendMessage", TelegramRefusal.LostAnswer);

        var failure = await Should.ThrowAsync<TelegramException>(DeliverAsync(Long, new(Person, true)));

        failure.IsUncertain.ShouldBeTrue();
        chat.OfBot.ShouldHaveSingleItem();
        _kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task Private_answer_is_drafted_while_it_is_made_and_leaves_no_preview()
    {
        var chat = _server.AddPerson(Person);
        var (stream, pieces) = (new SlowAnswer(), PrivatePreview());

        var reading = new StreamedAnswer(_time).ReadAsync(stream.Parts(), pieces, CancellationToken.None);
        await stream.SayAsync("研发费用139.69亿元[1]");
        await ElapseAsync(Patience);
        await _server.UntilAsync(() => chat.Drafts.Length == 1);
        await stream.SayAsync("，增长45.8%");
        await ElapseAsync(pieces.Interval);
        await _server.UntilAsync(() => chat.Drafts.Length == 2);
        var answer = await stream.EndAsync(reading);

        chat.Drafts.ShouldBe(["研发费用139.69亿元[1] …", "研发费用139.69亿元[1]，增长45.8% …"]);
        answer.ShouldBe(SampleAnswers.Figure);
        (chat.OfBot.Any(), pieces.Placeholder).ShouldBe((false, null));
    }

    [Fact]
    public async Task Draft_is_renewed_before_it_fades()
    {
        var chat = _server.AddPerson(Person);
        var (stream, preview) = (new SlowAnswer(), PrivatePreview());

        var reading = new StreamedAnswer(_time).ReadAsync(stream.Parts(), preview, CancellationToken.None);
        await stream.SayAsync("想一想");
        await ElapseAsync(Patience);
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromSeconds(30); waited += preview.Interval)
            await ElapseAsync(preview.Interval);
        await stream.EndAsync(reading);

        _server.Calls.Count(call => call.Method == "sendMessageDraft").ShouldBe(2);
    }

    [Fact]
    public async Task Server_without_drafts_gets_one_message_that_is_edited_and_the_answer_takes_its_place()
    {
        var chat = _server.AddPerson(Person);
        _server.TakesDrafts = false;
        var (stream, preview) = (new SlowAnswer(), PrivatePreview());

        var reading = new StreamedAnswer(_time).ReadAsync(stream.Parts(), preview, CancellationToken.None);
        await stream.SayAsync("一");
        await ElapseAsync(Patience);
        await _server.UntilAsync(() => chat.OfBot.Any());
        await stream.SayAsync("二");
        await ElapseAsync(preview.Interval);
        await _server.UntilAsync(() => chat.OfBot.First().Earlier.Length == 1);
        await stream.EndAsync(reading);
        await DeliverAsync(new([new("答", "答")], null, false), new(Person, true), preview.Placeholder);

        var message = chat.OfBot.ShouldHaveSingleItem();
        (message.Text, string.Join('|', message.Earlier)).ShouldBe(("答", "一 …|一二 …"));
        _kept.ShouldBe([(-1, message.Id), (0, message.Id)]);
    }

    [Fact]
    public async Task Preview_whose_fate_is_unknown_is_not_sent_a_second_time()
    {
        var chat = _server.AddChat(Forum);
        var preview = new EditPreview(_client, new(Forum, false), KeepAsync, NullLogger.Instance);
        using var loss = _server.Refuse("sendMessage", TelegramRefusal.LostAnswer);

        await preview.ShowAsync("一", CancellationToken.None);
        await preview.ShowAsync("一二", CancellationToken.None);

        chat.OfBot.ShouldHaveSingleItem();
        preview.Placeholder.ShouldBeNull();
    }

    [Fact]
    public async Task Answer_that_comes_at_once_shows_no_preview()
    {
        var chat = _server.AddPerson(Person);

        var answer = await new StreamedAnswer(_time).ReadAsync(
            new ScriptedAnswerer(SampleAnswers.List).StreamAsync(new("哪些"), CancellationToken.None), PrivatePreview(), CancellationToken.None);

        answer.ShouldBe(SampleAnswers.List);
        _server.Calls.ShouldBeEmpty();
        chat.Drafts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Typing_is_shown_again_before_it_fades_until_the_answer_is_there()
    {
        _server.AddPerson(Person);

        await using (TypingSign.Begin(_client, new(Person, true), _time, CancellationToken.None))
        {
            await ElapseAsync(TimeSpan.FromSeconds(4.5));
            await _server.UntilAsync(() => _server.Calls.Count(call => call.IsAnswered) == 2);
        }
        _time.Advance(TimeSpan.FromMinutes(1));

        _server.Calls.Select(call => call.Method).ShouldBe(["sendChatAction", "sendChatAction"]);
    }

    private DraftPreview PrivatePreview() =>
        new(_client, new(Person, true), draft: 5, new EditPreview(_client, new(Person, true), KeepAsync, NullLogger.Instance));

    private Task KeepAsync(long message, CancellationToken cancellationToken)
    {
        _kept.Add((-1, message));
        return Task.CompletedTask;
    }

    private async Task ElapseAsync(TimeSpan time)
    {
        await _time.TimerAsync(time);
        _time.Advance(time);
    }

    private Task DeliverAsync(RenderedAnswer answer, MessageTarget target, long? replace = null, int from = 0) =>
        new AnswerDelivery(_client, NullLogger<AnswerDelivery>.Instance).DeliverAsync(
            answer,
            target,
            replace,
            from,
            (index, message, _) =>
            {
                _kept.Add((index, message));
                return Task.CompletedTask;
            },
            CancellationToken.None);

    /// <summary>An answer whose pieces come when the test says them.</summary>
    private sealed class SlowAnswer
    {
        private readonly System.Threading.Channels.Channel<(AnswerPart Part, TaskCompletionSource Taken)> _parts =
            System.Threading.Channels.Channel.CreateUnbounded<(AnswerPart, TaskCompletionSource)>();

        public async IAsyncEnumerable<AnswerPart> Parts([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var (part, taken) in _parts.Reader.ReadAllAsync(cancellationToken))
            {
                yield return part;
                // The reader is back for more: it has taken this one in.
                taken.SetResult();
            }
        }

        public async Task SayAsync(string piece)
        {
            var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await _parts.Writer.WriteAsync((new AnswerPart.Piece(piece), taken));
            await taken.Task;
        }

        public async Task<Answer> EndAsync(Task<Answer> reading)
        {
            await _parts.Writer.WriteAsync((new AnswerPart.Whole(SampleAnswers.Figure), new TaskCompletionSource()));
            _parts.Writer.Complete();
            return await reading;
        }
    }
}
