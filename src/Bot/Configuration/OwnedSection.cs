using System.Collections.Immutable;
using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Channels.WeCom;
using Bot.Models;

namespace Bot.Configuration;

/// <summary>A section of the configuration that this program reads, and the class it is bound to.</summary>
/// <param name="Name">Its path from the root: Corpus.</param>
/// <param name="Bind">Binds the class to the section.</param>
internal sealed record OwnedSection(string Name, Type Options, Action<IServiceCollection, IConfiguration> Bind)
{
    /// <summary>Every section there is. What is not named here is not ours: other programs' environment variables are everywhere.</summary>
    public static ImmutableArray<OwnedSection> All { get; } =
    [
        Of<AdminOptions>(AdminOptions.SectionName),
        Of<ChatModelOptions>(ChatModelOptions.SectionName),
        Of<CorpusOptions>(CorpusOptions.SectionName),
        Of<EmbeddingModelOptions>(EmbeddingModelOptions.SectionName),
        Of<IndexOptions>(IndexOptions.SectionName),
        Of<PromptsOptions>(PromptsOptions.SectionName),
        Of<StorageOptions>(StorageOptions.SectionName),
        Of<TelegramOptions>(TelegramOptions.SectionName),
        Of<TelemetryOptions>(TelemetryOptions.SectionName),
        Of<VocabularyOptions>(VocabularyOptions.SectionName),
        Of<WebOptions>(WebOptions.SectionName),
        Of<WeComOptions>(WeComOptions.SectionName),
    ];

    public static OwnedSection Of<TOptions>(string name)
        where TOptions : class =>
        new(name, typeof(TOptions), (services, configuration) => services.Configure<TOptions>(configuration.GetSection(name)));
}
