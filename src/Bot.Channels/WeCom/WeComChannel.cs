using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom;

/// <summary>Registers WeCom.</summary>
public static class WeComChannel
{
    /// <summary>
    /// Adds what of WeCom is configured, perhaps nothing. The host gives what the web channel needs, and <see cref="Retrieval.StateDatabase"/>,
    /// <see cref="Retrieval.FeedbackStore"/> and <see cref="ICorpusReload"/>.
    /// </summary>
    /// <param name="configuration">Tells which parts are; the settings themselves are bound by the host.</param>
    public static IServiceCollection AddWeComChannel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WeComOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<WeComOptions>, WeComOptionsValidation>();
        var options = configuration.GetSection(WeComOptions.SectionName).Get<WeComOptions>() ?? new WeComOptions();
        if (options.App.IsConfigured)
            services.AddChatRooms().AddWorker<AppWorker>().AddSingleton<AppEndpoint>();
        if (options.Bot.IsConfigured)
            services.AddChatRooms().AddWorker<AiBotWorker>();
        if (options.Bot.UsesCallbacks)
            services.AddSingleton<AiBotEndpoint>();
        if (options.GroupWebhooks.Count > 0)
            services.AddWorker<GroupWorker>();
        return services;
    }

    /// <summary>Maps the callbacks of what is configured.</summary>
    public static IEndpointRouteBuilder MapWeCom(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<AppEndpoint>() is { } app)
        {
            endpoints.MapGet(WeComAppOptions.Path, app.CheckAsync);
            endpoints.MapPost(WeComAppOptions.Path, app.HandleAsync);
        }
        if (endpoints.ServiceProvider.GetService<AiBotEndpoint>() is { } bot)
        {
            endpoints.MapGet(WeComBotOptions.Path, bot.CheckAsync);
            endpoints.MapPost(WeComBotOptions.Path, bot.HandleAsync);
        }
        return endpoints;
    }

    private static IServiceCollection AddWorker<TWorker>(this IServiceCollection services)
        where TWorker : class, IHostedService, ISoundness
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TWorker>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<TWorker>());
        return services.AddSingleton<ISoundness>(provider => provider.GetRequiredService<TWorker>());
    }
}
