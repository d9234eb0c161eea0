using System.Globalization;
using Bot.Corpus;

namespace Bot.Retrieval.Tests;

/// <summary>The figure ledger.</summary>
public abstract partial class ReportIndexConformance
{
    [Fact]
    public async Task Ledger_gives_the_figure_with_its_paragraph_and_sentence()
    {
        await StoreAsync(new SampleReport("a").Heading("一、企业").Body("农业稳步推进。新认定416家。").Figure("416家", 416, "家").ToReport());

        var page = await FiguresAsync(new FigureQuery());

        var found = page.Figures.ShouldHaveSingleItem();
        page.Total.ShouldBe(1);
        found.Figure.ShouldBe((await Index.LoadAsync(new ReportId("a"), None)).ShouldNotBeNull().Figures[0]);
        found.Paragraph.Paragraph.Number.ShouldBe(2);
        found.Paragraph.Metadata.Issuer.ShouldBe("市科技局");
        found.Paragraph.Figures.ShouldHaveSingleItem();
        found.Number.Of(found.Sentence).ShouldBe("416家");
    }

    [Theory]
    [InlineData("region", "b1 b2")]
    [InlineData("unknown region", "")]
    [InlineData("indicator", "a1 a3 b1")]
    [InlineData("indicator in another writing", "a1 a3 b1")]
    [InlineData("own words", "a2")]
    [InlineData("part of an indicator", "")]
    [InlineData("text in the indicator", "a1 a3 b1 b2")]
    [InlineData("text in the words", "b1")]
    [InlineData("text and region", "b1 b2")]
    [InlineData("from year", "a3 b1")]
    [InlineData("to year", "a1 a2")]
    [InlineData("years", "b1")]
    [InlineData("status", "a3")]
    [InlineData("aspect", "b2")]
    [InlineData("report", "a1 a2 a3")]
    [InlineData("unknown report", "")]
    [InlineData("doubtful", "b2")]
    [InlineData("sound", "a1 a2 a3 b1")]
    [InlineData("corrected", "b1")]
    [InlineData("as read", "a1 a2 a3 b2")]
    [InlineData("all at once", "b1")]
    public async Task Ledger_finds_exactly_what_fits(string query, string found)
    {
        await StoreLedgerAsync();

        var page = await FiguresAsync(Query(query));

        page.Figures.Select(f => Name(f)).Order().ShouldBe(found.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        page.Total.ShouldBe(page.Figures.Length);
    }

    [Fact]
    public async Task Figures_come_in_order_of_region_indicator_period_report_and_place()
    {
        await StoreAsync(new SampleReport("z")
            .Body("甲1家。").Figure("1家", 1, "家").Meaning(f => f with { Region = "杭州市" })
            .Body("乙2家。").Figure("2家", 2, "家").Meaning(f => f with { Period = Period.OfYear(2019) })
            .Body("丙3家。").Figure("3家", 3, "家").Meaning(f => f with { Period = Period.OfYear(2018) })
            .Body("丁4家。").Figure("4家", 4, "家").Meaning(f => f with { Period = null }).ToReport());
        await StoreAsync(new SampleReport("b").Body("戊5家、6家。").Figure("6家", 6, "家").Meaning(f => f with { Indicator = null, Words = "专利" })
            .Figure("5家", 5, "家").Body("己7家。").Figure("7家", 7, "家").ToReport());
        await StoreAsync(new SampleReport("c").Body("庚8家。").Figure("8家", 8, "家")
            .Body("辛9家。").Figure("9家", 9, "家").Meaning(f => f with { Region = null }).ToReport());

        var page = await FiguresAsync(new FigureQuery());

        // 1–11月 of 2019 comes before the whole of it.
        page.Figures.Select(f => f.Figure.Value).ShouldBe([9, 1, 6, 4, 3, 5, 7, 8, 2]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap_and_tell_the_total()
    {
        for (var report = 0; report < 5; report++)
        {
            var sample = new SampleReport($"r{report}");
            for (var number = 0; number < 5; number++)
            {
                var region = $"城{number % 3}市";
                sample.Body($"共{report}{number}家。").Figure($"{report}{number}家", report * 10 + number, "家").Meaning(f => f with { Region = region });
            }
            await StoreAsync(sample.ToReport());
        }
        foreach (var query in (FigureQuery[])[new(), new(Region: "城1市"), new(Indicator: "高新技术企业"), new(Text: "高新"), new(Status: FigureStatus.Achieved)])
        {
            var whole = await FiguresAsync(query);
            var paged = new List<LedgerFigure>();
            for (var offset = 0; offset < whole.Total; offset += 4)
            {
                var page = await FiguresAsync(query with { Offset = offset, Limit = 4 });
                page.Total.ShouldBe(whole.Total);
                paged.AddRange(page.Figures);
            }

            paged.Select(f => f.Figure.Value).ShouldBe(whole.Figures.Select(f => f.Figure.Value));
            whole.Total.ShouldBe(query.Region is null ? 25 : 10);
            (await FiguresAsync(query with { Offset = 100 })).ShouldSatisfyAllConditions(p => p.Figures.ShouldBeEmpty(), p => p.Total.ShouldBe(whole.Total));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1001)]
    [InlineData(-1, 10)]
    public async Task A_figure_page_out_of_range_is_refused(int offset, int limit) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => FiguresAsync(new FigureQuery(Offset: offset, Limit: limit)));

    [Fact]
    public async Task Ledger_forgets_the_figures_of_replaced_removed_and_failed_reports()
    {
        foreach (var id in (string[])["replaced", "removed", "failed", "kept"])
            await StoreAsync(new SampleReport(id).Body("共1家。").Figure("1家", 1, "家").ToReport());

        await StoreAsync(new SampleReport("replaced").Body("共2家。").Figure("2家", 2, "家").Meaning(f => f with { Indicator = "专利" }).ToReport());
        await Index.RemoveAsync(new ReportId("removed"), None);
        await Index.NoteFailureAsync(new ReadOutcome.Failure(new ReportId("failed"), "坏", "换"), "failed.txt", "h", None);

        (await FiguresAsync(new FigureQuery())).Figures.Select(f => $"{f.Paragraph.Report}{f.Figure.Value}").ShouldBe(["replaced2", "kept1"]);
        (await FiguresAsync(new FigureQuery(Indicator: "高新技术企业"))).Figures.ShouldHaveSingleItem().Paragraph.Report.ShouldBe(new ReportId("kept"));
        (await FiguresAsync(new FigureQuery(Report: new ReportId("removed")))).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Ledger_is_there_after_reopening()
    {
        await StoreLedgerAsync();
        var before = await FiguresAsync(new FigureQuery());

        await CloseAsync();
        Index = await OpenAsync();

        (await FiguresAsync(new FigureQuery())).Figures.Select(Name).ShouldBe(before.Figures.Select(Name));
        (await FiguresAsync(Query("all at once"))).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Readers_of_the_ledger_never_see_half_a_report_while_it_is_replaced()
    {
        await StoreAsync(Counted(0));
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => CountUntilAsync(done.Token))).ToList();

        for (var version = 1; version <= 60; version++)
            await StoreAsync(Counted(version));
        await done.CancelAsync();

        (await Task.WhenAll(readers)).Sum().ShouldBeGreaterThan(0);
    }

    private async Task StoreLedgerAsync()
    {
        await StoreAsync(new SampleReport("a")
            .Body("甲1家。").Figure("1家", 1, "家")
            .Body("乙2家。").Figure("2家", 2, "家").Meaning(f => f with { Indicator = null, Words = "科技特派员Ａ", Period = new(2011, 2014) })
            .Body("丙3家。").Figure("3家", 3, "家").Meaning(f => f with { Period = Period.OfYear(2025), Status = FigureStatus.Target }).ToReport());
        await StoreAsync(new SampleReport("b")
            .Body("丁1家。").Figure("1家", 1, "家").Meaning(f => f with
            {
                Region = "杭州市", Words = "有效高企", Period = new(2020, 2022), Correction = new FigureCorrection("x", DateTimeOffset.UnixEpoch, null, f),
            })
            .Body("戊2家。").Figure("2家", 2, "家").Meaning(f => f with
            {
                Region = "杭州市", Indicator = "省级高新技术企业", Period = null, Aspect = FigureAspect.Rank, Doubt = "年份未写明",
            }).ToReport());
    }

    private static FigureQuery Query(string name) => name switch
    {
        "region" => new(Region: "杭州市"),
        "unknown region" => new(Region: "杭州"),
        "indicator" => new(Indicator: "高新技术企业"),
        "indicator in another writing" => new(Indicator: "高新技術企業"),
        "own words" => new(Indicator: "科技特派员a"),
        "part of an indicator" => new(Indicator: "高新技术"),
        "text in the indicator" => new(Text: "新技术"),
        "text in the words" => new(Text: "高企"),
        "text and region" => new(Region: "杭州市", Text: "新技术"),
        "from year" => new(FromYear: 2021),
        "to year" => new(ToYear: 2019),
        "years" => new(FromYear: 2021, ToYear: 2021),
        "status" => new(Status: FigureStatus.Target),
        "aspect" => new(Aspect: FigureAspect.Rank),
        "report" => new(Report: new ReportId("a")),
        "unknown report" => new(Report: new ReportId("c")),
        "doubtful" => new(IsDoubtful: true),
        "sound" => new(IsDoubtful: false),
        "corrected" => new(IsCorrected: true),
        "as read" => new(IsCorrected: false),
        "all at once" => new("杭州市", "高新技术企业", "高企", 2020, 2020, FigureStatus.Achieved, FigureAspect.New, new ReportId("b"), false, true),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static string Name(LedgerFigure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Paragraph.Report}{figure.Figure.Value}");

    private Task<FigurePage> FiguresAsync(FigureQuery query) => Index.FindFiguresAsync(query, None);

    // Every figure of a version has its value, and versions differ in their number of figures.
    private static Report Counted(int version)
    {
        var sample = new SampleReport("changing");
        for (var number = 0; number < 20 + version % 7; number++)
            sample.Body($"共{version}家。").Figure($"{version}家", version, "家");
        return sample.ToReport();
    }

    private async Task<int> CountUntilAsync(CancellationToken done)
    {
        var reads = 0;
        for (; reads == 0 || !done.IsCancellationRequested; reads++)
        {
            var page = await FiguresAsync(reads % 2 == 0 ? new FigureQuery() : new FigureQuery("绍兴市", "高新技术企业", Limit: 5));
            var version = (int)page.Figures.Select(f => f.Figure.Value).Distinct().ShouldHaveSingleItem();
            page.Total.ShouldBe(20 + version % 7);
        }
        return reads;
    }
}
