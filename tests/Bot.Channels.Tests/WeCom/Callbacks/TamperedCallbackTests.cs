using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bot.TestServers;

namespace Bot.Channels.Tests.WeCom;

/// <summary>Whatever is wrong with a callback: an empty 400, one line in the log that holds nothing of it, nothing stored.</summary>
public sealed class TamperedCallbackTests
{
    // Stands in every message that is sent here, so that it would be found in the log.
    private const string Marker = "SECRETCONTENT";

    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly string s_time = s_now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    private static readonly PlatformSeal s_seal = LoopbackWeCom.Seal;

    private static readonly string s_plain =
        $"<xml><ToUserName>{LoopbackWeCom.CorpId}</ToUserName><FromUserName>zhangsan</FromUserName><CreateTime>{s_time}</CreateTime>"
        + $"<MsgType>text</MsgType><Content>{Marker}</Content><MsgId>1</MsgId><AgentID>{LoopbackWeCom.AgentId}</AgentID></xml>";

    private static readonly Dictionary<string, Func<Sent>> s_tampered = new()
    {
        ["signature is another"] = () => Signed(Whole()) with { Query = Query(Whole()) },
        ["signature of another token"] = Of(sealedText => Signed(sealedText) with { Query = new PlatformSeal("otherToken", LoopbackWeCom.EncodingAesKey, LoopbackWeCom.CorpId).Query(s_time, "n1", sealedText) }),
        ["signature in capitals"] = Of(sealedText => Signed(sealedText) with { Query = $"msg_signature={s_seal.Sign(s_time, "n1", sealedText).ToUpperInvariant()}&timestamp={s_time}&nonce=n1" }),
        ["signature is missing"] = () => Signed(Whole()) with { Query = $"timestamp={s_time}&nonce=n1" },
        ["signature is empty"] = () => Signed(Whole()) with { Query = $"msg_signature=&timestamp={s_time}&nonce=n1" },
        ["signature is cut short"] = Edited(sent => sent with { Query = sent.Query.Replace(sent.Query[14..20], "") }),
        ["signature stands twice"] = Edited(sent => sent with { Query = $"{sent.Query}&{sent.Query.Split('&')[0]}" }),
        ["nonce is another than was signed"] = Edited(sent => sent with { Query = sent.Query.Replace("nonce=n1", "nonce=n2") }),
        ["nonce is missing"] = Edited(sent => sent with { Query = sent.Query.Replace("&nonce=n1", "") }),
        ["nonce is beyond measure"] = () => Signed(Whole(), nonce: new string('n', 200)),
        ["time is another than was signed"] = Edited(sent => sent with { Query = sent.Query.Replace($"timestamp={s_time}", $"timestamp={long.Parse(s_time, CultureInfo.InvariantCulture) + 1}") }),
        ["time is missing"] = Edited(sent => sent with { Query = sent.Query.Replace($"&timestamp={s_time}", "") }),
        ["time is no number"] = () => Signed(Whole(), time: "now"),
        ["time is negative"] = () => Signed(Whole(), time: "-1"),
        ["time is stale"] = () => Signed(Whole(), time: At(-301)),
        ["time is ahead"] = () => Signed(Whole(), time: At(301)),
        ["time is beyond measure"] = () => Signed(Whole(), time: "99999999999999999999"),
        ["base64 with a stray character"] = () => Signed(Whole().Insert(10, "!")),
        ["base64 with a line break"] = () => Signed(Whole().Insert(10, "\n")),
        ["base64 without its end"] = () => Signed(Whole()[..^1]),
        ["base64 for addresses"] = () => Signed("-_" + Whole()[2..]),
        ["less than a block"] = () => Signed(Convert.ToBase64String(new byte[16])),
        ["a block was left out at the end"] = () => Signed(Cut(Whole(), ^32)),
        ["a byte was left out at the end"] = () => Signed(Cut(Whole(), ^1)),
        ["a block was added"] = () => Signed(Convert.ToBase64String([.. Convert.FromBase64String(Whole()), .. new byte[32]])),
        ["a bit of the last block was turned"] = () => Signed(Turn(Whole(), ^1)),
        ["a bit of the receiver was turned"] = () => Signed(Turn(Whole(), ^40)),
        ["padding of zeros"] = () => Signed(s_seal.EncryptPadded(Padded(Layout(), 0))),
        ["padding longer than a block"] = () => Signed(s_seal.EncryptPadded(Padded(Layout(), 33))),
        ["padding whose bytes differ"] = () => Signed(s_seal.EncryptPadded(Padded(Layout(), 5, first: 4))),
        ["padding of AES's own length of block"] = () => Signed(s_seal.EncryptPadded(PaddedTo16())),
        ["no message at all"] = () => Signed(s_seal.Encrypt([])),
        ["length past the end"] = () => Signed(s_seal.Encrypt(Layout(length: 100_000))),
        ["length is negative"] = () => Signed(s_seal.Encrypt(Layout(length: -1))),
        ["length one too short"] = () => Signed(s_seal.Encrypt(Layout(length: Encoding.UTF8.GetByteCount(s_plain) - 1))),
        ["length one too long"] = () => Signed(s_seal.Encrypt(Layout(length: Encoding.UTF8.GetByteCount(s_plain) + 1))),
        ["meant for another corporation"] = () => Signed(new PlatformSeal(LoopbackWeCom.Token, LoopbackWeCom.EncodingAesKey, "ww0000000000000000").Seal(s_plain)),
        ["meant for nobody"] = () => Signed(new PlatformSeal(LoopbackWeCom.Token, LoopbackWeCom.EncodingAesKey, "").Seal(s_plain)),
        ["bytes behind the receiver"] = () => Signed(new PlatformSeal(LoopbackWeCom.Token, LoopbackWeCom.EncodingAesKey, LoopbackWeCom.CorpId + "x").Seal(s_plain)),
        ["sealed with another key"] = () => Signed(new PlatformSeal(LoopbackWeCom.Token, "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", LoopbackWeCom.CorpId).Seal(s_plain)),
        ["message is not UTF-8"] = () => Signed(s_seal.Seal([0xFF, 0xFE, .. Encoding.UTF8.GetBytes(s_plain)])),
        ["message is no XML"] = () => Signed(s_seal.Seal(Marker)),
        ["message is JSON"] = () => Signed(s_seal.Seal($$"""{"Content":"{{Marker}}"}""")),
        ["message with a document type"] = () => Signed(s_seal.Seal($"<!DOCTYPE xml [<!ENTITY a \"{Marker}\">]>" + s_plain)),
        ["message with an entity"] = () => Signed(s_seal.Seal(s_plain.Replace(Marker, $"{Marker}&a;"))),
        ["message with two senders"] = () => Signed(s_seal.Seal(s_plain.Replace("<MsgId>", "<FromUserName>lisi</FromUserName><MsgId>"))),
        ["message from everybody"] = () => Signed(s_seal.Seal(s_plain.Replace("zhangsan", "@all"))),
        ["message from several"] = () => Signed(s_seal.Seal(s_plain.Replace("zhangsan", "zhangsan|lisi"))),
        ["message without a sender"] = () => Signed(s_seal.Seal(s_plain.Replace("FromUserName", "Sender"))),
        ["message without an id"] = () => Signed(s_seal.Seal(s_plain.Replace("MsgId", "Id"))),
        ["message without a kind"] = () => Signed(s_seal.Seal(s_plain.Replace("MsgType", "Type"))),
        ["message that ends early"] = () => Signed(s_seal.Seal(s_plain[..^10])),
        ["message with something behind it"] = () => Signed(s_seal.Seal(s_plain + "<xml/>")),
        ["event without a name"] = () => Signed(s_seal.Seal(s_plain.Replace("<MsgType>text", "<MsgType>event"))),
        ["envelope is no XML"] = () => Signed(Whole()) with { Body = Marker },
        ["envelope is empty"] = () => Signed(Whole()) with { Body = "" },
        ["envelope is JSON"] = Edited(sent => sent with { Body = $$"""{"encrypt":"{{Whole()}}"}""" }),
        ["envelope without what is encrypted"] = () => Signed(Whole()) with { Body = $"<xml><ToUserName>{Marker}</ToUserName></xml>" },
        ["envelope with an empty Encrypt"] = () => Signed("") with { Body = "<xml><Encrypt></Encrypt></xml>" },
        ["envelope with two"] = Of(sealedText => Signed(sealedText) with { Body = $"<xml><Encrypt>{sealedText}</Encrypt><Encrypt>{sealedText}</Encrypt></xml>" }),
        ["envelope with it inside another element"] = Of(sealedText => Signed(sealedText) with { Body = $"<xml><a><Encrypt>{sealedText}</Encrypt></a></xml>" }),
        ["envelope with another root"] = Of(sealedText => Signed(sealedText) with { Body = $"<html><Encrypt>{sealedText}</Encrypt></html>" }),
        ["envelope with a document type"] = Of(sealedText => Signed(sealedText) with { Body = $"<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/{Marker}\"><xml><Encrypt>{sealedText}</Encrypt></xml>" }),
        ["envelope with entities in entities"] = () => Signed(Whole()) with
        {
            Body = "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><xml><Encrypt>&b;</Encrypt></xml>",
        },
        ["envelope that ends early"] = Edited(sent => sent with { Body = sent.Body[..^6] }),
        ["envelope that is not UTF-8"] = Edited(sent => sent with { Bytes = [.. Encoding.UTF8.GetBytes(sent.Body), 0xFF] }),
        ["envelope beyond measure"] = () => Signed(Whole()) with { Body = $"<xml><Encrypt>{new string('A', 300_000)}</Encrypt></xml>" },
        ["envelope beyond measure, in pieces"] = () => Signed(Whole()) with { Body = $"<xml><Encrypt>{new string('A', 300_000)}</Encrypt></xml>", IsChunked = true },
        ["content type of JSON"] = () => Signed(Whole()) with { ContentType = "application/json" },
        ["content type of a form"] = () => Signed(Whole()) with { ContentType = "application/x-www-form-urlencoded" },
        ["content type that is none"] = () => Signed(Whole()) with { ContentType = ";;;" },
        ["content type of another charset"] = () => Signed(Whole()) with { ContentType = "text/xml; charset=gbk" },
    };

    public static TheoryData<string> Names => new(s_tampered.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Tampered_callback_is_refused_without_a_hint(string name)
    {
        var sent = s_tampered[name]();
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server, new SetTime { Now = s_now });
        await server.UntilAsync(() => server.CountOf("menu/create") == 1);

        var (status, body) = await PostAsync(server.Callback!, sent);

        (status, body).ShouldBe((HttpStatusCode.BadRequest, ""));
        bot.Log.All.Where(line => line.Contains("/wecom/app")).ShouldHaveSingleItem();
        bot.Log.All.ShouldNotContain(line => line.Contains(Marker) || line.StartsWith("Error"));
        (await bot.OpenEventsAsync()).ShouldBeEmpty();
        bot.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Callback_that_was_taken_is_refused_when_somebody_sends_it_again()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server, new SetTime { Now = s_now });
        var sent = Signed(Whole());

        var first = await PostAsync(server.Callback!, sent);
        await server.UntilAsync(() => server.Messages.Length >= 1);
        var second = await PostAsync(server.Callback!, sent);

        first.ShouldBe((HttpStatusCode.OK, ""));
        second.ShouldBe((HttpStatusCode.BadRequest, ""));
        bot.Log.All.Where(line => line.Contains("was refused")).ShouldHaveSingleItem().ShouldContain("Replay");
        bot.Asked.ShouldBe([Marker]);
    }

    [Fact]
    public async Task Check_of_the_address_with_a_wrong_signature_learns_nothing()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        await using var bot = await WeComBot.StartAsync(server, new SetTime { Now = s_now });
        var encrypted = Uri.EscapeDataString(s_seal.Seal(Marker));
        using var client = new HttpClient();

        foreach (var query in (string[])[$"{Query("other")}&echostr={encrypted}", Query(""), $"{Query("")}&echostr=", "", $"echostr={encrypted}"])
        {
            using var response = await client.GetAsync(new Uri($"{server.Callback}?{query}"));

            ((int)response.StatusCode, await response.Content.ReadAsStringAsync()).ShouldBe((400, ""), query);
        }
    }

    private static string Whole() => s_seal.Seal(s_plain);

    private static Func<Sent> Of(Func<string, Sent> make) => () => make(Whole());

    private static Func<Sent> Edited(Func<Sent, Sent> edit) => () => edit(Signed(Whole()));

    private static Sent Signed(string encrypted, string? time = null, string nonce = "n1") => new(
        s_seal.Query(time ?? s_time, nonce, encrypted), $"<xml><ToUserName>{LoopbackWeCom.CorpId}</ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>");

    private static string Query(string encrypted) => s_seal.Query(s_time, "n1", encrypted);

    private static string At(int seconds) => s_now.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Cut(string encrypted, Index end) => Convert.ToBase64String(Convert.FromBase64String(encrypted)[..end]);

    private static string Turn(string encrypted, Index at)
    {
        var bytes = Convert.FromBase64String(encrypted);
        bytes[at] ^= 1;
        return Convert.ToBase64String(bytes);
    }

    private static byte[] Layout(int? length = null)
    {
        var text = Encoding.UTF8.GetBytes(s_plain);
        var stated = BitConverter.GetBytes(IPAddress.HostToNetworkOrder(length ?? text.Length));
        return [.. new byte[16], .. stated, .. text, .. Encoding.UTF8.GetBytes(LoopbackWeCom.CorpId)];
    }

    // At least as many bytes as the padding says, so that nothing else is wrong.
    private static byte[] Padded(byte[] plain, byte padding, byte? first = null)
    {
        var least = Math.Max(1, (int)padding);
        byte[] tail = [.. Enumerable.Repeat(padding, least + ((64 - ((plain.Length + least) % 32)) % 32))];
        tail[^least] = first ?? padding;
        return [.. plain, .. tail];
    }

    // Text grown until the two lengths of block need different paddings.
    private static byte[] PaddedTo16()
    {
        var plain = Layout();
        var text = plain.Length % 32 < 16 ? plain : [.. plain, .. new byte[16]];
        var padding = 16 - (text.Length % 16);
        return [.. text, .. Enumerable.Repeat((byte)padding, padding)];
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(Uri address, Sent sent)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{address}?{sent.Query}"));
        request.Content = new ByteArrayContent(sent.Bytes ?? Encoding.UTF8.GetBytes(sent.Body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", sent.ContentType);
        request.Headers.TransferEncodingChunked = sent.IsChunked;
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private sealed record Sent(string Query, string Body)
    {
        public string ContentType { get; init; } = "text/xml";

        public byte[]? Bytes { get; init; }

        public bool IsChunked { get; init; }
    }
}
