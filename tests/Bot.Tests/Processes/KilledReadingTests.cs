using Bot.Commands;
using Bot.Tests.Parts;

namespace Bot.Tests.Processes;

/// <summary>The process may die at any moment: what it had stored is there, and the next start goes on.</summary>
public sealed class KilledReadingTests : IDisposable
{
    private const int Reports = 200;

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _storage = new();

    [Fact]
    public async Task Program_killed_while_reading_goes_on_at_the_next_start()
    {
        WriteReports();
        using (var first = Start("run", "--Web:Url=http://127.0.0.1:0"))
        {
            for (var line = 0; line < 3; line++)
                await first.LineWithAsync("已读");
            first.Kill();
            await first.EndAsync();
        }

        using var second = Start("run", "--Web:Url=http://127.0.0.1:0");
        var started = await second.LineWithAsync("没有变化");
        var finished = await second.LineWithAsync("可检索报告");
        NumberBefore(" 个没有变化", started).ShouldBeGreaterThanOrEqualTo(3);
        NumberBefore(" 份", finished).ShouldBe(Reports);
    }

    [Fact]
    public async Task Program_killed_while_reading_answers_from_a_report_it_had_not_read_yet()
    {
        WriteReports();
        using (var first = Start("run", "--Web:Url=http://127.0.0.1:0"))
        {
            await first.LineWithAsync("已读");
            first.Kill();
            await first.EndAsync();
        }

        using var question = Start("ask", "第十七市2019年新认定高新技术企业多少家？");
        var (exitCode, answer) = await question.EndAsync();

        exitCode.ShouldBe(ExitCode.Success);
        answer.ShouldContain("117家");
    }

    [Fact]
    public async Task Program_started_again_reads_nothing_again_when_nothing_changed()
    {
        WriteReports();
        using var first = Start("ingest");
        await first.EndAsync();

        using var second = Start("ingest");
        var (exitCode, _) = await second.EndAsync();

        exitCode.ShouldBe(ExitCode.Success);
        second.Error.ShouldNotContain("已读");
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _storage.Dispose();
    }

    private void WriteReports()
    {
        for (var number = 1; number <= Reports; number++)
        {
            var city = number == 17 ? "第十七市" : $"城{number}市";
            _corpus.WriteOld($"{number:000}.txt", $"""
                2019年{city}科技创新工作总结和2020年工作思路

                一、2019年主要工作

                2019年，{city}新认定高新技术企业{100 + number}家。规上工业企业研发费用{number}.5亿元，增长12.{number % 10}%。

                二、2020年工作思路

                2020年，力争新认定高新技术企业{200 + number}家。
                """);
        }
    }

    private static int NumberBefore(string words, string line)
    {
        var end = line.IndexOf(words, StringComparison.Ordinal);
        return int.Parse(line[..end].Split(' ', '：', '，')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private BotProcess Start(params string[] arguments) =>
        BotProcess.Start([.. arguments, $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}"]);
}
