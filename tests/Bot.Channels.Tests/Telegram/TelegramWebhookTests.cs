using System.Net;
using System.Text;
using Bot.Channels.Telegram;
using Bot.TestServers;
using Microsoft.AspNetCore.Builder;

namespace Bot.Channels.Tests.Telegram;

/// <summary>Telegram calls the bot: nothing is taken from anybody else, and what is taken is answered once.</summary>
public sealed class TelegramWebhookTests
{
    private const long Wang = 7;
    private const string Secret = "s3cret-of_tests";

    [Fact]
    public async Task Question_that_Telegram_delivers_is_stored_acknowledged_and_then_answered()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        var pause = new TaskCompletionSource();
        await using var hooked = await HookedAsync(server, b => b.Answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = pause.Task });

        server.Say(Wang, Wang, "研发经费？");
        await server.UntilAsync(() => server.PendingUpdates == 0);
        var before = chat.OfBot.Count();
        pause.SetResult();
        await server.UntilAsync(() => chat.OfBot.Any());

        before.ShouldBe(0);
        chat.OfBot.ShouldHaveSingleItem().Text.ShouldContain("62.4亿元");
        server.Calls.ShouldNotContain(c => c.Method == "getUpdates");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s3cret-of_test")]
    public async Task Caller_without_the_secret_is_refused_and_nothing_is_stored(string? secret)
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        await using var hooked = await HookedAsync(server);

        var refused = await hooked.PostAsync(Update(1, "假的"), secret);
        var taken = await hooked.PostAsync(Update(1, "真的"), Secret);
        await server.UntilAsync(() => chat.OfBot.Any());

        refused.ShouldBe(HttpStatusCode.Unauthorized);
        taken.ShouldBe(HttpStatusCode.OK);
        hooked.Bot.Asked.ShouldBe(["真的"]);
    }

    [Fact]
    public async Task Update_delivered_twice_with_a_restart_in_between_is_answered_once()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Wang);
        var pause = new TaskCompletionSource();
        await using var hooked = await HookedAsync(server, b => b.Answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = pause.Task });

        (await hooked.PostAsync(Update(1, "一"), Secret)).ShouldBe(HttpStatusCode.OK);
        await hooked.Bot.StopAsync();
        (await hooked.PostAsync(Update(2, "二"), Secret)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        pause.SetResult();
        await hooked.StartAsync();
        await hooked.PostAsync(Update(1, "一"), Secret);
        await hooked.PostAsync(Update(2, "二"), Secret);
        await server.UntilAsync(() => chat.OfBot.Count() == 2);
        await hooked.PostAsync(Update(2, "二"), Secret);
        await hooked.PostAsync(Update(3, "三"), Secret);
        await server.UntilAsync(() => chat.OfBot.Count() == 3);

        chat.OfBot.Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("{\"update_id\":\"one\"}")]
    public async Task Body_that_is_no_update_is_refused(string body)
    {
        await using var server = await LoopbackTelegram.StartAsync();
        await using var hooked = await HookedAsync(server);

        (await hooked.PostAsync(body, Secret)).ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string Update(int id, string text) =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":{{{id}}},"date":0,"chat":{"id":{{{Wang}}},"type":"private"},"from":{"id":{{{Wang}}},"is_bot":false,"first_name":"王"},"text":"{{{text}}}"}}""";

    private static async Task<HookedBot> HookedAsync(LoopbackTelegram server, Action<TelegramBot>? with = null)
    {
        var hooked = new HookedBot(new TelegramBot(server));
        with?.Invoke(hooked.Bot);
        await hooked.StartAsync();
        return hooked;
    }

    /// <summary>The bot behind an address of its own.</summary>
    private sealed class HookedBot(TelegramBot bot) : IAsyncDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
        private WebApplication? _site;

        public TelegramBot Bot { get; } = bot;

        /// <summary>Starts it, and waits until Telegram knows its address.</summary>
        public async Task StartAsync()
        {
            _site ??= await TelegramParts.SiteAsync(Bot.ReceiveAsync);
            var known = Bot.Server.Calls.Count(c => c.Method == "setWebhook");
            (Bot.Settings.Webhook.Url, Bot.Settings.Webhook.SecretToken) = (_site.Urls.Single() + TelegramWebhookOptions.Path, Secret);
            await Bot.StartAsync();
            await Bot.Server.UntilAsync(() => Bot.Server.Calls.Count(c => c.Method == "setWebhook" && c.IsAnswered) > known);
        }

        public async Task<HttpStatusCode> PostAsync(string body, string? secret)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Bot.Settings.Webhook.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (secret is not null)
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
            using var response = await _http.SendAsync(request);
            return response.StatusCode;
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await Bot.DisposeAsync();
            await _site!.DisposeAsync(); // it was started
        }
    }
}
