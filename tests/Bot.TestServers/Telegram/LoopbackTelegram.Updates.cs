using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.TestServers;

/// <content>How updates reach the bot.</content>
public sealed partial class LoopbackTelegram
{
    // As Bot API servers cut it.
    private const int LongestPoll = 50;

    private async Task<JsonNode> PollAsync(TelegramCall call, CancellationToken cancellationToken)
    {
        var fields = new CallFields(call.Body, call.Method, "offset", "limit", "timeout", "allowed_updates");
        if (_webhook is not null)
        {
            throw new TelegramRefusalException(
                new(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
        }
        _world.Updates.Allow(Kinds(fields));
        var seconds = Math.Clamp(fields.Number("timeout") ?? 0, 0, LongestPoll);
        var limit = (int)Math.Clamp(fields.Number("limit") ?? 100, 1, 100);
        var poll = _world.Updates.PollAsync(fields.Number("offset") ?? 0, limit, TimeSpan.FromSeconds(seconds), cancellationToken);
        Changed(); // what the offset confirms is gone as soon as the poll has begun
        return await poll;
    }

    // Telegram itself wants https and one of four ports; a Bot API server of one's own takes any address.
    private async Task SetWebhookAsync(TelegramCall call)
    {
        var fields = new CallFields(call.Body, call.Method, "url", "secret_token", "max_connections", "allowed_updates", "drop_pending_updates");
        var url = call.Method == "setWebhook" ? fields.Text("url") ?? "" : "";
        var secret = fields.Text("secret_token");
        if (secret is not null && !SecretShape().IsMatch(secret))
            throw TelegramRefusalException.Bad("secret token contains unallowed characters");
        if (fields.Number("max_connections") is < 1 or > 100)
            throw TelegramRefusalException.Bad("invalid max_connections specified");
        if (url.Length > 0 && !Uri.IsWellFormedUriString(url, UriKind.Absolute))
            throw TelegramRefusalException.Bad("bad webhook: invalid webhook URL specified");
        _world.Updates.Allow(Kinds(fields));
        if (fields.Flag("drop_pending_updates"))
            _world.Updates.Clear();
        if (_webhook is not null)
            await _webhook.DisposeAsync();
        _webhook = url.Length == 0 ? null : new WebhookDelivery(_world.Updates, new Uri(url), secret, _world.Time, Changed);
        if (_webhook is not null)
            _world.Updates.Terminate("setWebhook request");
    }

    private static string[]? Kinds(CallFields fields) => fields["allowed_updates"] switch
    {
        null => null,
        JsonArray kinds => [.. kinds.Select(kind => (string)kind!)],
        _ => throw TelegramRefusalException.Bad("can't parse allowed_updates: expected an Array of String"),
    };

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex SecretShape();
}
