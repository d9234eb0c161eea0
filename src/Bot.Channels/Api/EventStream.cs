using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Channels;

/// <summary>A response of server-sent events, each one line of JSON.</summary>
internal sealed class EventStream
{
    public const string MediaType = "text/event-stream";

    private readonly HttpResponse _response;

    private EventStream(HttpResponse response) => _response = response;

    /// <summary>Starts the response at once, so that the page knows it was heard before a model has thought.</summary>
    public static async Task<EventStream> OpenAsync(HttpContext context)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = MediaType;
        // Reverse proxies of the nginx family would otherwise hold the pieces back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        return new EventStream(context.Response);
    }

    public async Task SendAsync<T>(string name, T data, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await _response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data, type)}\n\n", cancellationToken);
        await _response.Body.FlushAsync(cancellationToken);
    }
}
