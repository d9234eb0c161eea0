using System.Collections.Concurrent;
using Bot.Answers;
using Bot.Answers.Matching;
using Bot.Channels.Telegram;
using Bot.Corpus;
using Bot.Retrieval;
using Bot.TestServers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Tests.Telegram;

/// <summary>The bot on a loopback Telegram, its state on disk: it can be stopped at any moment and started again on what it left.</summary>
internal sealed class TelegramBot : IAsyncDisposable, ICorpusReload
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-telegram-").FullName;
    private readonly TelegramSoundness _soundness = new();
    private readonly ConcurrentQueue<Question> _asked = new();
    private StateDatabase? _state;
    private TelegramWorker? _worker;

    public TelegramBot(LoopbackTelegram server, TimeProvider? time = null)
    {
        Server = server;
        Time = time ?? TimeProvider.System;
        Answerer = new ScriptedAnswerer(Answer);
        Settings = new TelegramOptions { Token = LoopbackTelegram.Token, BaseUrl = server.Url, QuestionsPerMinute = 0, QuestionsPerMinuteInGroup = 0 };
    }

    public LoopbackTelegram Server { get; }

    public TimeProvider Time { get; }

    public TelegramOptions Settings { get; }

    public IAnswerer Answerer { get; set; }

    public MemoryIndex Index { get; } = SampleLedger.Index;

    public MemoryFeedback Feedback { get; } = new();

    /// <summary>Null: there are no measures.</summary>
    public Matchmaker? Matchmaker { get; set; }

    /// <summary>Questions that reached the answerer, in order.</summary>
    public string[] Asked => [.. _asked.Select(q => q.Text)];

    /// <summary>And the conversations that they were asked in.</summary>
    public string?[] Conversations => [.. _asked.Select(q => q.Conversation)];

    public string? Problem => _soundness.Problem;

    /// <summary>What the host maps the webhook to; 503 while it is stopped, as a proxy before it would say.</summary>
    public async Task ReceiveAsync(HttpContext context)
    {
        if (_worker is { } worker)
            await new WebhookEndpoint(worker, Options.Create(Settings), NullLogger<WebhookEndpoint>.Instance).HandleAsync(context);
        else
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    public static async Task<TelegramBot> StartAsync(LoopbackTelegram server, TimeProvider? time = null, Action<TelegramBot>? with = null)
    {
        var bot = new TelegramBot(server, time);
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
        _worker = new TelegramWorker(
            rooms, _state, new ReportLinks(Options.Create(new WebOptions { PublicUrl = "https://bot.example.cn" })), _soundness,
            Options.Create(Settings), Time, NullLoggerFactory.Instance);
        await _worker.StartAsync(CancellationToken.None);
    }

    /// <summary>Ends it wherever it is.</summary>
    public async Task StopAsync()
    {
        if (_worker is null)
            return;
        // A test that failed may leave a message waiting for a clock that nobody moves any more.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _worker.StopAsync(patience.Token);
        _worker.Dispose();
        _state!.Dispose(); // made with the worker
        _worker = null;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public void Request()
    {
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Answer Answer(Question question)
    {
        _asked.Enqueue(question);
        return SampleAnswers.To(question);
    }
}
