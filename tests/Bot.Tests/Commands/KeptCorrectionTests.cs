using Bot.Composition;
using Bot.Corpus;
using Bot.Retrieval;
using Bot.Tests.Parts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Commands;

/// <summary>Whichever command reads the reports, corrections hold.</summary>
public sealed class KeptCorrectionTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _storage = new();

    [Theory]
    [InlineData("ingest")]
    [InlineData("reports")]
    [InlineData("ask", "甲市2021年新认定高新技术企业多少家？")]
    public async Task Correction_holds_when_a_command_reads_the_report_anew(params string[] command)
    {
        _corpus.WriteOld("甲市2021.txt", "甲市科技局2021年工作总结\n\n2021年，甲市新认定高新技术企业128家。");
        await RunAsync("ingest");
        await CorrectAsync();
        _corpus.WriteOld("甲市2021.txt", "甲市科技局2021年工作总结\n\n新的一段。\n2021年，甲市新认定高新技术企业128家。");

        await RunAsync(command);

        await using var storage = Open();
        var figure = (await storage.Index.FindFiguresAsync(new FigureQuery(), default)).Figures.ShouldHaveSingleItem();
        figure.Paragraph.Paragraph.Text.ShouldContain("128家");
        figure.Figure.Region.ShouldBe("乙市");
        figure.Figure.Correction.ShouldNotBeNull().Note.ShouldBe("是乙市的");
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _storage.Dispose();
    }

    private async Task CorrectAsync()
    {
        await using var storage = Open();
        var read = (await storage.Index.FindFiguresAsync(new FigureQuery(), default)).Figures[0];
        var outcome = await storage.Corrections.ShouldNotBeNull().CorrectAsync(
            new ParagraphAddress(read.Paragraph.Report, read.Paragraph.Paragraph.Number),
            read.Number,
            read.Sentence,
            new FigureMeaning("乙市", "国家高新技术企业", Period.OfYear(2021), 128, "家", FigureStatus.Achieved, FigureAspect.New, null),
            "是乙市的",
            default);
        outcome.ShouldBeOfType<CorrectionOutcome.Corrected>();
    }

    private OpenedStorage Open() => Rooms.OpenStorage(_storage.Path, TimeProvider.System, NullLoggerFactory.Instance);

    private async Task RunAsync(params string[] command)
    {
        using var process = BotProcess.Start([.. command, $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}"]);
        await process.EndAsync();
    }
}
