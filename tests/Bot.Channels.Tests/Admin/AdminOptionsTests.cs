using Microsoft.Extensions.Options;

namespace Bot.Channels.Tests;

public sealed class AdminOptionsTests
{
    [Theory]
    [InlineData("fifteen-letters", "至少 16 个字符，现在有 15 个")]
    [InlineData("with a space in the middle", "不含空格")]
    [InlineData("一二三四五六七八九十一二三四五六七八", "英文字母")]
    public async Task Key_stops_the_start_saying_why_and_not_the_key_when_it_can_not_be_used(string key, string words)
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() => BotServer.StartAsync(settings: ("Admin:Key", key)));

        failure.Message.ShouldContain("Admin:Key");
        failure.Message.ShouldContain(words);
        failure.ToString().ShouldNotContain(key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sixteen-letters!")]
    public async Task Key_is_taken_when_it_is_right_or_absent(string key)
    {
        await using var bot = await BotServer.StartAsync(settings: ("Admin:Key", key));

        (await bot.Client.GetStringAsync(new Uri("/healthz", UriKind.Relative))).ShouldBe("ok");
    }
}
