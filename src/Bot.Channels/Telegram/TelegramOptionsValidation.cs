using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Says which key of Telegram's settings is wrong and what it may hold; secrets are never repeated.</summary>
internal sealed partial class TelegramOptionsValidation : IValidateOptions<TelegramOptions>
{
    private const int MostQuestions = 10_000;
    private const string Secret = "***";

    // https://core.telegram.org/bots/api#setwebhook
    private static readonly int[] s_ports = [443, 80, 88, 8443];

    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        string[] failures = [.. Failures(options), .. WebhookFailures(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(TelegramOptions options)
    {
        if (!string.IsNullOrEmpty(options.Token) && !TokenShape().IsMatch(options.Token))
            yield return Unusable("Token", Secret, "BotFather 给出的形如 123456789:AA… 的令牌，或留空", "the token from BotFather, such as 123456789:AA…, or empty");
        if (AddressOf(options.BaseUrl) is null)
            yield return Unusable("BaseUrl", options.BaseUrl, "以 http:// 或 https:// 开头、不带参数的网址，例如 https://api.telegram.org",
                "an http or https address without a query, e.g. https://api.telegram.org");
        if (options.TimeoutSeconds is < 1 or > 600)
            yield return OutOfRange("TimeoutSeconds", options.TimeoutSeconds, 1, 600);
        if (options.QuestionsPerMinute is < 0 or > MostQuestions)
            yield return OutOfRange("QuestionsPerMinute", options.QuestionsPerMinute, 0, MostQuestions);
        if (options.QuestionsPerMinuteInGroup is < 0 or > MostQuestions)
            yield return OutOfRange("QuestionsPerMinuteInGroup", options.QuestionsPerMinuteInGroup, 0, MostQuestions);
        foreach (var (key, ids) in new[] { ("AllowedChats", options.AllowedChats), ("Administrators", options.Administrators) })
        {
            foreach (var id in ids.Where(id => !long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
                yield return Unusable(key, id, "数字编号（群的编号以 - 开头），机器人会把编号告诉还没有权限的人和群",
                    "ids made of digits, with - before those of groups; the bot tells people and groups that are not on the list theirs");
        }
    }

    private static IEnumerable<string> WebhookFailures(TelegramOptions options)
    {
        var (url, secret) = (options.Webhook.Url, options.Webhook.SecretToken);
        if (!options.Webhook.IsUsed && !string.IsNullOrEmpty(secret))
            yield return Unusable("Webhook:SecretToken", Secret, "空，除非 Telegram:Webhook:Url 也有值；要用 Webhook 请填网址，要用长轮询请删去它",
                "empty unless Telegram:Webhook:Url is set: give the address too, or remove the secret for long polling");
        if (!options.Webhook.IsUsed)
            yield break;
        if (!IsWebhook(url, options.BaseUrl))
            yield return Unusable("Webhook:Url", url, $"https:// 开头、端口为 443、80、88 或 8443、以 {TelegramWebhookOptions.Path} 结尾的公网网址（自建 Bot API 服务器时可用 http 和任何端口），或留空（改用长轮询）",
                $"a public https address on port 443, 80, 88 or 8443 that ends in {TelegramWebhookOptions.Path} (with a Bot API server of one's own also http and any port), or empty for long polling");
        if (!SecretShape().IsMatch(secret ?? ""))
            yield return Unusable("Webhook:SecretToken", string.IsNullOrEmpty(secret) ? "" : Secret, "1 至 256 个英文字母、数字、_ 或 -", "1 to 256 of A-Z, a-z, 0-9, _ and -");
    }

    private static string OutOfRange(string key, int value, int least, int most) => Unusable(
        key, value.ToString(CultureInfo.InvariantCulture), $" {least} 至 {most} 的整数", $"a whole number from {least} to {most}");

    private static string Unusable(string key, string? value, string chinese, string english) =>
        $"{TelegramOptions.SectionName}:{key} 的值“{value}”不可用：应为{chinese}。 / {TelegramOptions.SectionName}:{key} = \"{value}\" is not allowed: {english}.";

    private static bool IsWebhook(string? url, string? server) =>
        AddressOf(url) is { } address
        && address.AbsolutePath.EndsWith(TelegramWebhookOptions.Path, StringComparison.Ordinal)
        && (IsOwnServer(server) || (address.Scheme == Uri.UriSchemeHttps && s_ports.Contains(address.Port)));

    private static bool IsOwnServer(string? server) => AddressOf(server) is { } address && !address.Host.EndsWith("telegram.org", StringComparison.OrdinalIgnoreCase);

    private static Uri? AddressOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && uri.UserInfo.Length == 0
            ? uri
            : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex SecretShape();

    [GeneratedRegex(@"\A[0-9]{1,20}:[A-Za-z0-9_-]{1,200}\z")]
    private static partial Regex TokenShape();
}
