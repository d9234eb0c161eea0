using Bot.Channels.WeCom;
using Bot.TestServers;

namespace Bot.Channels.Tests.WeCom;

public sealed class WeComOptionsTests
{
    public static TheoryData<string, Action<WeComOptions>> Wrong => new()
    {
        { "WeCom:BaseUrl", o => o.BaseUrl = "qyapi.weixin.qq.com" },
        { "WeCom:BaseUrl", o => o.BaseUrl = "https://user:word@qyapi.weixin.qq.com" },
        { "WeCom:TimeoutSeconds", o => o.TimeoutSeconds = 0 },
        { "WeCom:CallbackWindowSeconds", o => o.CallbackWindowSeconds = 9 },
        { "WeCom:QuestionsPerMinute", o => o.QuestionsPerMinute = -1 },
        { "WeCom:QuestionsPerMinuteInGroup", o => o.QuestionsPerMinuteInGroup = 10_001 },
        { "WeCom:App:CorpId", o => o.App.CorpId = null },
        { "WeCom:App:AgentId", o => o.App.AgentId = null },
        { "WeCom:App:Secret", o => o.App.Secret = "" },
        { "WeCom:App:Token", o => o.App.Token = "a token" },
        { "WeCom:App:EncodingAesKey", o => o.App.EncodingAesKey = "tooshort" },
        { "WeCom:Bot:EncodingAesKey", o => o.Bot.Token = "botToken" },
        { "WeCom:Bot:Token", o => o.Bot.EncodingAesKey = LoopbackWeCom.EncodingAesKey },
        { "WeCom:Bot:Secret", o => o.Bot.BotId = "aib1" },
        { "WeCom:Bot:BotId", o => o.Bot.Secret = "s" },
        { "WeCom:Bot:WebSocketUrl", o => o.Bot.WebSocketUrl = "https://openws.work.weixin.qq.com" },
        { "WeCom:GroupWebhooks", o => o.GroupWebhooks = ["693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa", "no key"] },
        { "WeCom:GroupWebhooks", o => o.GroupWebhooks = ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Setting_that_cannot_be_used_is_named_in_both_languages(string key, Action<WeComOptions> spoil)
    {
        var options = Sound();
        spoil(options);

        var failure = Validate(options).ShouldHaveSingleItem();

        failure.ShouldStartWith(key);
        failure.ShouldContain(" / ");
    }

    [Fact]
    public void All_of_WeCom_may_be_left_out_or_configured()
    {
        Validate(new WeComOptions()).ShouldBeEmpty();
        Validate(Sound()).ShouldBeEmpty();
    }

    [Fact]
    public void Bot_by_callbacks_and_by_WebSocket_at_once_is_an_error()
    {
        var options = Sound();
        (options.Bot.Token, options.Bot.EncodingAesKey, options.Bot.BotId, options.Bot.Secret) = ("botToken", LoopbackWeCom.EncodingAesKey, "aib1", "s3cret");

        var failure = Validate(options).ShouldHaveSingleItem();

        failure.ShouldContain("只能用一种");
        failure.ShouldNotContain("s3cret");
    }

    [Fact]
    public void Secrets_are_never_repeated()
    {
        var options = Sound();
        options.App.Secret = options.App.Token = options.App.EncodingAesKey = "my secret";
        options.GroupWebhooks = ["my secret"];

        string.Join('\n', Validate(options)).ShouldNotContain("my secret");
    }

    [Fact]
    public void Webhook_is_known_by_a_name_that_does_not_tell_its_key()
    {
        GroupWebhook.TryRead("693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa", "https://qyapi.weixin.qq.com", out var byKey).ShouldBeTrue();
        GroupWebhook.TryRead("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa", "http://other", out var byAddress).ShouldBeTrue();

        byKey.ShouldBe(byAddress);
        $"{byKey}".ShouldNotContain("693a91f6");
    }

    private static WeComOptions Sound() => new()
    {
        App = new WeComAppOptions
        {
            CorpId = LoopbackWeCom.CorpId,
            AgentId = LoopbackWeCom.AgentId,
            Secret = LoopbackWeCom.Secret,
            Token = LoopbackWeCom.Token,
            EncodingAesKey = LoopbackWeCom.EncodingAesKey,
        },
        GroupWebhooks = ["693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa"],
    };

    private static string[] Validate(WeComOptions options) => [.. new WeComOptionsValidation().Validate(null, options).Failures ?? []];
}
