using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>A segment as of one moment: which of its reports are still in the catalogue.</summary>
internal sealed class SegmentView
{
    private readonly CataloguedReport?[] _reports;
    private readonly PassageRange[] _live;

    /// <param name="catalogued">The catalogue's line for a key; null when the report was replaced or removed.</param>
    public SegmentView(Segment segment, Func<long, CataloguedReport?> catalogued)
    {
        Segment = segment;
        var spans = segment.Reports;
        _reports = new CataloguedReport?[spans.Length];
        var live = new List<PassageRange>();
        for (var report = 0; report < spans.Length; report++)
        {
            _reports[report] = catalogued(spans[report].Key);
            if (_reports[report] is not null)
                live.Add(RangeOf(report));
        }
        _live = PassageRange.Join(live);
        LivePassages = _live.Sum(range => range.End - range.Start);
    }

    public Segment Segment { get; }

    public int LivePassages { get; }

    public int DeadPassages => Segment.PassageCount - LivePassages;

    public bool HoldsLiveReports => Array.Exists(_reports, report => report is not null);

    /// <summary>The report at an index that a live passage led to.</summary>
    public CataloguedReport Report(int index) =>
        _reports[index] ?? throw new InvalidOperationException("A passage of a dropped report was searched.");

    /// <summary>Where a live passage stands.</summary>
    public PassagePlace PlaceOf(int passage) => new(Report(Segment.ReportOf(passage)), Segment.Passages[passage]);

    /// <summary>True when a report in <paramref name="keys"/> is live here.</summary>
    public bool HoldsAny(IReadOnlyCollection<long> keys) =>
        keys.Any(key => Segment.FindReport(key) is >= 0 and var index && _reports[index] is not null);

    /// <summary>The live passages of these reports, or of all.</summary>
    /// <param name="scope">The reports to search; null: all.</param>
    public PassageRange[] Within(IReadOnlyList<CataloguedReport>? scope)
    {
        if (scope is null)
            return _live;
        var ranges = new List<PassageRange>();
        foreach (var report in scope)
            if (Segment.FindReport(report.Key) is >= 0 and var index)
                ranges.Add(RangeOf(index));
        return PassageRange.Join(ranges);
    }

    private PassageRange RangeOf(int report) => new(Segment.Reports[report].FirstPassage, Segment.EndOf(report));
}
