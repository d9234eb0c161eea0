using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Bot.TestServers;

/// <summary>Members of the app: what they do is sealed and delivered as WeCom does it.</summary>
public sealed partial class LoopbackWeCom
{
    private const int MostTries = 3;

    private static readonly TimeSpan AcknowledgedWithin = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private long _lastMessage = 7_300_000_000_000_000_000;

    /// <summary>Where callbacks go: the bot's /wecom/app.</summary>
    public Uri? Callback { get; set; }

    /// <summary>The app's crypto.</summary>
    public static PlatformSeal Seal { get; } = new(Token, EncodingAesKey, CorpId);

    /// <summary>A member writes to the app.</summary>
    /// <param name="deliveries">More than one: the acknowledgements get lost, so it comes again though it was taken.</param>
    public Task<WeComDelivery> SayAsync(string user, string text, int deliveries = 1) => DeliverAsync(TextOf(user, text), deliveries);

    /// <summary>A member presses a button of the app's menu.</summary>
    public Task<WeComDelivery> ClickAsync(string user, string key, int deliveries = 1) => DeliverAsync(
        Xml(user, $"<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[click]]></Event><EventKey><![CDATA[{key}]]></EventKey>"), deliveries);

    /// <summary>A member sends anything but text.</summary>
    public Task<WeComDelivery> SendAsync(string user, string type) => DeliverAsync(
        Xml(user, $"<MsgType><![CDATA[{type}]]></MsgType><MediaId><![CDATA[m]]></MediaId><MsgId>{Interlocked.Increment(ref _lastMessage)}</MsgId>"));

    /// <summary>The plaintext of a text message, with an id of its own.</summary>
    public string TextOf(string user, string text) =>
        Xml(user, $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{text}]]></Content><MsgId>{Interlocked.Increment(ref _lastMessage)}</MsgId>");

    /// <summary>Checks the bot's address as saving the app's page does.</summary>
    public async Task<WeComDelivery> CheckAddressAsync(string echo)
    {
        var encrypted = Seal.Seal(echo);
        var (clock, address) = (Stopwatch.StartNew(), $"{Callback}?{Query(encrypted)}&echostr={Uri.EscapeDataString(encrypted)}");
        using var response = await _http.GetAsync(new Uri(address));
        return new WeComDelivery(response.StatusCode, await response.Content.ReadAsStringAsync(), 1, clock.Elapsed);
    }

    /// <summary>Delivers a plaintext: again, with a new nonce, until it is acknowledged within 5 s, at most three times.</summary>
    public async Task<WeComDelivery> DeliverAsync(string xml, int deliveries = 1)
    {
        for (var tries = 1; ; tries++)
        {
            var delivery = await TryAsync(xml, tries);
            if (tries == MostTries || (delivery.IsTaken && tries >= deliveries))
                return delivery;
        }
    }

    private async Task<WeComDelivery> TryAsync(string xml, int tries)
    {
        var encrypted = Seal.Seal(xml);
        var body = $"<xml><ToUserName><![CDATA[{CorpId}]]></ToUserName><AgentID><![CDATA[{AgentId}]]></AgentID><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
        using var deadline = new CancellationTokenSource(AcknowledgedWithin);
        using var content = new StringContent(body, Encoding.UTF8, "text/xml");
        var clock = Stopwatch.StartNew();
        try
        {
            using var response = await _http.PostAsync(new Uri($"{Callback}?{Query(encrypted)}"), content, deadline.Token);
            var said = await response.Content.ReadAsStringAsync(deadline.Token);
            return new WeComDelivery(response.StatusCode, said, tries, clock.Elapsed);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return new WeComDelivery(null, "", tries, clock.Elapsed);
        }
    }

    private string Query(string encrypted) => Seal.Query(
        _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Guid.NewGuid().ToString("n"), encrypted);

    private string Xml(string user, string rest) =>
        $"<xml><ToUserName><![CDATA[{CorpId}]]></ToUserName><FromUserName><![CDATA[{user}]]></FromUserName>"
        + $"<CreateTime>{_time.GetUtcNow().ToUnixTimeSeconds()}</CreateTime>{rest}<AgentID>{AgentId}</AgentID></xml>";
}
