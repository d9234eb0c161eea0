using Bot.Channels.WeCom;

namespace Bot.Channels.Tests.WeCom;

public sealed class WeComPushClientTests
{
    [Theory]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=1", true)]
    [InlineData("http://qyapi.weixin.qq.com/cgi-bin/aibot/response", false)]
    [InlineData("https://weixin.qq.com.example.org/x", false)]
    [InlineData("https://proxy.example.org/response", true)]
    [InlineData("https://proxy.example.org:8443/response", false)]
    [InlineData("http://127.0.0.1/response", false)]
    public void Answers_go_to_WeCom_or_the_configured_server_only(string address, bool isOfWeCom)
    {
        using var http = new WeComHttp(new WeComOptions { BaseUrl = "https://proxy.example.org" }, TimeProvider.System);

        new WeComPushClient(http).IsOfWeCom(new Uri(address)).ShouldBe(isOfWeCom);
    }
}
