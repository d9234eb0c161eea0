using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <param name="Status">ready, indexing.</param>
internal sealed record ReadinessBody(string Status, int Done, int Total);

/// <summary><c>GET /healthz</c> (the process lives) and <c>GET /readyz</c> (the reports can be searched).</summary>
internal sealed class HealthEndpoints(Readiness readiness)
{
    public static Task LiveAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync("ok", context.RequestAborted);
    }

    public Task ReadyAsync(HttpContext context)
    {
        var (done, total, isReady) = readiness.Current;
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(
            new ReadinessBody(isReady ? "ready" : "indexing", done, total),
            WireJson.Wire.ReadinessBody,
            contentType: null,
            context.RequestAborted);
    }
}
