using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>The index as of one completed change. Never altered: readers of one moment all see the same.</summary>
internal sealed class IndexSnapshot
{
    private readonly CataloguedReport[] _reports;
    private readonly Lazy<RepealRegister> _repeals;

    /// <param name="reports">Ordered by id.</param>
    /// <param name="change">Number of the change it is as of.</param>
    public IndexSnapshot(CataloguedReport[] reports, ImmutableArray<SegmentView> segments, long change, DenseState dense)
    {
        _reports = reports;
        Change = change;
        Dense = dense;
        FigureCount = reports.Sum(r => r.Entry.Figures);
        Segments = segments;
        Catalogue = [.. reports.Select(r => r.Entry)];
        _repeals = new(() => RepealRegister.Of(Catalogue));
        Span<long> lengths = stackalloc long[3];
        foreach (var field in Enum.GetValues<TermField>())
            lengths[(int)field] = segments.Sum(s => s.Segment.TotalLength(field));
        Ranking = new Bm25(segments.Sum(s => (long)s.Segment.PassageCount), lengths);
    }

    public ImmutableArray<ReportEntry> Catalogue { get; }

    public long Change { get; }

    /// <summary>Figures of all reports.</summary>
    public int FigureCount { get; }

    public ImmutableArray<SegmentView> Segments { get; }

    public Bm25 Ranking { get; }

    /// <summary>The vectors of its passages.</summary>
    public DenseState Dense { get; }

    public long PassageCount => Segments.Sum(view => (long)view.LivePassages);

    /// <summary>How many passages have a vector of a model.</summary>
    public long EmbeddedBy(EmbeddingModel? model) =>
        model is not null && Dense.Of(model) is { } generation ? Segments.Sum(generation.EmbeddedIn) : 0;

    /// <summary>Which of its documents are ended by others of them; worked out when first asked for.</summary>
    public RepealRegister Repeals => _repeals.Value;

    /// <summary>The paragraphs that readers of this snapshot asked for.</summary>
    public ParagraphCache Paragraphs { get; } = new();

    /// <summary>The report of this id, or null when it is not known or could not be read.</summary>
    public CataloguedReport? Find(ReportId id)
    {
        var (low, high) = (0, _reports.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _reports[middle].Entry.Id.CompareTo(id);
            if (order == 0)
                return _reports[middle].Entry.IsSearchable ? _reports[middle] : null;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return null;
    }
}
