using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

/// <summary>Limits how many questions one client address may ask in a minute (Web:RequestsPerMinute).</summary>
internal sealed class AskRateLimit(IOptions<WebOptions> web) : IConfigureOptions<RateLimiterOptions>
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public void Configure(RateLimiterOptions options)
    {
        if (web.Value.RequestsPerMinute == 0)
            return;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        options.OnRejected = RefuseAsync;
    }

    private RateLimitPartition<string> Partition(HttpContext context) =>
        IsQuestion(context.Request)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = web.Value.RequestsPerMinute, Window = Window })
            : RateLimitPartition.GetNoLimiter("");

    // A match is a question as well; the empty form is none.
    private static bool IsQuestion(HttpRequest request) =>
        request.Path.Equals(BotEndpoints.AskPath, StringComparison.OrdinalIgnoreCase)
        || request.Path.Equals(BotEndpoints.MatchPath, StringComparison.OrdinalIgnoreCase)
        || (HttpMethods.IsPost(request.Method) && request.Path.Equals(BotEndpoints.MatchPagePath, StringComparison.OrdinalIgnoreCase));

    private static ValueTask RefuseAsync(OnRejectedContext rejection, CancellationToken cancellationToken)
    {
        var wait = rejection.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : Window;
        int seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejection.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new ValueTask(WebPipeline.WriteAsync(rejection.HttpContext, Problem.TooManyRequests(seconds)));
    }
}
