using Bot.Answers;
using Bot.Corpus;
using Bot.Retrieval;
using Bot.Tests.Parts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Evaluation;

/// <summary>The bot without its host: the real reader, the index on disk and the answerer, over one folder, on one day.</summary>
internal sealed class EvaluatedBot : IDisposable
{
    // Questions may say 去年; the answers must not depend on the day the test runs.
    private static readonly DateTimeOffset s_today = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _storage = new();
    private readonly SqliteReportIndex _index;
    private readonly Answerer _answerer;

    private EvaluatedBot()
    {
        var time = new ManualTime(s_today);
        _index = SqliteReportIndex.Open(_storage.Path, time, NullLogger<SqliteReportIndex>.Instance);
        _answerer = new Answerer(_index, time);
    }

    /// <exception cref="InvalidOperationException">One of the files can't be read.</exception>
    public static async Task<EvaluatedBot> ReadAsync(string folder)
    {
        var bot = new EvaluatedBot();
        var reader = new CorpusReader(await SourcesFile.LoadAsync(Path.Combine(folder, SourcesFile.FileName), default));
        foreach (var path in Directory.EnumerateFiles(folder).Where(CorpusReader.CanRead).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) == SourcesFile.FileName)
                continue;
            var report = await reader.ReadAsync(path, default) is ReadOutcome.Success read
                ? read.Report
                : throw new InvalidOperationException($"{path} can't be read.");
            await bot._index.ReplaceAsync(report, Path.GetFileName(path), default);
        }
        return bot;
    }

    /// <summary>Asks every turn in a conversation of its own.</summary>
    public async Task<QuestionOutcome> AskAsync(EvaluationQuestion question)
    {
        try
        {
            Answer? answer = null;
            foreach (var turn in question.Turns)
                answer = await _answerer.AnswerAsync(new Question(turn, question.Id), default);
            return answer is null
                ? new(question, null, ["nothing was asked"], [])
                : new(question, answer, Judge.Faults(question.Expect, answer), Judge.UngroundedNumbers(answer, question.Turns));
        }
        // One question that fails must not hide what becomes of the others; the test fails all the same.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(question, null, [$"error: {e}"], []);
        }
    }

    public void Dispose()
    {
        _index.Dispose();
        _storage.Dispose();
    }
}
