using Bot.Corpus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

/// <summary>Registers the page and the HTTP API.</summary>
public static class WebChannel
{
    /// <summary>
    /// Adds what <see cref="BotEndpoints.MapBot"/> needs; settings come from the sections "Web" and "Admin" and are checked at start.
    /// The host gives <c>IAnswerer</c>, <c>Matchmaker</c>, <c>IReportIndex</c> and <see cref="IFeedbackSink"/>, and <c>IFigureCorrections</c> and
    /// <c>IMeasureCorrections</c> where figures and measures can be corrected.
    /// </summary>
    public static IServiceCollection AddWebChannel(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidation>();
        services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AdminOptions>, AdminOptionsValidation>();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, AskRateLimit>();
        services.AddRateLimiter();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddTransient<IStartupFilter, WebPipeline>();

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Readiness>();
        services.TryAddSingleton<ReportLinks>();
        services.AddSingleton<ExampleQuestions>();
        services.AddSingleton<PageAssets>();
        services.AddSingleton<AskEndpoint>();
        services.AddSingleton<FeedbackEndpoint>();
        services.AddSingleton<ReportEndpoints>();
        services.AddSingleton<HealthEndpoints>();
        services.AddSingleton<ReportPageEndpoint>();
        services.TryAddSingleton(IndicatorVocabulary.Default);
        services.AddSingleton<LedgerSearch>();
        services.AddSingleton<FigureCsv>();
        services.AddSingleton<FiguresEndpoint>();
        services.AddSingleton<LedgerPageEndpoint>();
        services.AddSingleton<FailedAttempts>();
        services.AddSingleton<AdminGate>();
        services.AddSingleton<CorrectionDoor>();
        services.AddSingleton<CorrectionEndpoints>();
        services.AddSingleton<RegisterSearch>();
        services.AddSingleton<MeasureCsv>();
        services.AddSingleton<MeasuresEndpoint>();
        services.AddSingleton<RegisterPageEndpoint>();
        services.AddSingleton<MeasureCorrectionEndpoints>();
        services.AddSingleton<MatchOffer>();
        services.AddSingleton<MatchReader>();
        services.AddSingleton<MatchEndpoint>();
        services.AddSingleton<MatchPageEndpoint>();
        return services;
    }
}
