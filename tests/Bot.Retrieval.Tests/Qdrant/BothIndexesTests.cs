using Bot.Corpus;

namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>The two indexes over the five reports: figures the same, passages nearly so.</summary>
public sealed class BothIndexesTests(BothIndexes both) : IClassFixture<BothIndexes>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly IReportIndex _sqlite = both.Sqlite;
    private readonly IReportIndex _qdrant = both.Qdrant;

    public static TheoryData<FigureQuery> FigureQueries =>
    [
        new FigureQuery(Limit: 1000),
        new FigureQuery(Offset: 40, Limit: 25),
        new FigureQuery(Offset: 100_000),
        new FigureQuery(Indicator: "高新技术企业", Limit: 1000),
        new FigureQuery(Text: "企业", Limit: 1000),
        new FigureQuery(Text: "Ｒ＆Ｄ", Limit: 1000),
        new FigureQuery(FromYear: 2019, ToYear: 2019, Limit: 1000),
        new FigureQuery(ToYear: 2018, Limit: 1000),
        new FigureQuery(Status: FigureStatus.Target, Limit: 1000),
        new FigureQuery(Aspect: FigureAspect.Growth, IsDoubtful: false, Limit: 1000),
        new FigureQuery(IsDoubtful: true, Limit: 1000),
        new FigureQuery(IsCorrected: true),
        new FigureQuery(IsCorrected: false, Limit: 7),
        new FigureQuery(Region: "没有这个市"),
        new FigureQuery(Report: new ReportId("none")),
    ];

    [Theory]
    [MemberData(nameof(FigureQueries))]
    public async Task Both_find_the_same_figures_in_the_same_order(FigureQuery query)
    {
        var expected = await _sqlite.FindFiguresAsync(query, None);

        var found = await _qdrant.FindFiguresAsync(query, None);

        found.Total.ShouldBe(expected.Total);
        found.Figures.Select(Describe).ShouldBe(expected.Figures.Select(Describe));
    }

    [Fact]
    public async Task Both_find_the_figures_of_each_region_and_report()
    {
        var all = await _sqlite.FindFiguresAsync(new FigureQuery(Limit: 1000), None);
        var region = all.Figures.Select(f => f.Figure.Region).First(r => r is not null);
        var report = all.Figures[0].Paragraph.Report;

        foreach (var query in (FigureQuery[])[new(Region: region, Limit: 1000), new(Report: report, Limit: 1000)])
        {
            var expected = await _sqlite.FindFiguresAsync(query, None);
            (await _qdrant.FindFiguresAsync(query, None)).Figures.Select(Describe).ShouldBe(expected.Figures.Select(Describe));
            expected.Total.ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [InlineData("高新技术企业 认定")]
    [InlineData("研发投入强度")]
    [InlineData("科技特派员")]
    [InlineData("创新券 兑现")]
    [InlineData("科技成果转化 技术交易额")]
    [InlineData("R&D经费占GDP比重")]
    public async Task Both_find_the_same_best_passages_with_comparable_coverage(string words)
    {
        var expected = await _sqlite.SearchAsync(new PassageQuery(words, Limit: 10), None);

        var found = await _qdrant.SearchAsync(new PassageQuery(words, Limit: 10), None);

        var shared = found.Select(Place).Intersect(expected.Select(Place)).Count();
        shared.ShouldBeGreaterThanOrEqualTo(8);
        Place(found[0]).ShouldBe(Place(expected[0]));
        found[0].Coverage.ShouldBe(expected[0].Coverage, 0.05);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1001, 0)]
    [InlineData(10, -1)]
    public async Task A_page_out_of_range_is_refused(int limit, int offset) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => _qdrant.FindFiguresAsync(new FigureQuery(Limit: limit, Offset: offset), None));

    private static string Describe(LedgerFigure figure) =>
        $"{figure.Paragraph.Report}#{figure.Paragraph.Paragraph.Number} {figure.Figure} {figure.Sentence} {figure.Paragraph.Figures.Length}";

    private static string Place(PassageHit hit) => $"{hit.Report}#{hit.Paragraph}{hit.Span}";
}
