using Bot.Answers;
using Bot.Answers.Matching;
using Bot.Retrieval;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Channels;

/// <summary>Registers what every chat platform needs.</summary>
internal static class ChatServices
{
    /// <summary>Adds <see cref="ChatRooms"/>, once. The host gives what the web channel needs, and <see cref="FeedbackStore"/> and <see cref="ICorpusReload"/>.</summary>
    public static IServiceCollection AddChatRooms(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new ChatRooms(
            provider.GetRequiredService<IAnswerer>(),
            provider.GetRequiredService<IReportIndex>(),
            provider.GetRequiredService<IFeedbackSink>(),
            provider.GetRequiredService<FeedbackStore>(),
            provider.GetRequiredService<ICorpusReload>(),
            provider.GetRequiredService<LedgerSearch>(),
            provider.GetRequiredService<ExampleQuestions>(),
            provider.GetRequiredService<Matchmaker>()));
        return services;
    }
}
