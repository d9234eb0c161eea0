using System.Net;

namespace Bot.Channels.Tests;

public sealed class HealthEndpointTests
{
    [Fact]
    public async Task Health_is_ok_as_soon_as_the_server_answers()
    {
        await using var bot = await BotServer.StartAsync();

        string health = await bot.Client.GetStringAsync(new Uri("/healthz", UriKind.Relative));

        health.ShouldBe("ok");
    }

    [Fact]
    public async Task Readiness_tells_how_far_the_reading_is_until_it_is_done()
    {
        await using var bot = await BotServer.StartAsync();
        bot.Readiness.Advance(3, 5);

        using var before = await bot.Client.GetAsync(new Uri("/readyz", UriKind.Relative));
        bot.Readiness.Advance(5, 5);
        bot.Readiness.MarkReady();
        using var after = await bot.Client.GetAsync(new Uri("/readyz", UriKind.Relative));

        before.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await before.Content.ReadAsStringAsync()).ShouldBe("""{"status":"indexing","done":3,"total":5}""");
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await after.Content.ReadAsStringAsync()).ShouldBe("""{"status":"ready","done":5,"total":5}""");
    }

    [Theory]
    [InlineData(true, true, HttpStatusCode.ServiceUnavailable, """{"status":"unavailable","done":0,"total":0,"problems":["Model:Chat Timeout"]}""")]
    [InlineData(true, false, HttpStatusCode.OK, """{"status":"degraded","done":0,"total":0,"problems":["Model:Chat Timeout"]}""")]
    [InlineData(false, false, HttpStatusCode.ServiceUnavailable, """{"status":"indexing","done":0,"total":0,"problems":["Model:Chat Timeout"]}""")]
    public async Task Readiness_names_what_fails_and_stays_200_when_the_reports_can_be_searched(bool isReady, bool isNeeded, HttpStatusCode status, string body)
    {
        var readiness = new Readiness();
        if (isReady)
            readiness.MarkReady();
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        using var written = new MemoryStream();
        context.Response.Body = written;

        await new HealthEndpoints(readiness, [new Failing(isNeeded)]).ReadyAsync(context);

        context.Response.StatusCode.ShouldBe((int)status);
        System.Text.Encoding.UTF8.GetString(written.ToArray()).ShouldBe(body);
    }

    private sealed class Failing(bool isNeeded) : ISoundness
    {
        public bool IsNeeded => isNeeded;

        public string? Problem => "Model:Chat Timeout";
    }
}
