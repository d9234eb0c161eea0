using System.Collections.Concurrent;
using Bot.Answers;
using Bot.Answers.Matching;
using Bot.Channels.WeCom;
using Bot.Retrieval;
using Bot.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Channels.Tests.WeCom;

/// <summary>The bot behind its own web server on a loopback WeCom, its state on disk: it can be stopped at any moment and started again on what it left.</summary>
internal sealed class WeComBot : IAsyncDisposable, ICorpusReload
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-wecom-").FullName;
    private readonly ConcurrentQueue<string> _asked = new();
    private WebApplication? _app;

    private WeComBot(LoopbackWeCom server, TimeProvider? time)
    {
        (Server, Time) = (server, time ?? TimeProvider.System);
        Answerer = new ScriptedAnswerer(Answer);
        Settings = new()
        {
            ["WeCom:BaseUrl"] = server.Url,
            ["WeCom:QuestionsPerMinute"] = "0",
            ["WeCom:App:CorpId"] = LoopbackWeCom.CorpId,
            ["WeCom:App:AgentId"] = $"{LoopbackWeCom.AgentId}",
            ["WeCom:App:Secret"] = LoopbackWeCom.Secret,
            ["WeCom:App:Token"] = LoopbackWeCom.Token,
            ["WeCom:App:EncodingAesKey"] = LoopbackWeCom.EncodingAesKey,
            ["Web:PublicUrl"] = "https://bot.example.cn",
        };
    }

    public LoopbackWeCom Server { get; }

    public TimeProvider Time { get; }

    /// <summary>As in appsettings; read at each start.</summary>
    public Dictionary<string, string?> Settings { get; }

    public IAnswerer Answerer { get; set; }

    public MemoryIndex Index { get; } = SampleLedger.Index;

    /// <summary>Null: there are no measures.</summary>
    public Matchmaker? Matchmaker { get; set; }

    public LogLines Log { get; } = new();

    /// <summary>Questions that reached the answerer, in order.</summary>
    public string[] Asked => [.. _asked];

    public Uri Address => new(_app!.Urls.Single()); // it was started

    private StateDatabase State => _app!.Services.GetRequiredService<StateDatabase>(); // the same

    public static async Task<WeComBot> StartAsync(LoopbackWeCom server, TimeProvider? time = null, Action<WeComBot>? with = null)
    {
        var bot = new WeComBot(server, time);
        with?.Invoke(bot);
        await bot.StartAsync();
        return bot;
    }

    public async Task StartAsync()
    {
        // Neither appsettings.json nor the environment of whoever runs the tests is to matter.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.WebHost.UseKestrelCore().UseUrls(LoopbackAddress.Any);
        builder.Logging.ClearProviders().AddProvider(Log).AddFilter("Microsoft", LogLevel.Warning);
        var services = builder.Services;
        services.AddRoutingCore().Configure<WeComOptions>(builder.Configuration.GetSection(WeComOptions.SectionName));
        services.AddSingleton(Time).AddSingleton(Answerer).AddSingleton<IReportIndex>(Index);
        services.AddSingleton<IFeedbackSink>(new MemoryFeedback()).AddSingleton<ICorpusReload>(this).AddSingleton(Matchmaker ?? new Matchmaker(Index, Time));
        services.AddSingleton(_ => StateDatabase.Open(_folder, Time, NullLogger<StateDatabase>.Instance));
        services.AddSingleton(p => new FeedbackStore(p.GetRequiredService<StateDatabase>(), TimeSpan.FromDays(90), Time));
        services.AddWebChannel().AddWeComChannel(builder.Configuration);

        _app = builder.Build();
        _app.MapBot();
        _app.MapWeCom();
        await _app.StartAsync();
        _app.Services.GetRequiredService<Readiness>().MarkReady();
        Server.Callback = new Uri(Address, "/wecom/app");
        // Only with it under way callbacks are taken.
        if (_app.Services.GetService<AppWorker>() is { } worker)
            await WhenAsync(() => worker.Intake is not null);
    }

    /// <summary>Ends it wherever it is.</summary>
    public async Task StopAsync()
    {
        if (_app is null)
            return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>What /readyz says.</summary>
    public async Task<string> ReadinessAsync()
    {
        using var client = new HttpClient();
        return await (await client.GetAsync(new Uri(Address, "/readyz"))).Content.ReadAsStringAsync();
    }

    /// <summary>Events of the app that are stored and not answered.</summary>
    public Task<IReadOnlyList<OpenEvent>> OpenEventsAsync() =>
        new ChatJournal(State, AppPlatform.Name, Time).OpenEventsAsync(CancellationToken.None);

    public void Request()
    {
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task WhenAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Yield();
    }

    private Answer Answer(Question question)
    {
        _asked.Enqueue(question.Text);
        return SampleAnswers.To(question);
    }
}
