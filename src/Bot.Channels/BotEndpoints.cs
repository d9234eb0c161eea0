using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Channels;

/// <summary>The addresses of the web channel.</summary>
public static class BotEndpoints
{
    internal const string AskPath = "/api/ask";
    internal const string MatchPath = "/api/match";
    internal const string MatchPagePath = "/match";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps the page, the HTTP API and the health addresses. Everything they need is resolved here,
    /// so that a host that forgot a part doesn't start.
    /// </summary>
    public static IEndpointRouteBuilder MapBot(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        endpoints.MapPost(AskPath, services.GetRequiredService<AskEndpoint>().HandleAsync);
        endpoints.MapPost("/api/feedback", services.GetRequiredService<FeedbackEndpoint>().HandleAsync);

        var reports = services.GetRequiredService<ReportEndpoints>();
        endpoints.MapReading("/api/reports", reports.ListAsync);
        endpoints.MapReading("/api/reports/{id}", reports.ShowAsync);
        endpoints.MapReading("/api/examples", reports.ListExamplesAsync);
        endpoints.MapReading("/reports/{id}", services.GetRequiredService<ReportPageEndpoint>().HandleAsync);

        endpoints.MapReading("/api/figures", services.GetRequiredService<FiguresEndpoint>().HandleAsync);
        endpoints.MapReading("/figures", services.GetRequiredService<LedgerPageEndpoint>().HandleAsync);
        var corrections = services.GetRequiredService<CorrectionEndpoints>();
        endpoints.MapReading("/api/figures/corrections", corrections.ListAsync);
        endpoints.MapPost("/api/figures/corrections", corrections.CorrectAsync);
        endpoints.MapDelete("/api/figures/corrections/{id}", corrections.TakeBackAsync);

        endpoints.MapReading("/api/measures", services.GetRequiredService<MeasuresEndpoint>().HandleAsync);
        endpoints.MapReading("/measures", services.GetRequiredService<RegisterPageEndpoint>().HandleAsync);
        var measures = services.GetRequiredService<MeasureCorrectionEndpoints>();
        endpoints.MapReading("/api/measures/corrections", measures.ListAsync);
        endpoints.MapPost("/api/measures/corrections", measures.CorrectAsync);
        endpoints.MapDelete("/api/measures/corrections/{id}", measures.TakeBackAsync);

        endpoints.MapPost(MatchPath, services.GetRequiredService<MatchEndpoint>().HandleAsync);
        var match = services.GetRequiredService<MatchPageEndpoint>();
        endpoints.MapReading(MatchPagePath, match.ShowAsync);
        endpoints.MapPost(MatchPagePath, match.MatchAsync);

        endpoints.MapReading("/healthz", HealthEndpoints.LiveAsync);
        endpoints.MapReading("/readyz", services.GetRequiredService<HealthEndpoints>().ReadyAsync);

        var assets = services.GetRequiredService<PageAssets>();
        endpoints.MapReading("/", context => assets.WriteAsync(context, "index.html"));
        endpoints.MapReading("/favicon.ico", context => assets.WriteAsync(context, "favicon.svg"));
        endpoints.MapReading("/assets/{**path}", context => assets.WriteAsync(context, context.Request.RouteValues["path"] as string ?? ""));
        return endpoints;
    }

    private static void MapReading(this IEndpointRouteBuilder endpoints, string pattern, RequestDelegate handle) =>
        endpoints.MapMethods(pattern, Reading, handle);
}
