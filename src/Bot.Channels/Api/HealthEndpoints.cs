using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <param name="Status">ready, indexing, or degraded: the reports can be searched, but something is wrong.</param>
/// <param name="Problems">What is wrong; null when nothing is.</param>
internal sealed record ReadinessBody(
    string Status,
    int Done,
    int Total,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Problems);

/// <summary><c>GET /healthz</c> (the process lives) and <c>GET /readyz</c> (the reports can be searched).</summary>
internal sealed class HealthEndpoints(Readiness readiness, IEnumerable<ISoundness> parts)
{
    public static Task LiveAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync("ok", context.RequestAborted);
    }

    public Task ReadyAsync(HttpContext context)
    {
        var (done, total, isReady) = readiness.Current;
        string[] problems = [.. parts.Select(p => p.Problem).OfType<string>()];
        var status = !isReady ? "indexing" : problems.Length > 0 ? "degraded" : "ready";
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(
            new ReadinessBody(status, done, total, problems.Length > 0 ? problems : null),
            WireJson.Wire.ReadinessBody,
            contentType: null,
            context.RequestAborted);
    }
}
