using Bot.Answers;
using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Channels.WeCom;
using Bot.Commands;
using Bot.Configuration;
using Bot.Reading;
using Microsoft.Extensions.Options;

namespace Bot.Composition;

/// <summary>The web server with everything in it.</summary>
internal static class BotApplication
{
    /// <param name="replace">Puts other parts in place of the program's own, before they are; for tests.</param>
    /// <exception cref="ConfigurationException">The data folder can't be used, or another process writes to it.</exception>
    public static WebApplication Build(
        IConfiguration configuration, IProgress<ReadingEvent> progress, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = ProgramHome.Folder });
        builder.Configuration.Sources.Clear(); // ours says what is read, and in which order
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders().AddBotLogging(configuration);
        replace?.Invoke(builder.Services);
        builder.Services.AddBot(configuration).AddWebChannel().AddFeedback()
            .AddTelegramChannel(!string.IsNullOrEmpty(configuration[$"{TelegramOptions.SectionName}:{nameof(TelegramOptions.Token)}"]))
            .AddWeComChannel(configuration);
        builder.Services.AddSingleton(p => new EmbeddingDue(new ReadinessProgress(progress, p.GetRequiredService<Readiness>())));
        builder.Services.AddSingleton<IProgress<ReadingEvent>>(p => p.GetRequiredService<EmbeddingDue>());
        builder.Services.AddSingleton<CorpusReload>().AddSingleton<ICorpusReload>(p => p.GetRequiredService<CorpusReload>());
        builder.Services.AddSingleton<FirstReading>().AddHostedService<CorpusWorker>();
        builder.Services.AddSingleton<EmbeddingWorker>().AddHostedService(p => p.GetRequiredService<EmbeddingWorker>());
        builder.Services.AddSingleton<ISoundness>(p => p.GetRequiredService<EmbeddingWorker>());
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(2)); // streams may be open

        var app = builder.Build();
        var addresses = app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Url;
        foreach (var address in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            app.Urls.Add(address);
        CommandSetup.DemandWriting(app.Services); // before anything of a folder in use is opened for writing
        app.Services.GetRequiredService<IAnswerer>(); // words that can't be used are told of before anybody asks
        app.Services.GetRequiredService<TelemetryExport>(); // listens from here on
        if (app.Services.GetRequiredService<OpenedStorage>().Embedded is { } embedded)
            app.Services.GetRequiredService<Readiness>().Follow(embedded);
        app.MapBot();
        app.MapTelegram();
        app.MapWeCom();
        return app;
    }
}
