using System.Diagnostics.CodeAnalysis;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Answers.Tests.Answering;

/// <summary>A correction counts from the next question on, through every part that stands between state.db and the answer.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The test runner calls DisposeAsync.")]
public sealed class CorrectedAnswersTests : IAsyncLifetime
{
    private const string Asked = "衢州2022年新认定高新技术企业多少家";

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly string _folder = Directory.CreateTempSubdirectory("corrected-").FullName;
    private StateDatabase _state = null!; // set by InitializeAsync, as the three below
    private CorrectedReportIndex _index = null!;
    private FigureCorrections _corrections = null!;
    private Answerer _answerer = null!;

    public async Task InitializeAsync()
    {
        var time = new StoppedTime();
        _state = StateDatabase.Open(_folder, time, NullLogger<StateDatabase>.Instance);
        _index = new CorrectedReportIndex(SqliteReportIndex.Open(_folder, time, NullLogger<SqliteReportIndex>.Instance), _state);
        _corrections = new FigureCorrections(_index, time);
        _answerer = new Answerer(_index, time);
        await ReadAsync();
    }

    [Fact]
    public async Task Figure_answers_as_corrected_from_the_next_question_on_until_the_correction_is_taken_back()
    {
        (await AnsweringAsync()).ShouldNotBeNull().Correction.ShouldBeNull();

        var found = (await _index.FindFiguresAsync(new FigureQuery(Text: "高新技术企业", Aspect: FigureAspect.New), None)).Figures[0];
        var meaning = new FigureMeaning(
            found.Figure.Region, found.Figure.Indicator, Period.OfYear(2022), found.Figure.Value, found.Figure.Unit, FigureStatus.Achieved, FigureAspect.New, null);
        await CorrectAsync(found, meaning with { IsUsable = false });
        (await AnsweringAsync()).ShouldBeNull("it was said to be unusable");
        (await _answerer.AnswerAsync(new Question(Asked), None)).ShouldBeOfType<Answer.Refused>();

        await CorrectAsync(found, meaning with { Region = "衢江区" });
        (await _answerer.AnswerAsync(new Question(Asked), None)).ShouldBeOfType<Answer.Refused>("it was said to be of a part of the city");
        await CorrectAsync(found, meaning with { IsUsable = false });

        await ReadAsync();
        (await AnsweringAsync()).ShouldBeNull("it was only read again");

        await CorrectAsync(found, meaning);
        var id = (await AnsweringAsync()).ShouldNotBeNull().Correction.ShouldNotBeNull().Id;

        await _corrections.TakeBackAsync(id, None);
        (await AnsweringAsync()).ShouldNotBeNull().ShouldBe(found.Figure);
    }

    public Task DisposeAsync()
    {
        _index.Dispose();
        _state.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task ReadAsync()
    {
        var path = Path.Combine(_folder, "quzhou.txt");
        await File.WriteAllTextAsync(path, "衢州市科技局2022年工作总结\n\n一、主要工作\n2022年，全市新认定高新技术企业128家。\n", None);
        var outcome = await new CorpusReader().ReadAsync(path, None);
        await _index.ReplaceAsync(outcome.ShouldBeOfType<ReadOutcome.Success>().Report, "quzhou.txt", None);
    }

    private async Task CorrectAsync(LedgerFigure figure, FigureMeaning meaning)
    {
        var paragraph = new ParagraphAddress(figure.Paragraph.Report, figure.Paragraph.Paragraph.Number);
        var outcome = await _corrections.CorrectAsync(paragraph, figure.Number, figure.Sentence, meaning, null, None);
        outcome.ShouldBeOfType<CorrectionOutcome.Corrected>();
    }

    // The figure that answers; null when none does.
    private async Task<Figure?> AnsweringAsync() =>
        (await _answerer.AnswerAsync(new Question(Asked), None)).Figures.Select(f => f.Figure).FirstOrDefault(f => f.Value == 128);

    // Two versions stored in one moment are two versions all the same.
    private sealed class StoppedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
