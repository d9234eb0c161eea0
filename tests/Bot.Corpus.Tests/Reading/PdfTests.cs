namespace Bot.Corpus.Tests;

public sealed class PdfTests
{
    private static readonly byte[] Report = PdfFile.Of(
        ["某市科技局年度工作总结", "　　全市围绕高质量发展目标全面实施科技新政加快国家创新型城市建", "设，新认定高新技术企业416家，为经济社会高质量发展提供有力支撑的", "— 1 —"],
        ["科技力量。", "　　全社会研发投入稳步增长，规上工业企业研发费用增长45.8%，位居全省", "第一。", "— 2 —"]);

    [PdfFact]
    public async Task Wrapped_lines_become_paragraphs_across_pages_without_page_numbers()
    {
        var document = await Read.BytesAsync(Report, "report.pdf");

        document.Texts().ShouldBe(
        [
            "某市科技局年度工作总结",
            "全市围绕高质量发展目标全面实施科技新政加快国家创新型城市建设，新认定高新技术企业416家，为经济社会高质量发展提供有力支撑的科技力量。",
            "全社会研发投入稳步增长，规上工业企业研发费用增长45.8%，位居全省第一。",
        ]);
        document.Removed.Select(r => r.Reason).ShouldBe(["页码", "页码"]);
    }

    [PdfFact]
    public async Task File_without_text_is_called_a_scan()
    {
        var scan = PdfFile.Of([[]]);

        var failure = await Should.ThrowAsync<UnreadableReportException>(() => Read.BytesAsync(scan, "scan.pdf"));

        failure.Problem.ShouldContain("扫描");
        failure.Remedy.ShouldContain("OCR");
    }

    [PdfFact]
    public async Task File_cut_short_is_refused()
    {
        var half = Report[..(Report.Length / 8)];

        await Should.ThrowAsync<UnreadableReportException>(() => Read.BytesAsync(half, "half.pdf"));
    }

    [Fact]
    public async Task Message_says_what_to_install_when_the_program_is_missing()
    {
        var reader = new DocumentReader(new PdfText("no-such-pdftotext"));

        var failure = await Should.ThrowAsync<UnreadableReportException>(() => reader.ReadAsync("report.pdf", Report, CancellationToken.None));

        failure.Problem.ShouldContain("没有安装");
        failure.Remedy.ShouldContain("apt-get install poppler-utils");
    }

    [Fact]
    public async Task Program_is_given_up_when_it_hangs()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new ReportFolder();
        var hanging = folder.Write("hangs.sh", "#!/bin/sh\nexec sleep 600\n");
        File.SetUnixFileMode(hanging, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var reader = new DocumentReader(new PdfText(hanging, TimeSpan.FromMilliseconds(200)));

        var failure = await Should.ThrowAsync<UnreadableReportException>(() => reader.ReadAsync("report.pdf", Report, CancellationToken.None));

        failure.Problem.ShouldContain("仍未完成");
    }
}
