using System.Collections.Immutable;
using System.Globalization;
using Bot.Corpus;

namespace Bot.Retrieval.Tests;

/// <summary>What every report index does. Derive once per kind of storage.</summary>
public abstract partial class ReportIndexConformance : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Opens the index of this test; a second call finds what the first stored.</summary>
    private protected abstract Task<IReportIndex> OpenAsync();

    /// <summary>Ends the open index as a program that stops in good order does.</summary>
    private protected abstract Task CloseAsync();

    private protected IReportIndex Index { get; set; } = null!; // set by InitializeAsync before any test runs

    public virtual async Task InitializeAsync() => Index = await OpenAsync();

    public virtual Task DisposeAsync() => CloseAsync();

    [Fact]
    public async Task Replacing_a_report_leaves_nothing_of_the_old_version()
    {
        await StoreAsync(SampleReport.Of("a", "旧版本提到渔业补贴。", "第二段。"));
        await StoreAsync(SampleReport.Of("other", "另一份报告。"));

        await StoreAsync(SampleReport.Of("a", "新版本提到科技贷款。"));

        (await FindAsync("渔业补贴")).ShouldNotContain(h => h.Report == new ReportId("a") && h.Coverage > 0.2);
        (await FindAsync("科技贷款"))[0].Report.ShouldBe(new ReportId("a"));
        (await Index.LoadParagraphsAsync([At("a", 2)], None)).ShouldBeEmpty();
        Index.Catalogue.Select(e => e.Id.Value).ShouldBe(["a", "other"]);
        Index.Catalogue[0].Paragraphs.ShouldBe(1);
    }

    [Fact]
    public async Task Removing_a_report_forgets_it_and_unknown_ones_are_no_error()
    {
        await StoreAsync(SampleReport.Of("a", "科技贷款12亿元。"));

        await Index.RemoveAsync(new ReportId("a"), None);
        await Index.RemoveAsync(new ReportId("never stored"), None);

        Index.Catalogue.ShouldBeEmpty();
        (await FindAsync("科技贷款")).ShouldBeEmpty();
        (await Index.LoadAsync(new ReportId("a"), None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_fails_is_catalogued_and_its_former_version_dropped()
    {
        await StoreAsync(SampleReport.Of("a", "科技贷款12亿元。"));

        await Index.NoteFailureAsync(new ReadOutcome.Failure(new ReportId("a"), "a.pdf 是扫描件", "请换文本版"), "a.pdf", "abc", None);

        var entry = Index.Catalogue.ShouldHaveSingleItem();
        entry.IsSearchable.ShouldBeFalse();
        entry.Problem.ShouldBe("a.pdf 是扫描件（请换文本版）");
        (entry.File, entry.ContentHash, entry.Metadata).ShouldBe(("a.pdf", "abc", null));
        (await FindAsync("科技贷款")).ShouldBeEmpty();
        (await Index.LoadAsync(new ReportId("a"), None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_failed_is_searchable_once_it_is_read()
    {
        await Index.NoteFailureAsync(new ReadOutcome.Failure(new ReportId("a"), "坏", "换"), "a.txt", "abc", None);

        await StoreAsync(SampleReport.Of("a", "科技贷款12亿元。"));

        Index.Catalogue.ShouldHaveSingleItem().IsSearchable.ShouldBeTrue();
        (await FindAsync("科技贷款")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_loaded_report_equals_the_stored_one_in_everything()
    {
        var stored = new SampleReport("a")
            .Heading("一、企业培育")
            .Body("新认定高新技术企业约416家；𠮷林厂“双百”计划\n启动。").Figure("416家", 416, "家")
            .Body("力争2020年达到500家。", ReportPart.Plan).ToReport();
        await StoreAsync(stored);

        var loaded = (await Index.LoadAsync(stored.Id, None)).ShouldNotBeNull();

        AssertSame(loaded, stored);
    }

    [Fact]
    public async Task Paragraphs_come_in_the_order_asked_and_unknown_ones_are_left_out()
    {
        await StoreAsync(new SampleReport("a").Body("一。").Body("共128家。").Figure("128家", 128, "家").ToReport());
        await StoreAsync(SampleReport.Of("b", "三。"));

        var paragraphs = await Index.LoadParagraphsAsync([At("b", 1), At("a", 2), At("a", 0), At("a", 3), At("x", 1), At("a", 1)], None);

        paragraphs.Select(p => p.Paragraph.Text).ShouldBe(["三。", "共128家。", "一。"]);
        paragraphs[1].Figures.ShouldHaveSingleItem().Value.ShouldBe(128);
        paragraphs[1].Metadata.Issuer.ShouldBe("市科技局");
        paragraphs[2].Figures.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_very_long_paragraph_is_found_by_what_its_end_says()
    {
        var text = string.Concat(Enumerable.Range(0, 2000).Select(i => $"第{i}项工作扎实推进。")) + "最后引进院士工作站七家。";
        await StoreAsync(SampleReport.Of("a", text));

        var hit = (await FindAsync("院士工作站"))[0];

        hit.Paragraph.ShouldBe(1);
        hit.Span.Length.ShouldBeLessThan(500);
        hit.Span.Of(text).ShouldContain("院士工作站七家");
    }

    [Fact]
    public async Task A_query_as_long_as_a_page_is_answered()
    {
        await StoreAsync(SampleReport.Of("a", "新认定高新技术企业416家。"));
        var page = string.Concat(Enumerable.Range(0, 20_000).Select(i => (char)(0x4e00 + i)));

        var hits = await FindAsync("高新技术企业" + page);

        hits[0].Paragraph.ShouldBe(1);
    }

    [Fact]
    public async Task A_report_without_paragraphs_is_catalogued()
    {
        await StoreAsync(SampleReport.Of("empty"));

        Index.Catalogue.ShouldHaveSingleItem().Paragraphs.ShouldBe(0);
        (await Index.LoadAsync(new ReportId("empty"), None)).ShouldNotBeNull().Paragraphs.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_catalogue_taken_before_a_change_does_not_change()
    {
        await StoreAsync(SampleReport.Of("a", "一。"));
        var before = Index.Catalogue;

        await StoreAsync(SampleReport.Of("b", "二。"));

        before.ShouldHaveSingleItem();
        Index.Catalogue.Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_stored_is_there_after_reopening()
    {
        await StoreAsync(SampleReport.Of("a", "旧。"));
        await StoreAsync(SampleReport.Of("a", "新认定高新技术企业416家。"));
        await StoreAsync(SampleReport.Of("b", "农业科技。"));
        await Index.NoteFailureAsync(new ReadOutcome.Failure(new ReportId("c"), "坏", "换"), "c.txt", "h", None);
        var (catalogue, hits) = (Index.Catalogue, await FindAsync("高新技术企业"));

        await CloseAsync();
        Index = await OpenAsync();

        Index.Catalogue.Select(e => e.ToString()).ShouldBe(catalogue.Select(e => e.ToString()));
        (await FindAsync("高新技术企业")).ShouldBe(hits);
    }

    [Fact]
    public async Task Changes_made_at_once_are_all_stored()
    {
        var reports = Enumerable.Range(0, 200).Select(i => SampleReport.Of($"r{i:000}", $"编号甲{i}的企业。", "共同的段落。")).ToList();

        await Parallel.ForEachAsync(reports, async (report, token) => await Index.ReplaceAsync(report, "x.txt", token));

        Index.Catalogue.Select(e => e.Id.Value).ShouldBe(reports.Select(r => r.Id.Value));
        (await FindAsync("甲137的企业"))[0].Report.ShouldBe(new ReportId("r137"));
    }

    [Fact]
    public async Task Readers_never_see_half_a_report_while_it_is_replaced()
    {
        const int versions = 60;
        await StoreAsync(Version(0));
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntilAsync(done.Token))).ToList();

        for (var version = 1; version <= versions; version++)
            await StoreAsync(Version(version));
        await done.CancelAsync();

        (await Task.WhenAll(readers)).Sum().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Reading_can_be_cancelled_before_it_begins()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(async () => await Index.SearchAsync(new PassageQuery("企业"), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Index.ReplaceAsync(SampleReport.Of("a", "一。"), "a.txt", cancelled));

        Index.Catalogue.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("企业研发费用加计扣除减免税额", 1)]
    [InlineData("高企 新增 数量", 2)]
    [InlineData("科技特派员服务乡村", 3)]
    [InlineData("科创板上市", 4)]
    [InlineData("创新券", 5)]
    [InlineData("知识产权质押融资", 6)]
    public async Task The_passage_that_tells_comes_first_in_a_small_corpus(string query, int paragraph)
    {
        await StoreAsync(SampleReport.Of(
            "a",
            "落实企业研发费用加计扣除政策，全市减免税额36亿元，惠及企业4,200家。",
            "新增高企（高新技术企业）数量创历史新高，企业创新主体地位不断强化。",
            "选派科技特派员312名，服务乡村振兴，建立示范基地25个。",
            "两家企业在科创板成功上市，企业融资渠道进一步拓宽。",
            "发放创新券6,800万元，企业使用率居全省第二。",
            "开展知识产权质押融资，帮助企业获得贷款18亿元。",
            "企业技术改造投资增长，数量和质量同步提升，服务能力增强。"));

        var hits = await FindAsync(query);

        hits[0].Paragraph.ShouldBe(paragraph);
    }

    private protected Task StoreAsync(Report report) => Index.ReplaceAsync(report, $"{report.Id}.txt", None);

    private protected async Task<ImmutableArray<PassageHit>> FindAsync(PassageQuery query) => await Index.SearchAsync(query, None);

    private protected Task<ImmutableArray<PassageHit>> FindAsync(string text) => FindAsync(new PassageQuery(text));

    private static ParagraphAddress At(string report, int number) => new(new ReportId(report), number);

    // Every paragraph of a version names it, and versions differ in their number of paragraphs.
    private static Report Version(int version) => SampleReport.Of(
        "changing", [.. Enumerable.Range(1, 20 + version % 7).Select(_ => $"版本甲{version}的段落。")]);

    private async Task<int> ReadUntilAsync(CancellationToken done)
    {
        var reads = 0;
        for (; reads == 0 || !done.IsCancellationRequested; reads++)
        {
            var report = (await Index.LoadAsync(new ReportId("changing"), None)).ShouldNotBeNull();
            report.Paragraphs.Select(p => p.Text).Distinct().ShouldHaveSingleItem();
            var version = int.Parse(report.Paragraphs[0].Text["版本甲".Length..^"的段落。".Length], CultureInfo.InvariantCulture);
            report.Paragraphs.Length.ShouldBe(20 + version % 7);
            var hits = await Index.SearchAsync(new PassageQuery("版本的段落", Limit: 100), None);
            hits.Length.ShouldBeInRange(20, 26);
            hits.Select(h => h.Paragraph).Order().ShouldBe(Enumerable.Range(1, hits.Length));
        }
        return reads;
    }

    private static void AssertSame(Report loaded, Report stored)
    {
        loaded.Text.ShouldBe(stored.Text);
        (loaded.Id, loaded.ContentHash, loaded.Metadata).ShouldBe((stored.Id, stored.ContentHash, stored.Metadata));
        loaded.Figures.ShouldBe(stored.Figures);
        loaded.Removed.ShouldBe(stored.Removed);
        loaded.Warnings.ShouldBe(stored.Warnings);
        foreach (var (actual, expected) in loaded.Paragraphs.Zip(stored.Paragraphs))
        {
            (actual.Number, actual.Kind, actual.Text, actual.Span, actual.Part).ShouldBe((expected.Number, expected.Kind, expected.Text, expected.Span, expected.Part));
            actual.Section.ShouldBe(expected.Section);
            actual.Years.ShouldBe(expected.Years);
            actual.Sentences.Select(s => s with { Years = [] }).ShouldBe(expected.Sentences.Select(s => s with { Years = [] }));
            actual.Sentences.SelectMany(s => s.Years).ShouldBe(expected.Sentences.SelectMany(s => s.Years));
        }
    }
}
