using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>A line of the catalogue, with the version that its points carry.</summary>
/// <param name="Source">Whose it is, as <see cref="QdrantOptions.Source"/>; null: anyone's.</param>
internal sealed record QdrantReport(string Version, int Passages, ReportEntry Entry, string? Source);

/// <summary>The catalogue as of one moment. Never altered: readers of one moment all see the same versions.</summary>
internal sealed class QdrantCatalogue
{
    // Terms remembered: some megabytes at most.
    private const int MostRarities = 100_000;

    private readonly Dictionary<ReportId, QdrantReport> _byId;
    private readonly Dictionary<string, QdrantReport> _byVersion;
    private readonly ConcurrentDictionary<ulong, double> _rarities;
    private readonly Lazy<RepealRegister> _repeals;

    /// <param name="readAt">Timestamp before the first request that it was read by.</param>
    public QdrantCatalogue(IEnumerable<QdrantReport> reports, long readAt)
        : this(reports, readAt, [])
    {
    }

    private QdrantCatalogue(IEnumerable<QdrantReport> reports, long readAt, ConcurrentDictionary<ulong, double> rarities)
    {
        ReadAt = readAt;
        Reports = [.. reports.OrderBy(r => r.Entry.Id)];
        Entries = [.. Reports.Select(r => r.Entry)];
        Passages = Reports.Sum(r => (long)r.Passages);
        _byId = Reports.ToDictionary(r => r.Entry.Id);
        _byVersion = Reports.ToDictionary(r => r.Version);
        _rarities = rarities;
        _repeals = new(() => RepealRegister.Of(Entries));
    }

    public long ReadAt { get; }

    /// <summary>Ordered by id.</summary>
    public ImmutableArray<QdrantReport> Reports { get; }

    public ImmutableArray<ReportEntry> Entries { get; }

    public long Passages { get; }

    /// <summary>Which of its documents are ended by others of them; worked out when first asked for.</summary>
    public RepealRegister Repeals => _repeals.Value;

    /// <summary>The report of this id, or null when it is not known or could not be read.</summary>
    public QdrantReport? Find(ReportId id) => _byId.GetValueOrDefault(id) is { Entry.IsSearchable: true } report ? report : null;

    /// <summary>The report whose version this is; null for a version that is not, or no longer, to be read.</summary>
    public QdrantReport? OfVersion(string version) => _byVersion.GetValueOrDefault(version);

    /// <summary>The idf of a term, as the server had it once while the catalogue was as it is now; null: not asked yet.</summary>
    public double? Rarity(ulong term) => _rarities.TryGetValue(term, out var rarity) ? rarity : null;

    public void Remember(ulong term, double rarity)
    {
        if (_rarities.Count < MostRarities)
            _rarities[term] = rarity;
    }

    /// <summary>The same, found unchanged at a later time.</summary>
    public QdrantCatalogue AsOf(long readAt) => new(Reports, readAt, _rarities);

    /// <summary>The catalogue after one change.</summary>
    /// <param name="report">What is known of <paramref name="id"/> now; null: nothing.</param>
    public QdrantCatalogue With(ReportId id, QdrantReport? report) =>
        new(Reports.Where(r => r.Entry.Id != id).Concat(report is null ? [] : [report]), ReadAt);
}
