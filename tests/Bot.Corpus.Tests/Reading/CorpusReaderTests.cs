using System.Security.Cryptography;

namespace Bot.Corpus.Tests;

public sealed class CorpusReaderTests : IDisposable
{
    private const string Text = "某市2022年工作总结\n全市新认定高新技术企业88家，净增60家。";

    private readonly ReportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Content_hash_can_be_had_without_reading_and_tells_other_bytes()
    {
        var path = _folder.Write("a.txt", Text);
        var same = _folder.Write("b.txt", Text);
        var other = _folder.Write("c.txt", Text + "\n");

        var report = await ReportAsync(new CorpusReader(), path);

        report.ContentHash.ShouldBe(await new CorpusReader().HashAsync(path, CancellationToken.None));
        report.ContentHash.ShouldBe(await new CorpusReader().HashAsync(same, CancellationToken.None));
        report.ContentHash.ShouldNotBe(await new CorpusReader().HashAsync(other, CancellationToken.None));
    }

    [Fact]
    public async Task Content_hash_is_not_that_of_the_bytes_alone_so_that_a_newer_reader_reads_anew()
    {
        var path = _folder.Write("a.txt", Text);

        var hash = await new CorpusReader().HashAsync(path, CancellationToken.None);

        hash.ShouldNotBe(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path))));
    }

    [Fact]
    public async Task Content_hash_changes_when_sources_say_something_else()
    {
        var path = _folder.Write("a.txt", Text);

        var hashes = new List<string>();
        foreach (var json in (string[])["{}", """{"a.txt": {"region": "东市"}}""", """{"a.txt": {"region": "西市"}}""", """{"b.txt": {"region": "东市"}}"""])
            hashes.Add(await new CorpusReader(SourcesFile.Parse(json)).HashAsync(path, CancellationToken.None));

        hashes.Distinct().Count().ShouldBe(3);
        hashes[3].ShouldBe(hashes[0]);
    }

    [Fact]
    public async Task Same_file_reads_the_same_every_time()
    {
        var path = ReportFolder.Seed("001");

        var first = await ReportAsync(new CorpusReader(), path);
        var second = await ReportAsync(new CorpusReader(), path);

        second.Text.ShouldBe(first.Text);
        second.Removed.ShouldBe(first.Removed);
    }

    private static async Task<Report> ReportAsync(CorpusReader reader, string path) =>
        (await reader.ReadAsync(path, CancellationToken.None)).ShouldBeOfType<ReadOutcome.Success>().Report;
}
