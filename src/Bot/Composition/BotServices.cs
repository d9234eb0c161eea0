using Bot.Answers;
using Bot.Answers.Matching;
using Bot.Channels;
using Bot.Commands;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Reading;
using Bot.Retrieval;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Composition;

/// <summary>Puts the rooms together: what every command needs.</summary>
internal static class BotServices
{
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var section in OwnedSection.All)
            section.Bind(services, configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => Rooms.WithWords(Words(provider), IndicatorVocabulary.OfFolder));
        services.TryAddSingleton<OpenReading>(provider =>
        {
            var indicators = provider.GetRequiredService<IndicatorVocabulary>();
            return (folder, cancellationToken) => Rooms.OpenReadingAsync(folder, indicators, cancellationToken);
        });
        services.TryAddSingleton(OpenStorage);
        services.AddSingleton<ISoundness, IndexSoundness>();
        services.AddSingleton(provider => provider.GetRequiredService<OpenedStorage>().Index);
        services.AddSingleton<IAnswerer>(provider => ModelRoom.Answering(provider, Rooms.WithWords(Words(provider), folder => new Answerer(
            provider.GetRequiredService<IReportIndex>(),
            provider.GetRequiredService<TimeProvider>(),
            folder))));
        services.AddSingleton(provider => Rooms.WithWords(Words(provider), folder => new Matchmaker(
            provider.GetRequiredService<IReportIndex>(),
            provider.GetRequiredService<TimeProvider>(),
            folder)));
        services.AddModelRoom();
        services.AddSingleton(provider => OpenFolder(
            provider.GetRequiredService<IOptions<CorpusOptions>>().Value,
            provider.GetRequiredService<OpenReading>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ReportIntake>();
        services.AddSingleton<CorpusUpdate>();
        services.AddSingleton<EmbeddingPass>();
        return services;
    }

    /// <summary>
    /// What the server alone takes from people: votes on its answers (one in the terminal can't be voted on), and corrections of figures.
    /// </summary>
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton(provider => new FeedbackStore(
            Writable(provider).State!, // writable, so it is there
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.KeepAnswers,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => Writable(provider).Corrections!); // the same
        services.AddSingleton(provider => Writable(provider).MeasureCorrections!);
        services.AddSingleton(provider => Writable(provider).State!);
        return services.AddSingleton<IFeedbackSink, AnswerKeeper>();
    }

    private static OpenedStorage OpenStorage(IServiceProvider provider)
    {
        var folder = provider.GetRequiredService<IOptions<StorageOptions>>().Value.FullPath;
        var index = provider.GetRequiredService<IOptions<IndexOptions>>().Value;
        var (time, loggers) = (provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>());
        var embedder = provider.GetRequiredService<ConfiguredEmbedder>().Embedder;
        if (index.Provider is IndexProvider.Sqlite)
            return Rooms.OpenStorage(folder, time, loggers, embedder);
        if (string.IsNullOrEmpty(index.Qdrant.Source))
            index.Qdrant.Source = $"{Environment.MachineName}:{Path.GetFullPath(provider.GetRequiredService<IOptions<CorpusOptions>>().Value.Folder)}";
        return Rooms.OpenStorage(folder, index.Qdrant, time, loggers, embedder);
    }

    private static string? Words(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<VocabularyOptions>>().Value.Folder is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;

    private static OpenedStorage Writable(IServiceProvider provider)
    {
        CommandSetup.DemandWriting(provider);
        return provider.GetRequiredService<OpenedStorage>();
    }

    private static CorpusFolder OpenFolder(CorpusOptions options, OpenReading open, TimeProvider time) =>
        new(Path.GetFullPath(options.Folder), options.Settling, options.Patience, open, time);
}
