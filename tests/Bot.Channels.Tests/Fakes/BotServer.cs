using Bot.Answers;
using Bot.Answers.Matching;
using Bot.Retrieval;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.Tests;

/// <summary>The web channel on a real server, with hand-made parts at its edges.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    public const string AdminKey = "a-key-for-the-tests";

    private readonly WebApplication _app;

    private BotServer(WebApplication app, MemoryFeedback feedback)
    {
        _app = app;
        Feedback = feedback;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public MemoryFeedback Feedback { get; }

    public Readiness Readiness => _app.Services.GetRequiredService<Readiness>();

    public static async Task<BotServer> StartAsync(
        IAnswerer? answerer = null, IReportIndex? index = null, IFigureCorrections? corrections = null, TimeProvider? time = null,
        IMeasureCorrections? measureCorrections = null, params (string Key, string Value)[] settings)
    {
        // Neither appsettings.json nor the environment of whoever runs the tests is to matter.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();

        var feedback = new MemoryFeedback();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(answerer ?? new ScriptedAnswerer(SampleAnswers.Figure));
        builder.Services.AddSingleton(index ?? MemoryIndex.With(SampleReports.Linjiang));
        builder.Services.AddSingleton<IFeedbackSink>(feedback);
        if (corrections is not null)
            builder.Services.AddSingleton(corrections);
        if (measureCorrections is not null)
            builder.Services.AddSingleton(measureCorrections);
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(provider => new Matchmaker(provider.GetRequiredService<IReportIndex>(), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddWebChannel();

        var app = builder.Build();
        app.MapBot();
        await app.StartAsync();
        return new BotServer(app, feedback);
    }

    /// <summary>Figures can be read, and with <see cref="AdminKey"/> corrected.</summary>
    public static async Task<(BotServer Bot, MemoryCorrections Corrections)> StartLedgerAsync(MemoryIndex? index = null, TimeProvider? time = null)
    {
        index ??= SampleLedger.Index;
        var corrections = new MemoryCorrections(index);
        return (await StartAsync(index: index, corrections: corrections, time: time, settings: ("Admin:Key", AdminKey)), corrections);
    }

    /// <summary>As <see cref="StartAsync"/>, its reports read.</summary>
    public static async Task<BotServer> StartReadyAsync(IAnswerer? answerer = null, IReportIndex? index = null)
    {
        var bot = await StartAsync(answerer, index);
        bot.Readiness.MarkReady();
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
