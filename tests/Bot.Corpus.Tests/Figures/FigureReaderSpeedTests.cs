using System.Diagnostics;

namespace Bot.Corpus.Tests.Figures;

public sealed class FigureReaderSpeedTests
{
    // Two hundred times what it takes on a machine at rest, so that a busy one doesn't fail it; quadratic reading would.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public void Reader_reads_the_five_reports_quickly_when_warm()
    {
        var reports = SeedReports.Names.Select(SeedReports.Read).ToArray();
        foreach (var (metadata, paragraphs) in reports)
            FigureReader.Default.Read(metadata, paragraphs);

        var clock = Stopwatch.StartNew();
        var figures = reports.Sum(report => FigureReader.Default.Read(report.Metadata, report.Paragraphs).Length);

        figures.ShouldBeGreaterThan(200);
        clock.Elapsed.ShouldBeLessThan(Limit, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Scanner_stays_linear_on_long_runs_of_digits_and_numerals()
    {
        var text = string.Concat(Enumerable.Repeat("1,1一二三十百", 50_000));

        var clock = Stopwatch.StartNew();
        NumberScanner.Scan(text);

        clock.Elapsed.ShouldBeLessThan(Limit);
    }
}
