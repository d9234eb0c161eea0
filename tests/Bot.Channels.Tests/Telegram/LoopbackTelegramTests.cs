using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bot.Channels.Telegram;
using Bot.TestServers;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels.Tests.Telegram;

/// <summary>The server that other tests rely on is as strict as Telegram.</summary>
public sealed class LoopbackTelegramTests
{
    private const long Person = 7001;

    [Theory]
    [InlineData("<div>a</div>", "can't parse entities: Unsupported start tag \"div\" at byte offset 0")]
    [InlineData("高企<b>416", "can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("高企</b>", "can't parse entities: Unexpected end tag at byte offset 6")]
    [InlineData("<b>高企</i>", "can't parse entities: Unmatched end tag at byte offset 9, expected \"</b>\", found \"</i>\"")]
    [InlineData("1 < 2", "can't parse entities: Unsupported start tag \"\" at byte offset 2")]
    [InlineData("a<b", "can't parse entities: Unclosed start tag at byte offset 1")]
    [InlineData("<span class=\"x\">a</span>", "can't parse entities: Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<b> </b>", "message text is empty")]
    [InlineData("", "message text is empty")]
    public async Task Markup_is_refused_in_Telegrams_words(string html, string problem) =>
        (await RefusedAsync(new SendMessageRequest { ChatId = Person, Text = html, ParseMode = "HTML" })).ShouldBe($"Bad Request: {problem}");

    [Theory]
    [InlineData("&lt;b&gt; &amp;nbsp; &#20013;&#x6587; & &nbsp;", "<b> &nbsp; 中文 & &nbsp;")]
    [InlineData("<blockquote expandable><b>一</b>\n二</blockquote>", "一\n二")]
    [InlineData("<a href=\"https://a.cn/?a=1&amp;b\">链接</a><pre><code class=\"language-c\">x</code></pre>", "链接x")]
    public void Markup_is_read_as_Telegram_reads_it(string html, string visible) => LoopbackTelegram.Visible(html).ShouldBe(visible);

    [Fact]
    public async Task Length_is_counted_in_UTF16_after_the_markup_is_parsed()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Person);
        using var client = TelegramParts.ClientOf(server);

        await client.SendRequest(new SendMessageRequest { ChatId = Person, Text = "<b>" + new string('字', 4094) + "😀</b>", ParseMode = "HTML" }, CancellationToken.None);
        (await RefusedAsync(new SendMessageRequest { ChatId = Person, Text = new string('字', 4095) + "😀" })).ShouldBe("Bad Request: message is too long");
        (await RefusedAsync(new SendMessageRequest { ChatId = Person, Text = string.Concat(Enumerable.Repeat("<b>字</b>", 4000)), ParseMode = "HTML" }))
            .ShouldBe("Bad Request: message is too long");
    }

    [Fact]
    public async Task Buttons_are_held_to_64_bytes_and_public_addresses()
    {
        (await RefusedAsync(With(new("a", CallbackData: new string('字', 22))))).ShouldBe("Bad Request: BUTTON_DATA_INVALID");
        (await RefusedAsync(With(new("a", Url: "http://localhost/")))).ShouldContain("Wrong HTTP URL");
        (await RefusedAsync(With(new("a")))).ShouldContain("Text buttons are unallowed");

        static SendMessageRequest With(InlineKeyboardButton button) => new() { ChatId = Person, Text = "a", ReplyMarkup = new([[button]]) };
    }

    [Fact]
    public async Task Edit_that_changes_nothing_and_one_of_another_persons_message_are_refused()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Person);
        var theirs = server.Say(Person, Person, "问");
        using var client = TelegramParts.ClientOf(server);
        var mine = await client.SendRequest(new SendMessageRequest { ChatId = Person, Text = "答" }, CancellationToken.None);

        var same = await Should.ThrowAsync<TelegramException>(
            client.SendRequest(new EditMessageTextRequest { ChatId = Person, MessageId = mine.MessageId, Text = "<b></b>答", ParseMode = "HTML" }, CancellationToken.None));
        var foreign = await Should.ThrowAsync<TelegramException>(
            client.SendRequest(new EditMessageTextRequest { ChatId = Person, MessageId = theirs.Id, Text = "改" }, CancellationToken.None));

        same.Kind.ShouldBe(TelegramFailure.NotModified);
        foreign.Kind.ShouldBe(TelegramFailure.EditTargetMissing);
    }

    [Fact]
    public async Task Field_that_nobody_knows_is_refused()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Person);
        using var http = new HttpClient();

        using var response = await http.PostAsync(
            new Uri($"{server.Url}/bot{LoopbackTelegram.Token}/sendMessage"),
            new StringContent("""{"chat_id":7001,"text":"a","disable_web_page_preview":true}""", System.Text.Encoding.UTF8, "application/json"));

        (await response.Content.ReadAsStringAsync()).ShouldContain("disable_web_page_preview");
        server.Calls.ShouldHaveSingleItem().Code.ShouldBe(400);
    }

    [Fact]
    public async Task Query_is_too_old_after_its_time()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        server.AddPerson(Person);
        using var client = TelegramParts.ClientOf(server);
        var sent = await client.SendRequest(new SendMessageRequest { ChatId = Person, Text = "答", ReplyMarkup = new([[new("👍", CallbackData: "u:1")]]) }, CancellationToken.None);
        var (early, late) = (server.Press(Person, Person, sent.MessageId, "👍"), server.Press(Person, Person, sent.MessageId, "u:1"));

        await client.SendRequest(new AnswerCallbackQueryRequest { CallbackQueryId = early, Text = "谢谢" }, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(151));
        var failure = await Should.ThrowAsync<TelegramException>(client.SendRequest(new AnswerCallbackQueryRequest { CallbackQueryId = late }, CancellationToken.None));

        server.CallbackAnswer(early).ShouldBe("谢谢");
        failure.Kind.ShouldBe(TelegramFailure.QueryExpired);
        server.PendingUpdates.ShouldBe(2);
        (await client.SendRequest(new GetUpdatesRequest(), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Group_that_writes_more_than_twenty_times_a_minute_is_flooded()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        server.EnforcesPace = true;
        server.AddChat(-1001);
        using var client = TelegramParts.ClientOf(server);

        for (var i = 0; i < 20; i++)
            await client.SendRequest(new SendMessageRequest { ChatId = -1001, Text = "a" }, CancellationToken.None);
        var failure = await Should.ThrowAsync<TelegramException>(client.SendRequest(new SendMessageRequest { ChatId = -1001, Text = "a" }, CancellationToken.None));

        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Webhook_gets_each_update_with_the_secret_and_again_until_it_takes_it()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await LoopbackTelegram.StartAsync(time);
        server.AddPerson(Person);
        var posts = Channel.CreateUnbounded<(string Secret, string Text)>();
        var answers = new Queue<int>([500, 429, 200, 200]);
        await using var bot = await TelegramParts.SiteAsync(async context =>
        {
            var json = await JsonNode.ParseAsync(context.Request.Body);
            context.Response.StatusCode = answers.Dequeue();
            context.Response.Headers.RetryAfter = context.Response.StatusCode == 429 ? "7" : default;
            await posts.Writer.WriteAsync((context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString(), (string)json!["message"]!["text"]!));
        });
        using var client = TelegramParts.ClientOf(server);
        await client.SendRequest(new SetWebhookRequest { Url = $"{bot.Urls.Single()}/telegram/webhook", SecretToken = "s-e_cret" }, CancellationToken.None);

        server.Say(Person, Person, "一");
        server.Say(Person, Person, "二");
        await time.TimerAsync(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(1));
        await time.TimerAsync(TimeSpan.FromSeconds(7));
        time.Advance(TimeSpan.FromSeconds(7));
        await server.UntilAsync(() => server.WebhookAttempts == 4);
        var poll = await Should.ThrowAsync<TelegramException>(client.SendRequest(new GetUpdatesRequest(), CancellationToken.None));

        posts.Writer.Complete();
        (await posts.Reader.ReadAllAsync().ToListAsync()).ShouldBe([("s-e_cret", "一"), ("s-e_cret", "一"), ("s-e_cret", "一"), ("s-e_cret", "二")]);
        server.PendingUpdates.ShouldBe(0);
        poll.Kind.ShouldBe(TelegramFailure.WebhookActive);
    }

    [Fact]
    public async Task People_write_in_groups_topics_and_channels_as_Telegram_tells_it()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddChat(-1001, topics: 42);
        server.AddChat(-1002, "channel", "公告");
        using var client = TelegramParts.ClientOf(server);

        server.Say(-1001, Person, "请@policy_report_bot查一下", thread: 42);
        server.Say(-1002, null, "新报告");
        server.ChangeMembership(-1001, Person, "kicked");
        server.Migrate(-1002, -1003);
        var updates = await client.SendRequest(new GetUpdatesRequest(), CancellationToken.None);

        updates[0].Message.ShouldNotBeNull().ShouldSatisfyAllConditions(
            m => m.Entities.ShouldBe([new MessageEntity("mention", 1, 18)]), m => m.MessageThreadId.ShouldBe(42), m => m.Chat.IsForum.ShouldBe(true));
        updates[1].ChannelPost.ShouldNotBeNull().ShouldSatisfyAllConditions(m => m.From.ShouldBeNull(), m => m.SenderChat.ShouldNotBeNull());
        updates[2].MyChatMember.ShouldNotBeNull().NewChatMember.Status.ShouldBe("kicked");
        updates[3].Message.ShouldNotBeNull().MigrateToChatId.ShouldBe(-1003);
        (await Should.ThrowAsync<TelegramException>(client.SendRequest(new SendMessageRequest { ChatId = -1001, Text = "a" }, CancellationToken.None)))
            .Kind.ShouldBe(TelegramFailure.Kicked);
    }

    private static async Task<string> RefusedAsync<T>(RequestBase<T> request)
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddPerson(Person);
        using var client = TelegramParts.ClientOf(server);
        return (await Should.ThrowAsync<TelegramException>(client.SendRequest(request, CancellationToken.None))).Description;
    }
}
