using Bot.Retrieval;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Registers Telegram.</summary>
public static class TelegramChannel
{
    /// <summary>
    /// Adds what lives on Telegram; without a token it does nothing. The host gives what the web channel needs, and <see cref="StateDatabase"/>,
    /// <see cref="FeedbackStore"/> and <see cref="ICorpusReload"/>.
    /// </summary>
    /// <param name="isConfigured">Whether the settings hold a token.</param>
    public static IServiceCollection AddTelegramChannel(this IServiceCollection services, bool isConfigured)
    {
        services.AddOptions<TelegramOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidation>();
        if (!isConfigured)
            return services;
        services.AddChatRooms();
        services.AddSingleton<TelegramSoundness>();
        services.AddSingleton<ISoundness>(provider => provider.GetRequiredService<TelegramSoundness>());
        services.AddSingleton<TelegramWorker>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<TelegramWorker>());
        services.AddSingleton<WebhookEndpoint>();
        return services;
    }

    /// <summary>Maps the webhook where Telegram is configured.</summary>
    public static IEndpointRouteBuilder MapTelegram(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<WebhookEndpoint>() is { } webhook)
            endpoints.MapPost(TelegramWebhookOptions.Path, webhook.HandleAsync);
        return endpoints;
    }
}
