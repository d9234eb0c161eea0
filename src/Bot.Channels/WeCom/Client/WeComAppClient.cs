using System.Globalization;
using System.Text.Json;

namespace Bot.Channels.WeCom;

/// <summary>Speaks as the self-built app: one send path that brings the token along, and renews it once when it is refused.</summary>
internal sealed class WeComAppClient : IDisposable
{
    // The longest that WeCom looks back: a message may wait for hours.
    private const int DuplicateSeconds = 4 * 3600;

    /// <summary>Longest text of a message, in bytes of UTF-8.</summary>
    public const int LongestText = 2048;

    private readonly WeComHttp _http;
    private readonly WeComAppOptions _app;
    private readonly AccessTokens _tokens;

    public WeComAppClient(WeComHttp http, WeComAppOptions app, TimeProvider time) =>
        (_http, _app, _tokens) = (http, app, new AccessTokens(FetchTokenAsync, time));

    /// <summary>https://developer.work.weixin.qq.com/document/path/90236</summary>
    /// <param name="dialect">Text or Markdown: an app knows no other.</param>
    /// <param name="text">At most 2048 bytes of UTF-8: WeCom cuts what is longer, and says nothing.</param>
    /// <param name="mayBeSent">The same may have arrived already: WeCom is to look, and to drop this one then.</param>
    /// <returns>The message's id.</returns>
    /// <exception cref="WeComException" />
    public async Task<string?> SendAsync(string user, WeComDialect dialect, string text, bool mayBeSent, CancellationToken cancellationToken)
    {
        var content = new WireContent(text);
        var isText = dialect is WeComDialect.Text;
        var message = new WireAppMessage(
            user, _app.AgentId!.Value, dialect.WireName(), isText ? null : content, isText ? content : null, // an app has a number
            mayBeSent ? 1 : null, mayBeSent ? DuplicateSeconds : null);
        var answer = await CallAsync("message/send", "", JsonSerializer.SerializeToUtf8Bytes(message, WeComJson.Wire.WireAppMessage), cancellationToken);
        // With one recipient, an unknown one is nobody.
        return string.IsNullOrEmpty(answer.Invaliduser) && string.IsNullOrEmpty(answer.Unlicenseduser)
            ? answer.Msgid
            : throw WeComFailures.Undelivered("message/send");
    }

    /// <summary>https://developer.work.weixin.qq.com/document/path/90231</summary>
    /// <exception cref="WeComException" />
    public Task CreateMenuAsync(WireMenu menu, CancellationToken cancellationToken) => CallAsync(
        "menu/create", string.Create(CultureInfo.InvariantCulture, $"&agentid={_app.AgentId}"), JsonSerializer.SerializeToUtf8Bytes(menu, WeComJson.Wire.WireMenu), cancellationToken);

    public void Dispose() => _tokens.Dispose();

    private async Task<WireAnswer> CallAsync(string path, string query, byte[] json, CancellationToken cancellationToken)
    {
        var token = await _tokens.GetAsync(cancellationToken);
        try
        {
            return await PostAsync(token);
        }
        catch (WeComException e) when (e.Kind is WeComFailure.TokenRefused)
        {
            await _tokens.DiscardAsync(token, cancellationToken);
            return await PostAsync(await _tokens.GetAsync(cancellationToken));
        }

        Task<WireAnswer> PostAsync(string with) =>
            _http.PostAsync(new Uri(_http.Root, $"cgi-bin/{path}?access_token={Uri.EscapeDataString(with)}{query}"), json, cancellationToken);
    }

    // https://developer.work.weixin.qq.com/document/path/91039
    private async Task<(string Token, TimeSpan Lifetime)> FetchTokenAsync(CancellationToken cancellationToken)
    {
        var address = new Uri(
            _http.Root, $"cgi-bin/gettoken?corpid={Uri.EscapeDataString(_app.CorpId!)}&corpsecret={Uri.EscapeDataString(_app.Secret!)}"); // an app has both
        var answer = await _http.GetAsync(address, cancellationToken);
        return answer is { AccessToken: { Length: > 0 } token, ExpiresIn: > 0 and var seconds }
            ? (token, TimeSpan.FromSeconds(seconds))
            : throw WeComFailures.BadAnswer("gettoken", address.Authority, 200, null);
    }
}
