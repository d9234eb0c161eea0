using Bot.Channels.Telegram;

namespace Bot.Channels.Tests.Telegram;

public sealed class TelegramOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123456789:AAabc_DEF-ghi")]
    public void Token_may_be_absent_or_of_BotFathers_shape(string? token) =>
        new TelegramOptionsValidation().Validate(null, new TelegramOptions { Token = token }).Succeeded.ShouldBeTrue();

    [Fact]
    public void Token_of_another_shape_is_refused_and_not_repeated()
    {
        var result = new TelegramOptionsValidation().Validate(null, new TelegramOptions { Token = "secret token" });

        result.FailureMessage.ShouldNotBeNull().ShouldContain("Telegram:Token");
        result.FailureMessage.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("api.telegram.org")]
    [InlineData("ftp://api.telegram.org")]
    [InlineData("https://user:word@api.telegram.org")]
    [InlineData("https://api.telegram.org/?a=1")]
    public void Address_that_cannot_be_asked_is_named(string address) =>
        new TelegramOptionsValidation().Validate(null, new TelegramOptions { BaseUrl = address }).FailureMessage.ShouldNotBeNull().ShouldContain(address);

    [Theory]
    [InlineData("https://bot.example.cn/telegram/webhook")]
    [InlineData("https://bot.example.cn:8443/any/telegram/webhook")]
    [InlineData("http://10.0.0.5:5080/telegram/webhook", "http://10.0.0.6:8081")]
    public void Webhook_is_a_public_https_address_or_any_of_a_server_of_ones_own(string url, string server = "https://api.telegram.org") =>
        FailureOf(url, "s3cret", server).ShouldBeNull();

    [Theory]
    [InlineData("http://bot.example.cn/telegram/webhook")]
    [InlineData("https://bot.example.cn:5080/telegram/webhook")]
    [InlineData("https://bot.example.cn/webhook")]
    [InlineData("bot.example.cn/telegram/webhook")]
    public void Webhook_that_Telegram_would_refuse_is_named(string url) =>
        FailureOf(url, "s3cret").ShouldNotBeNull().ShouldContain($"Telegram:Webhook:Url = \"{url}\"");

    [Fact]
    public void Secret_without_an_address_and_an_address_without_a_secret_are_refused_in_both_languages()
    {
        FailureOf(null, "s3cret").ShouldNotBeNull().ShouldSatisfyAllConditions(
            f => f.ShouldContain("应为空，除非 Telegram:Webhook:Url 也有值"), f => f.ShouldContain("empty unless Telegram:Webhook:Url is set"), f => f.ShouldNotContain("s3cret"));
        FailureOf("https://bot.example.cn/telegram/webhook", null).ShouldNotBeNull().ShouldContain("1 to 256 of A-Z");
        FailureOf("https://bot.example.cn/telegram/webhook", "空 格").ShouldNotBeNull().ShouldNotContain("空 格");
    }

    [Fact]
    public void Waiting_time_is_held_within_its_range() =>
        new TelegramOptionsValidation().Validate(null, new TelegramOptions { TimeoutSeconds = 0 }).FailureMessage.ShouldNotBeNull().ShouldContain("1 至 600");

    private static string? FailureOf(string? url, string? secret, string server = "https://api.telegram.org") => new TelegramOptionsValidation()
        .Validate(null, new TelegramOptions { BaseUrl = server, Webhook = { Url = url, SecretToken = secret } }).FailureMessage;
}
