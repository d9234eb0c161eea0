using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Models;

/// <summary>Registers the model clients.</summary>
public static class ModelServices
{
    /// <summary>
    /// Adds <see cref="ModelClients"/> and <see cref="ModelHealth"/>. The host binds <see cref="ChatModelOptions"/> and
    /// <see cref="EmbeddingModelOptions"/>, which are checked at start.
    /// </summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.AddOptions<ChatModelOptions>().ValidateOnStart();
        services.AddOptions<EmbeddingModelOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ChatModelOptions>, ChatModelOptionsValidation>();
        services.AddSingleton<IValidateOptions<EmbeddingModelOptions>, EmbeddingModelOptionsValidation>();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ModelHealth>();
        services.AddSingleton<ModelClients>();
        return services;
    }
}
