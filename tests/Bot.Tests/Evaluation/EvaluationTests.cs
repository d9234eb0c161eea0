using Bot.Tests.Parts;
using Xunit.Abstractions;

namespace Bot.Tests.Evaluation;

/// <summary>
/// How well the bot answers questions it was not made for. No number may ever stand in an answer without a source; how many
/// of the questions must be answered as expected stands in the floors, which rise with the bot.
/// </summary>
public sealed class EvaluationTests(ITestOutputHelper output)
{
    private const double HeldOutFloor = 0.80;
    private const double MendedFloor = 0.80;
    private const double SeedsFloor = 0.90;

    [Fact]
    public Task Held_out_reports_are_answered_as_well_as_before() =>
        EvaluateAsync(Repository.PathOf("tests", "evaluation", "heldout", "reports"), Path.Combine("heldout", "questions.jsonl"), HeldOutFloor);

    [Fact]
    public Task Reports_that_once_misled_the_bot_are_answered_as_well_as_before() =>
        EvaluateAsync(Repository.PathOf("tests", "evaluation", "mended", "reports"), Path.Combine("mended", "questions.jsonl"), MendedFloor);

    [Fact]
    public Task Seeds_are_answered_as_well_as_before() =>
        EvaluateAsync(Repository.PathOf("seeds"), "seeds-extra.jsonl", SeedsFloor);

    private async Task EvaluateAsync(string reports, string questions, double floor)
    {
        using var bot = await EvaluatedBot.ReadAsync(reports);

        var report = await EvaluationReport.OfAsync(bot, EvaluationQuestion.Load(Repository.PathOf("tests", "evaluation", questions)));

        output.WriteLine(report.ToString());
        report.Errors.ShouldBeEmpty(report.ToString());
        report.WithUngroundedNumbers.ShouldBeEmpty(report.ToString());
        report.PassRate.ShouldBeGreaterThanOrEqualTo(floor, report.ToString());
    }
}
