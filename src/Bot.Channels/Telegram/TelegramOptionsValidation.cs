using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Says which key of Telegram's settings is wrong and what it may hold; the token itself is never repeated.</summary>
internal sealed partial class TelegramOptionsValidation : IValidateOptions<TelegramOptions>
{
    private const int MostQuestions = 10_000;

    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        string[] failures = [.. Failures(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(TelegramOptions options)
    {
        if (!string.IsNullOrEmpty(options.Token) && !TokenShape().IsMatch(options.Token))
            yield return "Telegram:Token 的值不可用（不在此显示）：应为 BotFather 给出的形如 123456789:AA… 的令牌，或留空。";
        if (!IsBaseAddress(options.BaseUrl))
            yield return $"Telegram:BaseUrl 的值“{options.BaseUrl}”不可用：应为以 http:// 或 https:// 开头、不带参数的网址，例如 https://api.telegram.org。";
        if (options.TimeoutSeconds is < 1 or > 600)
            yield return $"Telegram:TimeoutSeconds 的值“{options.TimeoutSeconds}”不可用：应为 1 至 600 的整数。";
        if (options.QuestionsPerMinute is < 0 or > MostQuestions)
            yield return $"Telegram:QuestionsPerMinute 的值“{options.QuestionsPerMinute}”不可用：应为 0（不限）至 {MostQuestions} 的整数。";
        if (options.QuestionsPerMinuteInGroup is < 0 or > MostQuestions)
            yield return $"Telegram:QuestionsPerMinuteInGroup 的值“{options.QuestionsPerMinuteInGroup}”不可用：应为 0（不限）至 {MostQuestions} 的整数。";
        foreach (var id in options.AllowedChats.Concat(options.Administrators).Where(id => !long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
            yield return $"Telegram:AllowedChats 或 Telegram:Administrators 中的“{id}”不可用：应为数字编号（群的编号以 - 开头），机器人在被拒绝的私聊里会告诉对方编号。";
        if (!options.Webhook.IsUsed)
            yield break;
        if (!Uri.TryCreate(options.Webhook.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || !url.AbsolutePath.EndsWith(TelegramWebhookOptions.Path, StringComparison.Ordinal))
            yield return $"Telegram:Webhook:Url 的值“{options.Webhook.Url}”不可用：应为 https:// 开头、以 {TelegramWebhookOptions.Path} 结尾的公网网址，或留空（改用长轮询）。";
        if (!SecretShape().IsMatch(options.Webhook.SecretToken ?? ""))
            yield return "Telegram:Webhook:SecretToken 的值不可用（不在此显示）：应为 1 至 256 个英文字母、数字、_ 或 -。";
    }

    private static bool IsBaseAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && uri.UserInfo.Length == 0;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex SecretShape();

    [GeneratedRegex(@"\A[0-9]{1,20}:[A-Za-z0-9_-]{1,200}\z")]
    private static partial Regex TokenShape();
}
