using System.Text.Json.Serialization;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <param name="Status">ready, indexing, unavailable: the reports can't be searched now, or degraded: they can be, but something is wrong.</param>
/// <param name="Embedding">How far vectors are; null where no embedding model is configured.</param>
/// <param name="Problems">What is wrong; null when nothing is.</param>
internal sealed record ReadinessBody(
    string Status,
    int Done,
    int Total,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EmbeddingBody? Embedding,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Problems);

/// <param name="Embedded">Passages that have a vector.</param>
/// <param name="Passages">Passages there are.</param>
/// <param name="Model">The model whose vectors are searched now; null: search is lexical.</param>
internal sealed record EmbeddingBody(long Embedded, long Passages, string? Model)
{
    public static EmbeddingBody? Of(EmbeddingProgress? progress) =>
        progress is null ? null : new(progress.Embedded, progress.Passages, progress.Model?.Name);
}

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
        var failing = parts.Select(p => (p.Problem, p.IsNeeded)).Where(p => p.Problem is not null).ToArray();
        string[] problems = [.. failing.Select(p => p.Problem!).Distinct()]; // those without were left out
        var isUnavailable = failing.Any(p => p.IsNeeded);
        var status = isUnavailable ? "unavailable" : !isReady ? "indexing" : problems.Length > 0 ? "degraded" : "ready";
        context.Response.StatusCode = isReady && !isUnavailable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(
            new ReadinessBody(status, done, total, EmbeddingBody.Of(readiness.Embedding), problems.Length > 0 ? problems : null),
            WireJson.Wire.ReadinessBody,
            contentType: null,
            context.RequestAborted);
    }
}
