using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom;

/// <summary>
/// <c>/wecom/bot</c>: the check of the address (GET), and what WeCom tells the bot (POST), answered at once with how the stream stands.
/// </summary>
internal sealed class AiBotEndpoint
{
    // A corporation's own bot seals for nobody in particular.
    private const string Receiver = "";

    private readonly AiBotWorker _worker;
    private readonly CallbackCipher _cipher;
    private readonly CallbackDoor _door;
    private readonly TimeProvider _time;

    public AiBotEndpoint(AiBotWorker worker, IOptions<WeComOptions> options, TimeProvider time, ILogger<CallbackDoor> logger)
    {
        var bot = options.Value.Bot;
        (_worker, _time) = (worker, time);
        _cipher = new CallbackCipher(bot.Token!, bot.EncodingAesKey!, Receiver); // checked at start
        _door = new CallbackDoor(_cipher, CallbackEnvelope.Json, TimeSpan.FromSeconds(options.Value.CallbackWindowSeconds), time, logger);
    }

    public async Task CheckAsync(HttpContext context)
    {
        if (_door.OpenCheck(context) is not { } callback)
            return;
        _door.Accept(callback);
        context.Response.ContentType = "text/plain";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(callback.Message), context.RequestAborted);
    }

    public async Task HandleAsync(HttpContext context)
    {
        if (await _door.OpenAsync(context) is not { } callback)
            return;
        if (AiBotReader.Read(callback.Message) is not { } message)
        {
            _door.Refuse(context, CallbackFlaw.Message);
            return;
        }
        if (_worker.Intake is not { } intake)
        {
            // WeCom delivers it again.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        var reply = await intake.TakeAsync(message, requestId: null, context.RequestAborted);
        _door.Accept(callback);
        if (reply is not null)
            await WriteAsync(context, callback, JsonSerializer.Serialize(reply, AiBotJson.Wire.AiBotBody));
    }

    private async Task WriteAsync(HttpContext context, Callback callback, string reply)
    {
        var (encrypted, now) = (_cipher.Seal(reply), _time.GetUtcNow().ToUnixTimeSeconds());
        var signature = _cipher.Sign(now.ToString(CultureInfo.InvariantCulture), callback.Nonce, encrypted);
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(new AiBotSeal(encrypted, signature, now, callback.Nonce), AiBotJson.Wire.AiBotSeal), context.RequestAborted);
    }
}
