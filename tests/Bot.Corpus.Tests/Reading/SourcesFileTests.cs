namespace Bot.Corpus.Tests;

public sealed class SourcesFileTests
{
    [Fact]
    public async Task Seeds_are_all_described()
    {
        var sources = await SourcesFile.LoadAsync(Path.Combine(ReportFolder.Seeds, SourcesFile.FileName), CancellationToken.None);

        Directory.EnumerateFiles(ReportFolder.Seeds, "*.txt").ShouldAllBe(file => sources.Find(file) != null);
    }

    [Fact]
    public async Task Anonymised_report_stays_anonymous()
    {
        var sources = await SourcesFile.LoadAsync(Path.Combine(ReportFolder.Seeds, SourcesFile.FileName), CancellationToken.None);

        var entry = sources.Find(ReportFolder.Seed("003"));

        entry.ShouldBe(new SourceEntry("科学技术局2020年工作总结与2020年工作计划", "XX市", "南通市", "科学技术局", 2020, 2020));
    }

    [Fact]
    public async Task Missing_file_knows_nothing()
    {
        var sources = await SourcesFile.LoadAsync(Path.Combine(Path.GetTempPath(), "no-such-folder", SourcesFile.FileName), CancellationToken.None);

        sources.Find("report.txt").ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"a.txt": {"titel": "x"}}""", "titel")]
    [InlineData("""{"a.txt": {"publicationDate": "去年"}}""", "publicationDate")]
    [InlineData("""{"a.txt": {"planYear": 20}}""", "planYear")]
    [InlineData("""{"a.txt": {"address": "somewhere"}}""", "address")]
    [InlineData("""{"a.txt": null}""", "a.txt")]
    [InlineData("""{"a.txt": {"planYear": "二〇二〇"}}""", "planYear")]
    [InlineData("""{"a.txt": {"title": "x" """, "第 1 行")]
    [InlineData("", "JSON")]
    public void Wrong_file_is_refused_naming_the_place(string json, string named)
    {
        var failure = Should.Throw<SourcesFileException>(() => SourcesFile.Parse(json));

        failure.Problem.ShouldContain(named);
        failure.Remedy.ShouldContain("请");
    }
}
