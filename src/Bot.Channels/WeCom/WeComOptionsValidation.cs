using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom;

/// <summary>Says which key of WeCom's settings is wrong and what it may hold; secrets are never repeated.</summary>
internal sealed partial class WeComOptionsValidation : IValidateOptions<WeComOptions>
{
    private const int MostQuestions = 10_000;

    public ValidateOptionsResult Validate(string? name, WeComOptions options)
    {
        string[] failures = [.. Common(options), .. OfApp(options.App), .. OfBot(options.Bot), .. OfWebhooks(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Common(WeComOptions options)
    {
        if (!IsAddress(options.BaseUrl, Uri.UriSchemeHttp, Uri.UriSchemeHttps))
        {
            yield return $"WeCom:BaseUrl 的值“{options.BaseUrl}”不可用：应为以 http:// 或 https:// 开头、不带参数的网址，例如 https://qyapi.weixin.qq.com。"
                + " / it must be an http or https address without a query.";
        }
        if (options.TimeoutSeconds is < 1 or > 600)
            yield return Number("TimeoutSeconds", options.TimeoutSeconds, 1, 600);
        if (options.CallbackWindowSeconds is < 10 or > 3600)
            yield return Number("CallbackWindowSeconds", options.CallbackWindowSeconds, 10, 3600);
        if (options.QuestionsPerMinute is < 0 or > MostQuestions)
            yield return Number("QuestionsPerMinute", options.QuestionsPerMinute, 0, MostQuestions);
        if (options.QuestionsPerMinuteInGroup is < 0 or > MostQuestions)
            yield return Number("QuestionsPerMinuteInGroup", options.QuestionsPerMinuteInGroup, 0, MostQuestions);
    }

    private static IEnumerable<string> OfApp(WeComAppOptions app)
    {
        if (!app.IsConfigured)
            yield break;
        if (!CorpIdShape().IsMatch(app.CorpId ?? ""))
            yield return $"WeCom:App:CorpId 的值“{app.CorpId}”不可用：应为“我的企业”页面上的企业ID，形如 ww1a2b3c4d5e6f7a8b。 / it must be the corporation's id, ww….";
        if (app.AgentId is not > 0)
            yield return $"WeCom:App:AgentId 的值“{app.AgentId}”不可用：应为应用页面上的 AgentId（正整数）。 / it must be the app's AgentId, a positive number.";
        if (!SecretShape().IsMatch(app.Secret ?? ""))
            yield return Secret("App:Secret", "应用页面上的 Secret", "the app's Secret");
        foreach (var failure in OfCallback("App", app.Token, app.EncodingAesKey))
            yield return failure;
    }

    private static IEnumerable<string> OfBot(WeComBotOptions bot)
    {
        if (bot.UsesCallbacks && bot.UsesWebSocket)
        {
            yield return "WeCom:Bot 同时配置了回调（Token、EncodingAesKey）和长连接（BotId、Secret）：一个智能机器人只能用一种，请清空另一种。"
                + " / WeCom:Bot has both callbacks (Token, EncodingAesKey) and a WebSocket (BotId, Secret): empty one of them.";
        }
        if (bot.UsesCallbacks)
        {
            foreach (var failure in OfCallback("Bot", bot.Token, bot.EncodingAesKey))
                yield return failure;
        }
        if (bot.UsesWebSocket && !SecretShape().IsMatch(bot.BotId ?? ""))
            yield return $"WeCom:Bot:BotId 的值“{bot.BotId}”不可用：应为智能机器人页面上的 Bot ID。 / it must be the AI bot's id.";
        if (bot.UsesWebSocket && !SecretShape().IsMatch(bot.Secret ?? ""))
            yield return Secret("Bot:Secret", "智能机器人页面上长连接的 Secret", "the AI bot's Secret for WebSocket");
        if (!IsAddress(bot.WebSocketUrl, Uri.UriSchemeWs, Uri.UriSchemeWss))
            yield return $"WeCom:Bot:WebSocketUrl 的值“{bot.WebSocketUrl}”不可用：应为以 wss:// 或 ws:// 开头的网址。 / it must be a wss or ws address.";
    }

    private static IEnumerable<string> OfCallback(string part, string? token, string? key)
    {
        if (!TokenShape().IsMatch(token ?? ""))
            yield return Secret($"{part}:Token", "接收消息页面上的 Token，1 至 32 个英文字母或数字", "1 to 32 letters and digits");
        if (!CallbackCipher.IsKey(key))
            yield return Secret($"{part}:EncodingAesKey", "接收消息页面上的 EncodingAESKey，43 个字符", "43 characters, as on the page for receiving messages");
    }

    private static IEnumerable<string> OfWebhooks(WeComOptions options)
    {
        // A wrong BaseUrl is told once, by itself.
        var anyBase = new WeComOptions().BaseUrl;
        // A configured secret may not be repeated, so it is told by its place in the list.
        for (var i = 0; i < options.GroupWebhooks.Count; i++)
        {
            if (!GroupWebhook.TryRead(options.GroupWebhooks[i], anyBase, out _))
            {
                yield return $"WeCom:GroupWebhooks 的第 {i + 1} 项不可用（不在此显示）：应为群机器人的 key，或它的完整网址（含 key=…）。"
                    + $" / entry {i + 1} must be a group bot's key or its whole address with key=….";
            }
        }
    }

    private static string Number(string key, int value, int least, int most) =>
        $"WeCom:{key} 的值“{value}”不可用：应为 {least} 至 {most} 的整数。 / it must be a number from {least} to {most}.";

    private static string Secret(string key, string chinese, string english) =>
        $"WeCom:{key} 的值不可用（不在此显示）：应为{chinese}。 / it must be {english}.";

    private static bool IsAddress(string? address, params string[] schemes) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && schemes.Contains(uri.Scheme)
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && uri.UserInfo.Length == 0;

    [GeneratedRegex(@"\A[A-Za-z0-9]{4,64}\z")]
    private static partial Regex CorpIdShape();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,512}\z")]
    private static partial Regex SecretShape();

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,32}\z")]
    private static partial Regex TokenShape();
}
