using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Channels.WeCom;

/// <summary>The way into a group for announcements.</summary>
/// <param name="Address">Holds the key, which is a secret.</param>
internal sealed partial record GroupWebhook(Uri Address)
{
    private const string Path = "cgi-bin/webhook/send";

    /// <summary>What the journal knows the group by: tells nothing of the key.</summary>
    public string Name => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Address.Query)).AsSpan(0, 9));

    /// <param name="configured">A key, or an address with one.</param>
    /// <param name="baseUrl">Where a key alone is used.</param>
    public static bool TryRead(string configured, string baseUrl, [NotNullWhen(true)] out GroupWebhook? webhook)
    {
        var isKey = KeyShape().IsMatch(configured);
        webhook = Uri.TryCreate(isKey ? $"{baseUrl.TrimEnd('/')}/{Path}?key={configured}" : configured, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && QueryShape().IsMatch(address.Query)
            ? new GroupWebhook(address)
            : null;
        return webhook is not null;
    }

    public override string ToString() => Name;

    [GeneratedRegex(@"\A[A-Za-z0-9-]{8,64}\z")]
    private static partial Regex KeyShape();

    [GeneratedRegex(@"\A\?key=[A-Za-z0-9-]{8,64}\z")]
    private static partial Regex QueryShape();
}
