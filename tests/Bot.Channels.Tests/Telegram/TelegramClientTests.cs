using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Channels.Telegram;
using Bot.TestServers;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels.Tests.Telegram;

public sealed class TelegramClientTests
{
    private const long Person = 7001;

    [Fact]
    public async Task Message_arrives_with_its_markup_buttons_and_the_message_that_it_answers()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Person);
        var question = server.Say(Person, Person, "研发费用是多少？");
        using var client = TelegramParts.ClientOf(server);

        var sent = await client.SendRequest(
            new SendMessageRequest
            {
                ChatId = Person,
                Text = "研发费用<b>139.69亿元</b>[1] &lt;1-11月&gt;",
                ParseMode = "HTML",
                ReplyParameters = new(question.Id),
                ReplyMarkup = new([[new("👍", CallbackData: "u:1")]]),
            },
            CancellationToken.None);

        var message = chat.OfBot.ShouldHaveSingleItem();
        message.Id.ShouldBe(sent.MessageId);
        message.Text.ShouldBe("研发费用139.69亿元[1] <1-11月>");
        message.Marked(message.Entities.ShouldHaveSingleItem()).ShouldBe("139.69亿元");
        message.ReplyTo.ShouldBe(question.Id);
        message.Buttons.ShouldBe([("👍", "u:1")]);
    }

    [Fact]
    public async Task Updates_are_given_out_again_until_a_higher_offset_confirms_them()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        server.AddPerson(Person);
        server.Say(Person, Person, "第一问");
        server.Say(Person, Person, "/help");
        using var client = TelegramParts.ClientOf(server);

        var first = await client.SendRequest(new GetUpdatesRequest(), CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(1));
        var again = await client.SendRequest(new GetUpdatesRequest(), CancellationToken.None);
        var rest = await client.SendRequest(new GetUpdatesRequest { Offset = first[0].UpdateId + 1 }, CancellationToken.None);

        again.Select(u => u.UpdateId).ShouldBe(first.Select(u => u.UpdateId));
        rest.ShouldHaveSingleItem().Message.ShouldNotBeNull().Entities.ShouldHaveSingleItem().ShouldBe(new MessageEntity("bot_command", 0, 5));
        server.PendingUpdates.ShouldBe(1);
    }

    [Fact]
    public async Task Update_that_cannot_be_understood_keeps_its_id_and_spoils_no_other()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Person);
        var strange = server.Happen("message", new JsonObject { ["message_id"] = "not a number" });
        var unknown = server.Happen("something_new", new JsonObject { ["x"] = 1 });
        server.Say(Person, Person, "你好");
        using var client = TelegramParts.ClientOf(server);

        var updates = await client.SendRequest(new GetUpdatesRequest(), CancellationToken.None);

        updates.Select(u => u.UpdateId).ShouldBe([strange, unknown, unknown + 1]);
        updates[0].ShouldBe(new Update { UpdateId = strange });
        updates[1].ShouldBe(new Update { UpdateId = unknown });
        updates[2].Message!.Text.ShouldBe("你好");
    }

    [Fact]
    public async Task Long_poll_returns_as_soon_as_somebody_writes()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Person);
        var polling = new TaskCompletionSource();
        using var watch = server.Hold((_, _) => Task.FromResult(polling.TrySetResult()));
        using var client = TelegramParts.ClientOf(server);

        var poll = client.SendRequest(new GetUpdatesRequest { Timeout = 50 }, CancellationToken.None);
        await polling.Task;
        server.Say(Person, Person, "在吗");
        var updates = await poll;

        updates.ShouldHaveSingleItem().Message!.Text.ShouldBe("在吗");
    }

    [Fact]
    public async Task Second_poller_ends_the_first_with_a_conflict()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var polling = new TaskCompletionSource();
        using var watch = server.Hold((_, _) => Task.FromResult(polling.TrySetResult()));
        using var client = TelegramParts.ClientOf(server);

        var first = Should.ThrowAsync<TelegramException>(client.SendRequest(new GetUpdatesRequest { Timeout = 50 }, CancellationToken.None));
        await polling.Task;
        while (!first.IsCompleted)
            await client.SendRequest(new GetUpdatesRequest(), CancellationToken.None);

        (await first).Kind.ShouldBe(TelegramFailure.OtherInstance);
    }

    public static TheoryData<int, string, string> Refusals => new()
    {
        { 401, "Unauthorized", nameof(TelegramFailure.WrongToken) },
        { 404, "Not Found", nameof(TelegramFailure.WrongToken) },
        { 404, "Not Found: method not found", nameof(TelegramFailure.UnknownMethod) },
        { 409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", nameof(TelegramFailure.WebhookActive) },
        { 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", nameof(TelegramFailure.OtherInstance) },
        { 409, "Conflict: terminated by setWebhook request", nameof(TelegramFailure.ReplacedByWebhook) },
        { 403, "Forbidden: bot was blocked by the user", nameof(TelegramFailure.Blocked) },
        { 403, "Forbidden: user is deactivated", nameof(TelegramFailure.Deactivated) },
        { 403, "Forbidden: bot was kicked from the supergroup chat", nameof(TelegramFailure.Kicked) },
        { 403, "Forbidden: bot is not a member of the channel chat", nameof(TelegramFailure.Kicked) },
        { 403, "Forbidden: not enough rights to send text messages to the chat", nameof(TelegramFailure.Forbidden) },
        { 400, "Bad Request: message is not modified: specified new message content …", nameof(TelegramFailure.NotModified) },
        { 400, "Bad Request: message to edit not found", nameof(TelegramFailure.EditTargetMissing) },
        { 400, "Bad Request: message to be replied not found", nameof(TelegramFailure.ReplyTargetMissing) },
        { 400, "Bad Request: message thread not found", nameof(TelegramFailure.ThreadMissing) },
        { 400, "Bad Request: chat not found", nameof(TelegramFailure.ChatMissing) },
        { 400, "Bad Request: query is too old and response timeout expired or query ID is invalid", nameof(TelegramFailure.QueryExpired) },
        { 400, "Bad Request: message text is empty", nameof(TelegramFailure.TextEmpty) },
        { 400, "Bad Request: message is too long", nameof(TelegramFailure.TextTooLong) },
        { 400, "Bad Request: message caption is too long", nameof(TelegramFailure.TextTooLong) },
        { 400, "Bad Request: can't parse entities: Unsupported start tag \"div\" at byte offset 0", nameof(TelegramFailure.CannotParse) },
        { 400, "Bad Request: something else", nameof(TelegramFailure.Invalid) },
        { 502, "Bad Gateway", nameof(TelegramFailure.ServerFault) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Refusal_is_told_apart_by_its_code_and_words(int code, string description, string kind)
    {
        await using var server = await LoopbackTelegram.StartAsync();
        using var fault = server.Refuse("getMe", new TelegramRefusal(code, description));
        using var client = TelegramParts.ClientOf(server);

        var failure = await Should.ThrowAsync<TelegramException>(client.SendRequest(new GetMeRequest(), CancellationToken.None));

        failure.Kind.ToString().ShouldBe(kind);
        failure.Description.ShouldBe(description);
    }

    [Fact]
    public async Task Refusal_carries_how_long_to_wait_and_where_a_group_went()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddChat(-5, "group");
        server.Migrate(-5, -1005);
        server.AddPerson(Person);
        server.Flood(Person, TimeSpan.FromSeconds(7));
        using var client = TelegramParts.ClientOf(server);

        var flooded = await Should.ThrowAsync<TelegramException>(client.SendRequest(new SendMessageRequest { ChatId = Person, Text = "a" }, CancellationToken.None));
        var moved = await Should.ThrowAsync<TelegramException>(client.SendRequest(new SendMessageRequest { ChatId = -5, Text = "a" }, CancellationToken.None));

        flooded.ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(TelegramFailure.RateLimited), f => f.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7)));
        moved.ShouldSatisfyAllConditions(m => m.Kind.ShouldBe(TelegramFailure.Migrated), m => m.MigrateToChatId.ShouldBe(-1005));
    }

    [Fact]
    public async Task Lost_answer_is_told_from_a_server_that_is_not_there()
    {
        var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Person);
        using var client = TelegramParts.ClientOf(server);
        using (server.Refuse("sendMessage", TelegramRefusal.LostAnswer))
        {
            var lost = await Should.ThrowAsync<TelegramException>(client.SendRequest(new SendMessageRequest { ChatId = Person, Text = "a" }, CancellationToken.None));
            lost.ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(TelegramFailure.ConnectionLost), f => f.IsUncertain.ShouldBeTrue());
            chat.OfBot.ShouldHaveSingleItem();
        }

        await server.DisposeAsync();
        var down = await Should.ThrowAsync<TelegramException>(client.SendRequest(new GetMeRequest(), CancellationToken.None));

        down.ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(TelegramFailure.Unreachable), f => f.IsUncertain.ShouldBeFalse());
    }

    [Fact]
    public async Task Call_times_out_by_the_clock_and_a_poll_only_after_its_own_wait()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch);
        await using var server = await LoopbackTelegram.StartAsync();
        using var hold = server.Hold((_, aborted) => Task.Delay(Timeout.Infinite, aborted));
        using var client = TelegramParts.ClientOf(server, time);

        var poll = Should.ThrowAsync<TelegramException>(client.SendRequest(new GetUpdatesRequest { Timeout = 50 }, CancellationToken.None));
        await time.TimerAsync(TimeSpan.FromSeconds(80));
        var call = Should.ThrowAsync<TelegramException>(client.SendRequest(new GetMeRequest(), CancellationToken.None));
        await time.TimerAsync(TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(30));
        (await call).Kind.ShouldBe(TelegramFailure.TimedOut);
        poll.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(50));

        (await poll).IsUncertain.ShouldBeTrue();
    }

    [Fact]
    public async Task Cancellation_is_a_cancellation_and_no_failure()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        using var client = TelegramParts.ClientOf(server);
        using var cancelled = new CancellationTokenSource();
        using var hold = server.Hold(async (_, aborted) =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(Timeout.Infinite, aborted);
        });

        await Should.ThrowAsync<OperationCanceledException>(client.SendRequest(new GetMeRequest(), cancelled.Token));
    }

    [Theory]
    [InlineData(200, "<html>welcome to the hotel's network</html>", nameof(TelegramFailure.BadAnswer))]
    [InlineData(200, "{\"ok\":true}", nameof(TelegramFailure.BadAnswer))]
    [InlineData(502, "<html>nginx</html>", nameof(TelegramFailure.ServerFault))]
    [InlineData(302, "", nameof(TelegramFailure.BadAnswer))]
    public async Task Answer_that_is_not_the_Bot_APIs_is_a_failure_of_its_own(int status, string body, string kind)
    {
        await using var server = await TelegramParts.SiteAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "http://127.0.0.1:1/";
            await context.Response.WriteAsync(body);
        });
        using var client = TelegramParts.ClientAt(server.Urls.Single());

        var failure = await Should.ThrowAsync<TelegramException>(client.SendRequest(new GetMeRequest(), CancellationToken.None));

        failure.Kind.ToString().ShouldBe(kind);
    }

    [Fact]
    public async Task Token_stands_in_no_exception_even_when_the_server_repeats_it()
    {
        await using var server = await TelegramParts.SiteAsync(context => context.Response.WriteAsJsonAsync(
            new { ok = false, error_code = 400, description = $"Bad Request: no such path {context.Request.Path}" }));
        var activities = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("System.Net.Http", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => { lock (activities) activities.Add(activity); },
        };
        ActivitySource.AddActivityListener(listener);
        using var client = TelegramParts.ClientAt(server.Urls.Single());

        var repeated = await Should.ThrowAsync<TelegramException>(client.SendRequest(new GetMeRequest(), CancellationToken.None));
        await server.DisposeAsync();
        var unreachable = await Should.ThrowAsync<TelegramException>(client.SendRequest(new GetMeRequest(), CancellationToken.None));

        repeated.ToString().ShouldNotContain("AAloopback");
        unreachable.ToString().ShouldNotContain("AAloopback");
        lock (activities)
            activities.ShouldAllBe(activity => !activity.TagObjects.Any(tag => $"{tag.Value}".Contains("AAloopback")));
    }
}
