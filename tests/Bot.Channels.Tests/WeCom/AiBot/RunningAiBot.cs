using System.Collections.Concurrent;
using Bot.Answers;
using Bot.Answers.Matching;
using Bot.Channels.WeCom;
using Bot.Corpus;
using Bot.Retrieval;
using Bot.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Tests.WeCom;

/// <summary>The AI bot with its state on disk, called back or connected: it can be stopped at any moment and started again on what it left.</summary>
internal sealed class RunningAiBot : IAsyncDisposable, ICorpusReload
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-aibot-").FullName;
    private readonly ConcurrentQueue<Question> _asked = new();
    private WebApplication? _site;
    private StateDatabase? _state;
    private AiBotWorker? _worker;
    private volatile AiBotEndpoint? _endpoint;

    private RunningAiBot(TimeProvider time, WeComOptions settings)
    {
        (Time, Settings) = (time, settings);
        (Settings.QuestionsPerMinute, Settings.QuestionsPerMinuteInGroup) = (0, 0);
        Answerer = new ScriptedAnswerer(Answer);
    }

    public TimeProvider Time { get; }

    public WeComOptions Settings { get; }

    public IAnswerer Answerer { get; set; }

    public MemoryIndex Index { get; } = SampleLedger.Index;

    public MemoryFeedback Feedback { get; } = new();

    /// <summary>Null: there are no measures.</summary>
    public Matchmaker? Matchmaker { get; set; }

    /// <summary>What questions are answered with.</summary>
    public Func<Question, Answer> Script { get; set; } = SampleAnswers.To;

    /// <summary>Questions that reached the answerer, in order.</summary>
    public Question[] Asked => [.. _asked];

    public string? Problem => _worker?.Problem;

    /// <summary>Called back by <paramref name="platform"/>, which is told the address.</summary>
    public static async Task<RunningAiBot> CalledAsync(
        LoopbackWeCom wecom, LoopbackAiBot platform, TimeProvider? time = null, Action<RunningAiBot>? with = null)
    {
        var bot = new RunningAiBot(time ?? TimeProvider.System, new WeComOptions
        {
            BaseUrl = wecom.Url,
            Bot = { Token = LoopbackAiBot.Token, EncodingAesKey = LoopbackAiBot.EncodingAesKey },
        });
        with?.Invoke(bot);
        await bot.ListenAsync();
        platform.Callback = new Uri(bot._site!.Urls.Single() + WeComBotOptions.Path); // it listens
        await bot.StartAsync();
        return bot;
    }

    public static async Task<RunningAiBot> ConnectedAsync(LoopbackAiBotSocket server, TimeProvider? time = null, Action<RunningAiBot>? with = null)
    {
        var bot = new RunningAiBot(time ?? TimeProvider.System, new WeComOptions
        {
            Bot = { BotId = LoopbackAiBotSocket.BotId, Secret = LoopbackAiBotSocket.Secret, WebSocketUrl = server.Url },
        });
        with?.Invoke(bot);
        await bot.StartAsync();
        return bot;
    }

    public async Task StartAsync()
    {
        _state = StateDatabase.Open(_folder, Time, NullLogger<StateDatabase>.Instance);
        var rooms = new ChatRooms(
            Answerer, Index, Feedback, new FeedbackStore(_state, TimeSpan.FromDays(90), Time), this,
            new LedgerSearch(Index, IndicatorVocabulary.Default), new ExampleQuestions(), Matchmaker ?? new Matchmaker(Index, Time));
        _worker = new AiBotWorker(
            rooms, _state, new ReportLinks(Options.Create(new WebOptions { PublicUrl = "https://bot.example.cn" })), Options.Create(Settings), Time, NullLoggerFactory.Instance);
        _endpoint = Settings.Bot.UsesCallbacks ? new AiBotEndpoint(_worker, Options.Create(Settings), Time, NullLogger<CallbackDoor>.Instance) : null;
        await _worker.StartAsync(CancellationToken.None);
        while (Settings.Bot.UsesCallbacks && _worker.Intake is null)
            await Task.Yield();
    }

    /// <summary>Ends it wherever it is.</summary>
    public async Task StopAsync()
    {
        if (_worker is null)
            return;
        _endpoint = null;
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        _state!.Dispose(); // made with the worker
        _worker = null;
    }

    /// <summary>Waits until it ends by itself.</summary>
    public Task StoppedAsync() => _worker!.ExecuteTask!; // it was started

    public void Request()
    {
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_site is not null)
            await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // One address over all restarts.
    private async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(LoopbackAddress.Any);
        _site = builder.Build();
        _site.Run(context =>
        {
            if (_endpoint is { } endpoint)
                return HttpMethods.IsGet(context.Request.Method) ? endpoint.CheckAsync(context) : endpoint.HandleAsync(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        await _site.StartAsync();
    }

    private Answer Answer(Question question)
    {
        _asked.Enqueue(question);
        return Script(question);
    }
}
