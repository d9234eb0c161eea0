using Bot.Corpus;

namespace Bot.Retrieval.Tests.Search;

/// <summary>Skipping what can't be among the best must give exactly what adding everything up gives.</summary>
public sealed class SegmentScanTests : IDisposable
{
    // The first segment is longer than a window.
    private static readonly int[] ReportsPerSegment = [84, 10, 12];

    private const int ParagraphsPerReport = 100;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(7);

    [Fact]
    public void Skipping_finds_exactly_the_passages_that_adding_everything_up_finds()
    {
        var snapshot = Snapshot(ReportsPerSegment.Select(Write).ToList());

        for (var round = 0; round < 20; round++)
        {
            var query = Sentence(12);
            var (part, scope) = (round % 3 == 0 ? ReportPart.Plan : (ReportPart?)null, round % 2 == 0 ? Some(snapshot, 5 + round) : null);

            var best = Search(snapshot, query, 20, part, scope);

            var everything = Search(snapshot, query, ReportsPerSegment.Sum() * ParagraphsPerReport, part, scope);
            best.ShouldBe(everything.Take(20));
            everything.Length.ShouldBeGreaterThan(20);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static RankedPassage[] Search(
        IndexSnapshot snapshot, string query, int capacity, ReportPart? part, IReadOnlyList<CataloguedReport>? scope)
    {
        var top = new TopPassages(snapshot, capacity, part);
        var terms = QueryTerms.Of(query, snapshot);
        for (var segment = 0; segment < snapshot.Segments.Length; segment++)
            new SegmentScan(snapshot, segment, terms, top, new SearchScratch()).Run(snapshot.Segments[segment].Within(scope));
        return top.ToSorted();
    }

    private static List<CataloguedReport> Some(IndexSnapshot snapshot, int every) =>
        [.. snapshot.Catalogue.Where((_, i) => i % every < 3).Select(e => snapshot.Find(e.Id)!)]; // listed, so known

    private static IndexSnapshot Snapshot(List<Segment> segments)
    {
        var reports = segments
            .SelectMany(s => s.Reports.ToArray())
            .Select(r => new CataloguedReport(r.Key, new ReportEntry(
                IdOf(r.Key), "x.txt", "", SampleReport.Of("x").Metadata, ParagraphsPerReport, 0, [], [], null, default)))
            .OrderBy(r => r.Entry.Id)
            .ToArray();
        var byKey = reports.ToDictionary(r => r.Key);
        return new IndexSnapshot(reports, [.. segments.Select(s => new SegmentView(s, byKey.GetValueOrDefault))], change: 1, DenseState.None);
    }

    private static ReportId IdOf(long key) => new($"r{key * 7919 % 1000:0000}");

    private Segment Write(int reports, int number)
    {
        var builder = new SegmentBuilder();
        for (var r = 0; r < reports; r++)
        {
            var report = new SampleReport("x");
            for (var p = 0; p < ParagraphsPerReport; p++)
                report.Body(Sentence(_random.Next(4, 60)), p % 4 == 0 ? ReportPart.Plan : ReportPart.Summary);
            builder.Add(number * 100 + r + 1, report.ToReport());
        }
        var path = _folder[$"{number}.seg"];
        builder.WriteTo(path);
        return Segment.Open(path);
    }

    // Few characters, the first of them frequent: many passages share terms, and many scores are near each other.
    private string Sentence(int length) => string.Concat(Enumerable.Range(0, length).Select(_ =>
    {
        var x = _random.NextDouble();
        return (char)('一' + (int)(x * x * x * 400));
    })) + "。";
}
