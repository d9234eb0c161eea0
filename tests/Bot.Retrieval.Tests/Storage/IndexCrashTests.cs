using System.Diagnostics;
using System.Globalization;
using Bot.Corpus;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.Storage;

public sealed class IndexCrashTests
{
    [Fact]
    public async Task What_was_acknowledged_is_whole_after_the_process_is_killed()
    {
        using var folder = new TemporaryFolder();
        var newest = new Dictionary<int, int>();

        foreach (var linesBeforeKill in (int[])[1, 17, 40])
        {
            await StoreUntilKilledAsync(folder.Path, linesBeforeKill, newest);

            using var index = SqliteReportIndex.Open(folder.Path, TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);
            foreach (var (report, version) in newest)
                await ShouldHoldAsync(index, report, version);
        }
    }

    // Reads what the process says it stored; it is killed, not ended, in the middle of storing more.
    private static async Task StoreUntilKilledAsync(string folder, int lines, Dictionary<int, int> newest)
    {
        var version = newest.Count == 0 ? 0 : newest.Values.Max() + 1;
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(Program).Assembly.Location, folder, version.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("dotnet did not start.");
        for (var line = 1; await process.StandardOutput.ReadLineAsync() is { } text; line++)
        {
            if (text.Split(' ') is [var report, var stored])
                newest[int.Parse(report, CultureInfo.InvariantCulture)] = int.Parse(stored, CultureInfo.InvariantCulture);
            if (line == lines)
                process.Kill();
        }
        await process.WaitForExitAsync();
        newest.ShouldNotBeEmpty();
    }

    // The version acknowledged, or one stored after it whose acknowledgement the kill cut off.
    private static async Task ShouldHoldAsync(SqliteReportIndex index, int report, int version)
    {
        var loaded = (await index.LoadAsync(new ReportId($"r{report:00}"), CancellationToken.None)).ShouldNotBeNull();
        Report[] allowed = [Program.Version(report, version), Program.Version(report, version + 1)];
        allowed.Select(r => r.Text).ShouldContain(loaded.Text);

        var hits = await index.SearchAsync(new PassageQuery($"编号甲{report}的版本", [loaded.Id], Limit: 100), CancellationToken.None);
        hits.Select(h => h.Paragraph).Order().ShouldBe(Enumerable.Range(1, loaded.Paragraphs.Length));

        var figures = await index.FindFiguresAsync(new FigureQuery(Report: loaded.Id), CancellationToken.None);
        figures.Figures.Select(f => f.Figure).ShouldBe(loaded.Figures);
        figures.Total.ShouldBe(loaded.Paragraphs.Length);
    }
}
