using Bot.Retrieval;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>What stands before every endpoint: security headers, an answer to every error, the limit on questions.</summary>
internal sealed class WebPipeline(IReportIndex index) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(SecurityHeaders.ApplyAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ExplainFailureAsync,
            // Told once by the index itself, not once per request.
            SuppressDiagnosticsCallback = failure => failure.Exception is IndexUnavailableException,
        });
        app.UseStatusCodePages(ExplainStatusAsync);
        app.UseRateLimiter();
        next(app);
    };

    private static Task ExplainFailureAsync(HttpContext context)
    {
        var problem = context.Features.Get<IExceptionHandlerFeature>()?.Error is IndexUnavailableException cause
            ? Problem.Unavailable(cause)
            : Problem.Failure;
        return WriteAsync(context, problem);
    }

    /// <summary>As a page for people, as problem details for programs.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem) =>
        WantsPage(context) ? NoticePage.Of(problem).WriteAsync(context) : problem.WriteAsync(context);

    private Task ExplainStatusAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        bool isLostPage = context.Response.StatusCode == StatusCodes.Status404NotFound && WantsPage(context);
        return isLostPage
            ? NoticePage.NotFound("没有这个网页", "您要找的网页不存在，可能是网址写错了。", index.Catalogue).WriteAsync(context)
            : Problem.OfStatus(context.Response.StatusCode, context.Request.Path).WriteAsync(context);
    }

    private static bool WantsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
