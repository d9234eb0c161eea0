using Microsoft.Extensions.Options;

namespace Bot.Channels.Tests;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData("Web:Url", "5080")]
    [InlineData("Web:Url", "ftp://127.0.0.1")]
    [InlineData("Web:Url", "")]
    [InlineData("Web:PublicUrl", "bot.example.cn")]
    [InlineData("Web:PublicUrl", "ftp://bot.example.cn")]
    [InlineData("Web:PublicUrl", "https://bot.example.cn/?a=b")]
    [InlineData("Web:RequestsPerMinute", "-1")]
    [InlineData("Web:RequestsPerMinute", "1000001")]
    public async Task Options_stop_the_start_naming_key_and_value_when_they_are_wrong(string key, string value)
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() => BotServer.StartAsync(settings: (key, value)));

        failure.Message.ShouldContain(key);
        failure.Message.ShouldContain($"“{value}”");
        failure.Message.ShouldContain("应为");
    }

    [Theory]
    [InlineData("Web:Url", "http://*:8080")]
    [InlineData("Web:Url", "http://127.0.0.1:5080;http://[::1]:5080")]
    [InlineData("Web:PublicUrl", "")]
    [InlineData("Web:PublicUrl", "https://bot.example.cn/policy")]
    [InlineData("Web:RequestsPerMinute", "0")]
    public async Task Options_are_taken_when_they_are_right(string key, string value)
    {
        await using var bot = await BotServer.StartAsync(settings: (key, value));

        string health = await bot.Client.GetStringAsync(new Uri("/healthz", UriKind.Relative));

        health.ShouldBe("ok");
    }
}
