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

    [Fact]
    public void Waiting_time_is_held_within_its_range() =>
        new TelegramOptionsValidation().Validate(null, new TelegramOptions { TimeoutSeconds = 0 }).FailureMessage.ShouldNotBeNull().ShouldContain("1 至 600");
}
