using System.Net.Http;

namespace Bot.Channels.Telegram;

/// <summary>Tells failures apart and puts them into words that hold no secret.</summary>
/// <param name="token">Taken out of whatever a server says.</param>
internal sealed class TelegramFailures(string token, Uri server, TimeSpan timeout)
{
    private const int LongestQuotation = 300;

    // Telegram's texts, matched by ordinal substring: they carry prefixes and explanations that change.
    private static readonly (string Text, TelegramFailure Kind)[] Refusals =
    [
        ("message is not modified", TelegramFailure.NotModified),
        ("message to edit not found", TelegramFailure.EditTargetMissing),
        ("message can't be edited", TelegramFailure.EditTargetMissing),
        ("MESSAGE_ID_INVALID", TelegramFailure.EditTargetMissing),
        ("message to be replied not found", TelegramFailure.ReplyTargetMissing),
        ("message thread not found", TelegramFailure.ThreadMissing),
        ("chat not found", TelegramFailure.ChatMissing),
        ("query is too old", TelegramFailure.QueryExpired),
        ("query ID is invalid", TelegramFailure.QueryExpired),
        ("message text is empty", TelegramFailure.TextEmpty),
        ("message is too long", TelegramFailure.TextTooLong),
        ("MESSAGE_TOO_LONG", TelegramFailure.TextTooLong),
        ("caption is too long", TelegramFailure.TextTooLong),
        ("can't parse entities", TelegramFailure.CannotParse),
        ("ENTITY_", TelegramFailure.CannotParse),
        ("upgraded to a supergroup", TelegramFailure.Migrated),
    ];

    private static readonly (string Text, TelegramFailure Kind)[] Bans =
    [
        ("blocked by the user", TelegramFailure.Blocked),
        ("user is deactivated", TelegramFailure.Deactivated),
        ("bot was kicked", TelegramFailure.Kicked),
        ("bot is not a member", TelegramFailure.Kicked),
    ];

    private static readonly (string Text, TelegramFailure Kind)[] Conflicts =
    [
        ("webhook is active", TelegramFailure.WebhookActive),
        ("terminated by other getUpdates", TelegramFailure.OtherInstance),
        ("terminated by setWebhook", TelegramFailure.ReplacedByWebhook),
    ];

    /// <summary>A request that the transport lost.</summary>
    public TelegramException Of(string method, HttpRequestException cause)
    {
        // These end before the request is written; all others may have lost only the answer.
        var isUnsent = cause.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
        return isUnsent
            ? new(TelegramFailure.Unreachable,
                $"连不上 Telegram（{server.Authority}，{method}）：请检查网络、代理与 Telegram:BaseUrl",
                $"Telegram at {server.Authority} can't be reached ({method}): check network, proxy and Telegram:BaseUrl.", cause)
            : Lost(method, cause);
    }

    public TelegramException Lost(string method, Exception cause) => new(
        TelegramFailure.ConnectionLost,
        $"与 Telegram（{server.Authority}）的连接在 {method} 途中断开",
        $"The connection to Telegram at {server.Authority} broke during {method}.", cause);

    public TelegramException TimedOut(string method) => new(
        TelegramFailure.TimedOut,
        $"Telegram（{server.Authority}）在 {timeout.TotalSeconds:0} 秒内没有答复 {method}",
        $"Telegram at {server.Authority} gave no answer to {method} within {timeout.TotalSeconds:0} s.");

    public TelegramException BadAnswer(string method, int status, Exception? cause) => status >= 500
        ? Of(method, status, "", null)
        : new(TelegramFailure.BadAnswer,
            $"{server.Authority} 对 {method} 的答复（{status}）不是 Bot API 的格式：请核对 Telegram:BaseUrl 与代理",
            $"{server.Authority} answers {method} ({status}) not as the Bot API does: check Telegram:BaseUrl and proxy.", cause);

    /// <summary>A refusal in Telegram's own words.</summary>
    public TelegramException Of(string method, int code, string said, ResponseParameters? parameters)
    {
        var kind = KindOf(code, said, parameters);
        var words = Quote(said);
        var (chinese, english) = kind switch
        {
            TelegramFailure.WrongToken => (
                "Telegram 不接受 Telegram:Token：请到 BotFather 核对或重新生成", "Telegram refuses Telegram:Token: check or renew it with BotFather."),
            TelegramFailure.OtherInstance => (
                "另有程序在用同一令牌收取消息：请只运行一个", "Another program asks for this bot's updates: run only one."),
            _ => ($"Telegram 拒绝了 {method}（{code}：{words}）", $"Telegram refused {method} ({code}: {words})."),
        };
        return new TelegramException(kind, chinese, english)
        {
            Description = words,
            RetryAfter = kind is TelegramFailure.RateLimited ? TimeSpan.FromSeconds(Math.Max(1, parameters?.RetryAfter ?? 1)) : null,
            MigrateToChatId = parameters?.MigrateToChatId,
        };
    }

    private static TelegramFailure KindOf(int code, string said, ResponseParameters? parameters) => code switch
    {
        401 => TelegramFailure.WrongToken,
        404 => said.Contains("method not found", StringComparison.Ordinal) ? TelegramFailure.UnknownMethod : TelegramFailure.WrongToken,
        429 => TelegramFailure.RateLimited,
        409 => Find(Conflicts, said, TelegramFailure.OtherInstance),
        403 => Find(Bans, said, TelegramFailure.Forbidden),
        >= 500 => TelegramFailure.ServerFault,
        _ when parameters?.MigrateToChatId is not null => TelegramFailure.Migrated,
        // Without the new id there is nothing to follow.
        _ => Find(Refusals, said, TelegramFailure.Invalid) is var kind && kind is TelegramFailure.Migrated ? TelegramFailure.ChatMissing : kind,
    };

    private static TelegramFailure Find((string Text, TelegramFailure Kind)[] texts, string said, TelegramFailure otherwise)
    {
        foreach (var (text, kind) in texts)
            if (said.Contains(text, StringComparison.Ordinal))
                return kind;
        return otherwise;
    }

    private string Quote(string said)
    {
        var quoted = said.Replace(token, "***", StringComparison.Ordinal);
        return quoted.Length <= LongestQuotation ? quoted : quoted[..LongestQuotation] + "…";
    }
}
