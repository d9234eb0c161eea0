using Bot.Answers;
using Bot.Answers.Generating;
using Bot.Channels;
using Bot.Configuration;
using Bot.Models;
using Bot.Retrieval;
using Microsoft.Extensions.Options;

namespace Bot.Composition;

/// <summary>Puts the chat model, where one is configured, between the rules and the people.</summary>
internal static class ModelRoom
{
    public static IServiceCollection AddModelRoom(this IServiceCollection services) =>
        services.AddModels().AddSingleton<ISoundness, ChatModelSoundness>().AddSingleton<TelemetryExport>();

    /// <exception cref="ConfigurationException">The model's settings or its prompts can't be used.</exception>
    public static IAnswerer Answering(IServiceProvider provider, Answerer extractive)
    {
        try
        {
            if (provider.GetRequiredService<ModelClients>().Chat is not { } chat)
                return extractive;
            var options = provider.GetRequiredService<IOptions<ChatModelOptions>>().Value;
            return new GenerativeAnswerer(
                extractive,
                provider.GetRequiredService<IReportIndex>(),
                chat,
                PromptLibrary.Load(provider.GetRequiredService<IOptions<PromptsOptions>>().Value.FullPath),
                new GeneratingLimits(options.MaxInputCharacters, TimeSpan.FromSeconds(options.BudgetSeconds)),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<GenerativeAnswerer>>());
        }
        catch (Exception e) when (e is OptionsValidationException or PromptFormatException)
        {
            throw new ConfigurationException(e.Message, e);
        }
    }
}
