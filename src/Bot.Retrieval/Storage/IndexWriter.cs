using System.Collections.Immutable;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>
/// Stores changes: the rows and the names of the segments in one transaction, the segments before it. Whatever moment the
/// process ends at, the database names only segments that were written whole. Used by one thread at a time.
/// </summary>
internal sealed class IndexWriter : IDisposable
{
    private readonly IndexFolder _folder;
    private readonly VectorKeeper? _vectors;
    private readonly SqliteConnection _connection;
    private readonly CatalogueWriter _catalogue;
    private readonly Dictionary<long, CataloguedReport> _byKey = [];
    private readonly SortedDictionary<ReportId, CataloguedReport> _byId = [];
    private List<SegmentView> _views;
    private long _change;

    /// <param name="vectors">Null: the vectors are left alone.</param>
    public IndexWriter(
        IndexFolder folder, VectorKeeper? vectors, SqliteConnection connection, IEnumerable<CataloguedReport> reports, IReadOnlyList<Segment> segments)
    {
        _change = Convert.ToInt64(connection.Scalar(ReportSql.ReadLastChange), null);
        (_folder, _vectors, _connection) = (folder, vectors, connection);
        _vectors?.Open(segments);
        _catalogue = new CatalogueWriter(connection);
        foreach (var report in reports)
            Remember(report);
        _views = [.. segments.Select(s => new SegmentView(s, _byKey.GetValueOrDefault))];
    }

    /// <summary>Reports of the catalogue whose postings are in no segment.</summary>
    public IReadOnlyList<CataloguedReport> WithoutPostings() =>
        [.. _byKey.Values.Where(r => r.Entry.IsSearchable && _views.TrueForAll(v => v.Segment.FindReport(r.Key) < 0))];

    /// <summary>The index as of the last stored change.</summary>
    public IndexSnapshot Snapshot() => new([.. _byId.Values], [.. _views], _change, _vectors?.State ?? DenseState.None);

    /// <summary>Holds vectors of this model, beside those that are searched.</summary>
    public void HoldVectors(EmbeddingModel model) => _vectors?.Hold(model, [.. _views.Select(v => v.Segment)]);

    /// <summary>Takes over a file of vectors that was written, unless its segment was merged into another meanwhile.</summary>
    public void AddVectors(EmbeddingModel model, Segment segment, string path) =>
        _vectors?.Add(model, _views.Exists(v => v.Segment == segment) ? segment : null, path);

    /// <summary>Lets searches use the vectors of this model; false: a passage has none yet.</summary>
    public bool TryServe(EmbeddingModel model)
    {
        var snapshot = Snapshot();
        if (_vectors is null || snapshot.EmbeddedBy(model) < snapshot.PassageCount)
            return false;
        _vectors.Serve(model);
        return true;
    }

    /// <summary>Stores all of the changes or none.</summary>
    /// <param name="changes">In order; a later one for the same id stands.</param>
    public void Store(IReadOnlyList<IndexChange> changes)
    {
        var builder = new SegmentBuilder();
        var removed = new HashSet<long>();
        var added = new List<CataloguedReport>();
        using var transaction = _catalogue.Begin();
        _catalogue.Open(_change + 1);
        foreach (var change in changes.Reverse().DistinctBy(c => c.Id).Reverse())
        {
            if (_catalogue.Forget(change.Id) is { } key)
                removed.Add(key);
            if (change.Entry is null)
                continue;
            added.Add(_catalogue.Add(change.Entry, change.Report));
            if (change.Report is not null)
                builder.Add(added[^1].Key, change.Report);
        }
        StoreSegments(builder, removed, added, transaction);
        _change++;
    }

    /// <summary>Writes the postings of reports that are in the catalogue already, read back from it.</summary>
    public void AddPostings(IEnumerable<(long Key, Report Report)> reports)
    {
        var builder = new SegmentBuilder();
        foreach (var (key, report) in reports)
            builder.Add(key, report);
        using var transaction = _catalogue.Begin();
        StoreSegments(builder, [], [], transaction);
    }

    public void Dispose()
    {
        _catalogue.Dispose();
        _connection.Dispose();
    }

    private void StoreSegments(SegmentBuilder builder, HashSet<long> removed, List<CataloguedReport> added, SqliteTransaction transaction)
    {
        var views = _views.ConvertAll(v => v.HoldsAny(removed) ? new SegmentView(v.Segment, LiveAfter) : v);
        var rewritten = SegmentPlan.ToRewrite(views, builder.PassageCount);
        var segment = Write(builder, rewritten, LiveAfter);
        var vectors = _vectors?.Carry([.. rewritten.Select(v => v.Segment)], segment);
        _catalogue.ReplaceSegments(rewritten.Select(v => v.Segment), segment);
        transaction.Commit();

        foreach (var key in removed)
            _byId.Remove(_byKey[key].Entry.Id);
        foreach (var key in removed)
            _byKey.Remove(key);
        added.ForEach(Remember);
        views.RemoveAll(rewritten.Contains);
        if (segment is not null)
            views.Add(new SegmentView(segment, _byKey.GetValueOrDefault));
        _views = views;
        foreach (var view in rewritten)
            IndexFolder.Delete(view.Segment.Path);
        if (vectors is not null)
            _vectors?.Replace(vectors);

        CataloguedReport? LiveAfter(long key) => removed.Contains(key) ? null : _byKey.GetValueOrDefault(key);
    }

    // The new reports with the segments they take in; null when nothing is left.
    private Segment? Write(SegmentBuilder builder, IReadOnlyList<SegmentView> rewritten, Func<long, CataloguedReport?> liveAfter)
    {
        if (rewritten.All(v => !v.HoldsLiveReports))
            return builder.IsEmpty ? null : WriteNew(builder);
        var fresh = builder.IsEmpty ? null : WriteNew(builder);
        Segment[] sources = [.. rewritten.Select(v => v.Segment), .. fresh is null ? Array.Empty<Segment>() : [fresh]];
        var path = _folder.NewSegment();
        SegmentMerger.Merge(sources, key => liveAfter(key) is not null || fresh?.FindReport(key) >= 0, path);
        if (fresh is not null)
            IndexFolder.Delete(fresh.Path);
        return Segment.OpenUnverified(path);
    }

    private Segment WriteNew(SegmentBuilder builder)
    {
        var path = _folder.NewSegment();
        builder.WriteTo(path);
        return Segment.OpenUnverified(path);
    }

    private void Remember(CataloguedReport report)
    {
        _byKey[report.Key] = report;
        _byId[report.Entry.Id] = report;
    }
}
