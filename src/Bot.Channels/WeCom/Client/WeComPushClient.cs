using System.Text.Json;

namespace Bot.Channels.WeCom;

/// <summary>Speaks through addresses that are themselves the permission to: group webhooks, and an AI bot's response_url.</summary>
internal sealed class WeComPushClient(WeComHttp http)
{
    private const string WeComDomain = ".weixin.qq.com";

    /// <summary>Longest Markdown through a group webhook, in bytes of UTF-8.</summary>
    public const int LongestGroupMarkdown = 4096;

    /// <summary>Longest plain text through a group webhook, in bytes of UTF-8.</summary>
    public const int LongestGroupText = 2048;

    /// <summary>https://developer.work.weixin.qq.com/document/path/91770</summary>
    /// <param name="dialect">Text or Markdown.</param>
    /// <exception cref="WeComException" />
    public Task PushAsync(GroupWebhook webhook, WeComDialect dialect, string text, CancellationToken cancellationToken) =>
        PostAsync(webhook.Address, dialect, text, cancellationToken);

    /// <summary>Answers a message to an AI bot once more, within an hour; the address takes one call only. https://developer.work.weixin.qq.com/document/path/101138</summary>
    /// <param name="markdown">At most 20480 bytes of UTF-8.</param>
    /// <exception cref="WeComException" />
    public Task RespondAsync(Uri responseUrl, string markdown, CancellationToken cancellationToken) =>
        PostAsync(responseUrl, WeComDialect.Markdown, markdown, cancellationToken);

    /// <summary>Whether an address that a message names is WeCom's, or of the configured server: answers go nowhere else.</summary>
    public bool IsOfWeCom(Uri address) =>
        Uri.Compare(address, http.Root, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
        || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.Host.EndsWith(WeComDomain, StringComparison.OrdinalIgnoreCase));

    private Task<WireAnswer> PostAsync(Uri address, WeComDialect dialect, string text, CancellationToken cancellationToken)
    {
        var (content, isText) = (new WireContent(text), dialect is WeComDialect.Text);
        var message = new WireGroupMessage(dialect.WireName(), isText ? null : content, isText ? content : null);
        return http.PostAsync(address, JsonSerializer.SerializeToUtf8Bytes(message, WeComJson.Wire.WireGroupMessage), cancellationToken);
    }
}
