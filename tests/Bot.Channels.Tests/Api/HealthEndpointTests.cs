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
}
