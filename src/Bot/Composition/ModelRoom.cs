using Bot.Answers;
using Bot.Answers.Generating;
using Bot.Channels;
using Bot.Configuration;
using Bot.Models;
using Bot.Retrieval;
using Microsoft.Extensions.Options;

namespace Bot.Composition;

/// <summary>Puts the models that are configured to work: the chat model between the rules and the people, the embedding model behind the search.</summary>
internal static class ModelRoom
{
    public static IServiceCollection AddModelRoom(this IServiceCollection services) =>
        services.AddModels()
            .AddSingleton<ISoundness>(provider => new ModelSoundness(provider.GetRequiredService<ModelHealth>(), ModelKind.Chat))
            .AddSingleton<ISoundness>(provider => new ModelSoundness(provider.GetRequiredService<ModelHealth>(), ModelKind.Embedding))
            .AddSingleton<ConfiguredEmbedder>()
            .AddSingleton<TelemetryExport>();

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
                provider.GetRequiredService<ILogger<GenerativeAnswerer>>(),
                chat.NoteOutOfTime);
        }
        catch (Exception e) when (e is OptionsValidationException or PromptFormatException)
        {
            throw new ConfigurationException(e.Message, e);
        }
    }
}
