using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom;

/// <summary><c>/wecom/app</c>: a message is stored, then acknowledged with an empty 200, then worked on. WeCom waits no more than 5 s for that, and asks three times.</summary>
internal sealed class AppEndpoint
{
    private readonly AppWorker _worker;
    private readonly CallbackDoor _door;

    public AppEndpoint(AppWorker worker, IOptions<WeComOptions> options, TimeProvider time, ILogger<CallbackDoor> logger)
    {
        var app = options.Value.App;
        _worker = worker;
        _door = new CallbackDoor(
            new CallbackCipher(app.Token!, app.EncodingAesKey!, app.CorpId!), // checked at start
            CallbackEnvelope.Xml, TimeSpan.FromSeconds(options.Value.CallbackWindowSeconds), time, logger);
    }

    /// <summary>GET: WeCom checks the address before it is used; what it sealed goes back bare.</summary>
    public async Task CheckAsync(HttpContext context)
    {
        if (_door.OpenCheck(context) is not { } check)
            return;
        _door.Accept(check);
        context.Response.ContentType = "text/plain";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(check.Message), context.RequestAborted);
    }

    /// <summary>POST: a message or an event.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (_worker.Intake is not { } intake)
        {
            // WeCom delivers it again.
            CallbackDoor.AnswerEmpty(context, StatusCodes.Status503ServiceUnavailable);
            return;
        }
        using var arrival = _worker.Arrivals.Enter();
        if (await _door.OpenAsync(context) is not { } callback)
            return;
        if (AppMessageReader.Read(callback.Message) is not { } message)
        {
            _door.Refuse(context, CallbackFlaw.Message);
            return;
        }
        if (message.Event is { } happened)
            await intake.TakeAsync(happened.ToChatEvent(message.Key), happened.TooMany(message.Key), context.RequestAborted);
        _door.Accept(callback);
    }
}
