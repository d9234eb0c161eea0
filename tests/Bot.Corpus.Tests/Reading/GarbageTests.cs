using System.Text;

namespace Bot.Corpus.Tests;

public sealed class GarbageTests : IDisposable
{
    private readonly ReportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty.txt", [], "空的" },
        { "blank.txt", "  \n\n "u8.ToArray(), "没有" },
        { "binary.txt", Noise(4096), "不是文字" },
        { "binary.html", Noise(4096), "不是文字" },
        { "zip.docx", [.. "PK\u0003\u0004"u8, .. Noise(200)], "Word" },
        { "noise.docx", Noise(300), "Word" },
        { "noise.pdf", Noise(300), "PDF" },
        { "page.txt", Encoding.UTF8.GetBytes("%PDF-1.7\n..."), "PDF" },
        { "old.doc", Noise(300), "旧版" },
        { "locked.docx", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], "加密" },
        { "sheet.xlsx", Noise(300), "不支持" },
        { "noextension", Noise(300), "扩展名" },
        { "onlychrome.txt", Encoding.UTF8.GetBytes("网站首页 > 工作计划\n打印 关闭\n版权所有 某某网"), "没有读到正文" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Bad_file_is_a_failure_with_problem_and_remedy(string name, byte[] bytes, string problem)
    {
        var path = _folder.Write(name, bytes);

        var outcome = await new CorpusReader().ReadAsync(path, CancellationToken.None);

        var failure = outcome.ShouldBeOfType<ReadOutcome.Failure>();
        failure.Problem.ShouldStartWith(name);
        failure.Problem.ShouldContain(problem);
        failure.Remedy.ShouldContain("请");
    }

    [Fact]
    public async Task Word_file_is_a_failure_when_it_was_cut_short()
    {
        var whole = WordFile.Of(body => body.Line("全市新认定高新技术企业416家。"));
        var path = _folder.Write("half.docx", whole[..(whole.Length / 2)]);

        var outcome = await new CorpusReader().ReadAsync(path, CancellationToken.None);

        outcome.ShouldBeOfType<ReadOutcome.Failure>().Problem.ShouldContain("没有复制完整");
    }

    [Fact]
    public async Task Missing_file_is_a_failure()
    {
        var outcome = await new CorpusReader().ReadAsync(Path.Combine(Path.GetTempPath(), "no-such-report.txt"), CancellationToken.None);

        outcome.ShouldBeOfType<ReadOutcome.Failure>().Problem.ShouldContain("打不开");
    }

    [Fact]
    public async Task Cancellation_passes_through()
    {
        var path = _folder.Write("report.txt", "全市新认定高新技术企业416家。");

        var reading = () => new CorpusReader().ReadAsync(path, new CancellationToken(canceled: true));

        await Should.ThrowAsync<OperationCanceledException>(reading);
    }

    // The same noise on every run; a byte each of 0 keeps it from passing for text.
    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        var state = 12345u;
        for (var i = 0; i < length; i++)
        {
            state = (state * 1664525) + 1013904223;
            bytes[i] = (byte)(state >> 24);
        }
        return bytes;
    }
}
