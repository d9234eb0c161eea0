using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary><c>POST /telegram/webhook</c>: an update is stored, then acknowledged, then worked on. Without the secret it is refused with 401.</summary>
internal sealed partial class WebhookEndpoint(TelegramWorker worker, IOptions<TelegramOptions> options, ILogger<WebhookEndpoint> logger)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int LongestBody = 1 << 20;

    private readonly TelegramWebhookOptions _webhook = options.Value.Webhook;

    public async Task HandleAsync(HttpContext context)
    {
        if (!_webhook.IsUsed)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!IsTelegram(context.Request.Headers[SecretHeader].ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (worker.Intake is not { } intake)
        {
            // Telegram delivers it again.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "2";
            return;
        }
        if (await ReadAsync(context) is not { } update)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await intake.TakeAsync([update], context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    // Digests are compared, so that neither content nor length of the secret can be told from the time it takes.
    private bool IsTelegram(string given) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(_webhook.SecretToken!))); // needed with the address

    private async Task<Update?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LongestBody)
            return null;
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            // Through the list's reader, which takes updates of unknown shape for what they are.
            return body.Length > LongestBody
                ? null
                : JsonSerializer.Deserialize($"[{Encoding.UTF8.GetString(body.ToArray())}]", TelegramJson.Wire.UpdateArray) is [var update] ? update : null;
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            Log.Unreadable(logger, e.GetType().Name);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A call of the webhook held no update ({Problem})")]
        public static partial void Unreadable(ILogger logger, string problem);
    }
}
