using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests;

/// <summary>Stores reports without end, so that the crash test has something to kill. The test runner does not come through here.</summary>
internal static class Program
{
    public const int Reports = 12;

    /// <summary>Each line on the output is "report version", printed once that version is stored.</summary>
    public static async Task Main(string[] arguments)
    {
        var (folder, version) = (arguments[0], int.Parse(arguments[1], CultureInfo.InvariantCulture));
        using var index = SqliteReportIndex.Open(folder, TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);
        for (var i = 0; ; i++)
        {
            var stored = version + i / Reports;
            await index.ReplaceAsync(Version(i % Reports, stored), "x.txt", CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i % Reports} {stored}"));
        }
    }

    /// <summary>Every paragraph names the version, with a figure that is it, and versions differ in their number of paragraphs.</summary>
    public static Corpus.Report Version(int report, int version)
    {
        var sample = new SampleReport($"r{report:00}");
        for (var number = 0; number < 10 + version % 5; number++)
            sample.Body($"编号甲{report}的版本{version}。").Figure($"{version}。", version, "");
        return sample.ToReport();
    }
}
