using System.Text.RegularExpressions;

namespace Bot.Channels.WeCom;

/// <summary>Tells failures apart and puts them into words. https://developer.work.weixin.qq.com/document/path/90313</summary>
internal static partial class WeComFailures
{
    private const int LongestQuotation = 200;

    /// <param name="call">The last part of its path.</param>
    /// <param name="server">Host and port.</param>
    public static WeComException Unreachable(string call, string server, Exception cause) => new(
        WeComFailure.Unreachable,
        $"连不上企业微信（{server}，{call}）：请检查网络、代理与 WeCom:BaseUrl", $"WeCom at {server} can't be reached ({call}): check network, proxy and WeCom:BaseUrl", cause);

    public static WeComException Lost(string call, string server, Exception cause) => new(
        WeComFailure.Uncertain, $"与企业微信（{server}）的连接在 {call} 途中断开", $"the connection to WeCom at {server} broke during {call}", cause);

    public static WeComException TimedOut(string call, string server) => new(
        WeComFailure.Uncertain, $"企业微信（{server}）没有按时答复 {call}", $"WeCom at {server} gave no answer to {call} in time");

    public static WeComException BadAnswer(string call, string server, int status, Exception? cause) => new(
        WeComFailure.Uncertain,
        $"{server} 对 {call} 的答复（{status}）不是企业微信的格式：请核对 WeCom:BaseUrl 与代理", $"{server} answers {call} ({status}) not as WeCom does: check WeCom:BaseUrl and proxy", cause);

    /// <summary>All members that a message was for are unknown, or not for this app; the answer says so beside its success.</summary>
    public static WeComException Undelivered(string call) => new(
        WeComFailure.RecipientUnknown,
        $"企业微信没有送达（{call}）：成员不在应用的可见范围，或没有接口许可", $"WeCom did not deliver ({call}): the member is outside the app's visible range or has no licence");

    /// <param name="said">WeCom's own words, secrets taken out.</param>
    public static WeComException Of(string call, int code, string said)
    {
        var kind = KindOf(code);
        var (chinese, english) = kind switch
        {
            WeComFailure.WrongSecret => (
                $"企业微信不接受企业ID或 Secret（{code}）：请核对后重启；为免出口地址被封，一小时内不再尝试", $"WeCom refuses the corporation's id or the secret ({code}): mend and restart; not tried again for an hour, as the address would be banned"),
            WeComFailure.AddressNotTrusted => AddressNotTrusted(said),
            WeComFailure.NoPermission => (
                $"应用没有权限，或 AgentId 与 Secret 不属于同一应用（{code}）", $"the app may not do this, or AgentId and secret are of different apps ({code})"),
            WeComFailure.BadWebhook => ($"群机器人的 key 无效（{code}），可能已被移出群", $"the group bot's key is not valid ({code}); it may have been removed"),
            WeComFailure.RecipientUnknown => ($"企业微信没有这个接收人，或不在应用的可见范围（{code}）", $"WeCom knows no such recipient, or not for this app ({code})"),
            WeComFailure.RateLimited => ($"企业微信限制发送频率（{code}），稍后再发", $"WeCom limits the rate ({code}); sent later"),
            _ => ($"企业微信拒绝了 {call}（{code}：{Quote(said)}）", $"WeCom refused {call} ({code})"),
        };
        return new WeComException(kind, chinese, english);
    }

    private static (string Chinese, string English) AddressNotTrusted(string said)
    {
        // The administrator must enter exactly this one, and it can be found nowhere else.
        var address = Address().Match(said) is { Success: true } match ? match.Groups["ip"].Value : null;
        return address is null
            ? ("企业微信不信任本机的出口地址：请在应用的“企业可信IP”中添加", "WeCom doesn't trust this machine's address: add it to the app's trusted IPs")
            : ($"企业微信不信任本机的出口地址 {address}：请在应用的“企业可信IP”中添加它", $"WeCom doesn't trust this machine's address {address}: add it to the app's trusted IPs");
    }

    private static WeComFailure KindOf(int code) => code switch
    {
        -1 => WeComFailure.Busy,
        40001 or 40013 or 40091 => WeComFailure.WrongSecret,
        40014 or 42001 or 41001 => WeComFailure.TokenRefused,
        45009 or 45033 => WeComFailure.RateLimited,
        60020 => WeComFailure.AddressNotTrusted,
        48002 or 301002 => WeComFailure.NoPermission,
        40003 or 46004 or 60111 or 81013 => WeComFailure.RecipientUnknown,
        93000 => WeComFailure.BadWebhook,
        40008 or 40058 or 44004 or 45002 => WeComFailure.ContentRefused,
        _ => WeComFailure.Refused,
    };

    private static string Quote(string said) => said.Length <= LongestQuotation ? said : said[..LongestQuotation] + "…";

    [GeneratedRegex(@"from ip:\s*(?<ip>[0-9A-Fa-f.:]{3,45})", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
