using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>
/// WeCom's side of an AI bot that is called back: seals messages, checks every reply as strictly as WeCom, asks how streams go on. What comes
/// through a response_url arrives at <see cref="LoopbackWeCom.Messages"/>, under the message's id.
/// </summary>
public sealed class LoopbackAiBot(LoopbackWeCom wecom, TimeProvider time) : IDisposable
{
    public const string Token = "aibotToken2";
    public const string EncodingAesKey = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    /// <summary>WeCom asks about a stream no longer.</summary>
    public static readonly TimeSpan LifeOfStream = TimeSpan.FromMinutes(6);

    // WeCom asks once a second; nobody waits for that here.
    private static readonly TimeSpan s_pollEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Where callbacks go: the bot's /wecom/bot.</summary>
    public Uri? Callback { get; set; }

    public static PlatformSeal Seal { get; } = new(Token, EncodingAesKey, "");

    /// <summary>Delivers a message and shows the stream it is replied to with.</summary>
    public async Task<AiBotAnswer> AskAsync(JsonObject message)
    {
        var reply = await DeliverAsync(message) ?? throw new InvalidDataException("No stream.");
        var stream = new AiBotAnswer((string)reply["stream"]!["id"]!, (string)message["from"]!["userid"]!, time.GetUtcNow());
        stream.Show(reply);
        return stream;
    }

    /// <summary>Asks once how a stream goes on.</summary>
    public async Task PollAsync(AiBotAnswer stream)
    {
        if (time.GetUtcNow() - stream.AskedAt < LifeOfStream)
            stream.Show(await DeliverAsync(AiBotMessages.Asked(stream.User, stream.Id)) ?? throw new InvalidDataException("No stream."));
    }

    /// <summary>Asks until the stream is finished, or something is so; fails after half a minute.</summary>
    public async Task FollowAsync(AiBotAnswer stream, Func<bool>? until = null)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        while (!stream.IsFinished && until?.Invoke() is not true)
        {
            await Task.Delay(s_pollEvery, deadline.Token);
            await PollAsync(stream);
        }
    }

    /// <summary>Asks, and asks on until the stream is finished.</summary>
    public async Task<AiBotAnswer> AnsweredAsync(JsonObject message)
    {
        var stream = await AskAsync(message);
        await FollowAsync(stream);
        return stream;
    }

    /// <summary>Delivers one message or event.</summary>
    /// <returns>The reply, opened and found good; null: an empty one.</returns>
    /// <exception cref="InvalidDataException">WeCom would not have taken the reply.</exception>
    public async Task<JsonObject?> DeliverAsync(JsonObject message)
    {
        message["response_url"] = $"{wecom.Url}/response/{message["msgid"]}";
        var nonce = Guid.NewGuid().ToString("n");
        using var response = await PostAsync(message.ToJsonString(), nonce);
        if (response.StatusCode is not HttpStatusCode.OK)
            throw new InvalidDataException($"The callback was answered {(int)response.StatusCode}.");
        var text = await response.Content.ReadAsStringAsync();
        if (text.Length == 0)
            return null;
        var seal = JsonNode.Parse(text)!.AsObject();
        var (encrypted, timestamp) = ((string)seal["encrypt"]!, (long)seal["timestamp"]!);
        if (seal.Count != 4 || (string?)seal["nonce"] != nonce)
            throw new InvalidDataException("The nonce is the callback's, and nothing else is in the envelope.");
        if ((string?)seal["msgsignature"] != Seal.Sign(timestamp.ToString(CultureInfo.InvariantCulture), nonce, encrypted))
            throw new InvalidDataException("The signature is wrong.");
        var reply = JsonNode.Parse(Seal.Open(encrypted))!.AsObject();
        AiBotRules.Check(reply);
        return reply;
    }

    /// <summary>Posts a plaintext, sealed and signed.</summary>
    public async Task<HttpResponseMessage> PostAsync(string plain, string nonce)
    {
        var encrypted = Seal.Seal(plain);
        var at = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var content = new StringContent(new JsonObject { ["encrypt"] = encrypted }.ToJsonString(), Encoding.UTF8, "application/json");
        return await _http.PostAsync(new Uri($"{Callback}?{Seal.Query(at, nonce, encrypted)}"), content);
    }

    /// <summary>Checks the bot's address as saving the bot's page does; what came back.</summary>
    public async Task<(HttpStatusCode Status, string Body)> CheckAddressAsync(string echo)
    {
        var encrypted = Seal.Seal(echo);
        var query = Seal.Query(time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "n1", encrypted);
        using var response = await _http.GetAsync(new Uri($"{Callback}?{query}&echostr={Uri.EscapeDataString(encrypted)}"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();
}
