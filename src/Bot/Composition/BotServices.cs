using Bot.Answers;
using Bot.Channels;
using Bot.Configuration;
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
        services.TryAddSingleton<OpenReading>(_ => Rooms.OpenReadingAsync);
        services.TryAddSingleton(provider => Rooms.OpenIndex(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.FullPath,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => provider.GetRequiredService<OpenedIndex>().Index);
        services.AddSingleton<IAnswerer>(provider => new Answerer(
            provider.GetRequiredService<IReportIndex>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<VocabularyOptions>>().Value.Folder is { Length: > 0 } folder ? Path.GetFullPath(folder) : null));
        services.AddSingleton(provider => OpenFolder(
            provider.GetRequiredService<IOptions<CorpusOptions>>().Value,
            provider.GetRequiredService<OpenReading>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ReportIntake>();
        services.AddSingleton<CorpusUpdate>();
        return services;
    }

    /// <summary>Answers and votes are kept by the server alone: an answer in the terminal can't be voted on.</summary>
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton(provider => Rooms.OpenFeedback(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.FullPath,
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.KeepAnswers,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        return services.AddSingleton<IFeedbackSink, AnswerKeeper>();
    }

    private static CorpusFolder OpenFolder(CorpusOptions options, OpenReading open, TimeProvider time) =>
        new(Path.GetFullPath(options.Folder), options.Settling, options.Patience, open, time);
}
