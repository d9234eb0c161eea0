using System.Text.Json;
using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Benchmarks;

/// <summary>Answers inline queries over generated reports, from the update to the JSON that would be sent; prints what that took.</summary>
internal sealed class InlineRun(int reports)
{
    private const int Seed = 20_200_207;
    private const int Queries = 300;

    public async Task RunAsync()
    {
        var directory = Directory.CreateTempSubdirectory("bot-benchmark-").FullName;
        try
        {
            using var index = SqliteReportIndex.Open(directory, TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);
            using var state = StateDatabase.Open(directory, TimeProvider.System, NullLogger<StateDatabase>.Instance);
            var generator = new ReportGenerator(Seed);
            for (var i = 0; i < reports; i++)
            {
                var report = generator.Next();
                await index.ReplaceAsync(report, $"{report.Id}.txt", CancellationToken.None);
            }
            var bot = new Counter();
            var answers = new InlineAnswers(
                bot,
                new FigureLookup(new LedgerSearch(index, IndicatorVocabulary.Default), index),
                index,
                new TelegramRenderer(new ReportLinks(Options.Create(new WebOptions()))),
                new ChatAccess(new ChatAccessOptions([], [], 0, 0), new ChatDirectory(state, "telegram", TimeProvider.System), TimeProvider.System),
                NullLogger<InlineAnswers>.Instance);

            string[] words = [.. Enumerable.Range(0, Queries).Select(_ => generator.Lookup()).Select(l => $"{l.Region} {l.Indicator}")];
            string[] indicators = [.. Enumerable.Range(0, Queries).Select(_ => generator.Lookup().Indicator)];
            string[] sentences = [.. Enumerable.Range(0, Queries).Select(_ => generator.Question())];
            await MeasureAsync("warming up", answers, words);
            await MeasureAsync("place, indicator", answers, words);
            await MeasureAsync("indicator", answers, indicators);
            await MeasureAsync("part of a sentence", answers, sentences);
            IndexRun.Print("sent", $"{(double)bot.Results / bot.Answers:F1} results, {bot.Bytes / bot.Answers / 1024.0:F1} KiB each");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static Task MeasureAsync(string name, InlineAnswers answers, string[] queries) => IndexRun.MeasureAsync(
        name, queries, words => answers.AnswerAsync(new InlineQuery("1", new User(7, false, "某人"), words, "", "private"), CancellationToken.None));

    /// <summary>Takes what would be sent.</summary>
    private sealed class Counter : ITelegramBotClient
    {
        public int Answers { get; private set; }

        public int Results { get; private set; }

        public long Bytes { get; private set; }

        public Task<TResponse> SendRequest<TResponse>(RequestBase<TResponse> request, CancellationToken cancellationToken)
        {
            var answer = (AnswerInlineQueryRequest)(object)request;
            (Answers, Results) = (Answers + 1, Results + answer.Results.Length);
            Bytes += JsonSerializer.SerializeToUtf8Bytes(answer, TelegramJson.Wire.AnswerInlineQueryRequest).Length;
            return Task.FromResult((TResponse)(object)true);
        }
    }
}
