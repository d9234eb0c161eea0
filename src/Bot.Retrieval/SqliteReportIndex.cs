using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Corpus;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>
/// An index in one folder: a SQLite database that is the truth, and postings beside it that are rebuilt from it when they
/// are lost. Changes that arrive while others are being stored are stored together, so that reading many reports at
/// once is cheap. While another process has the folder open for writing, this one only reads what was stored when it opened.
/// </summary>
/// <remarks>
/// With an embedder passages have vectors beside their postings, derived too. Those of one model are searched once every passage had one, and
/// from then on; passages added since are found by their words until they have theirs. When another model is configured, its vectors are
/// made beside the old ones, and searches go by words until they are complete: the old ones would need questions embedded by the old model.
/// Configured back before that, the old ones are searched again. Without an embedder vectors are neither read nor kept in step.
/// </remarks>
public sealed class SqliteReportIndex : IReportIndex, IEmbeddedIndex, IDisposable
{
    private const int MostHits = 1000;

    // Paragraphs stored in one transaction: some tens of megabytes of postings in memory.
    private const int StoredTogether = 8192;

    // A reader that meets this many replacements in a row has met damage.
    private const int ReadAttempts = 5;

    private readonly IndexFolder _folder;
    private readonly IndexOpening _opening;
    private readonly IndexEmbedding? _embedding;
    private readonly TimeProvider _time;
    private readonly FileStream? _lock;
    private readonly IndexWriter? _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentQueue<IndexChange> _waiting = new();
    private readonly ConcurrentBag<ParagraphReader> _readers = [];
    private readonly ConcurrentBag<SearchScratch> _scratches = [];
    private volatile IndexSnapshot _snapshot;

    private SqliteReportIndex(string folder, TimeProvider time, ILogger logger, IPassageEmbedder? embedder)
    {
        _folder = new IndexFolder(folder);
        var vectors = embedder is null ? null : new VectorFolder(folder, logger);
        _embedding = embedder is null || vectors is null ? null : new IndexEmbedding(embedder, vectors, _folder.Database);
        _opening = new IndexOpening(_folder, vectors, time, logger);
        _time = time;
        _lock = _folder.TryLock();
        try
        {
            _writer = _lock is null ? null : _opening.ForWriting();
            _snapshot = _writer?.Snapshot() ?? _opening.ForReading();
        }
        catch
        {
            _lock?.Dispose();
            throw;
        }
    }

    /// <summary>Another process writes to this folder: changes are refused.</summary>
    public bool IsReadOnly => _writer is null;

    public ImmutableArray<ReportEntry> Catalogue => _snapshot.Catalogue;

    /// <summary>Opens the index in a folder, which is made when it is not there. Lost postings are rebuilt first.</summary>
    /// <param name="embedder">Null: passages are found by their words alone. Not disposed here.</param>
    /// <exception cref="InvalidOperationException">A newer version of the program wrote the folder.</exception>
    public static SqliteReportIndex Open(
        string folder, TimeProvider time, ILogger<SqliteReportIndex> logger, IPassageEmbedder? embedder = null) =>
        new(folder, time, logger, embedder);

    public Task ReplaceAsync(Report report, string file, CancellationToken cancellationToken)
    {
        var entry = ReportEntry.Of(report, file, NextMoment(report.Id));
        return StoreAsync(new IndexChange(report.Id, report, entry), cancellationToken);
    }

    public Task NoteFailureAsync(ReadOutcome.Failure failure, string file, string contentHash, CancellationToken cancellationToken)
    {
        var entry = ReportEntry.Of(failure, file, contentHash, _time.GetUtcNow());
        return StoreAsync(new IndexChange(failure.Id, null, entry), cancellationToken);
    }

    public Task RemoveAsync(ReportId id, CancellationToken cancellationToken) =>
        StoreAsync(new IndexChange(id, null, null), cancellationToken);

    public Task<Report?> LoadAsync(ReportId id, CancellationToken cancellationToken) => Read(
        (snapshot, reader) => snapshot.Find(id) is { } report ? ReportReading.Read(reader, report) : null,
        cancellationToken);

    public Task<ImmutableArray<StoredParagraph>> LoadParagraphsAsync(
        IReadOnlyCollection<ParagraphAddress> addresses, CancellationToken cancellationToken) => Read(
        (snapshot, reader) => addresses.SelectMany(a => ReportReading.ReadParagraph(reader, snapshot, a)).ToImmutableArray(),
        cancellationToken);

    public async Task<ImmutableArray<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        if (query.Limit is < 1 or > MostHits)
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"Limit is 1 to {MostHits}.");
        var question = _embedding is null ? null : await _embedding.QuestionAsync(query.Text, _snapshot.Dense, cancellationToken);
        return await Read((snapshot, reader) => Search(query, question, snapshot, reader), cancellationToken);
    }

    public Task<FigurePage> FindFiguresAsync(FigureQuery query, CancellationToken cancellationToken)
    {
        FigureSearch.Check(query);
        return Read((snapshot, reader) => FigureSearch.Run(query, snapshot, reader), cancellationToken);
    }

    public Task<MeasurePage> FindMeasuresAsync(MeasureQuery query, CancellationToken cancellationToken)
    {
        MeasureSearch.Check(query);
        return Read((snapshot, reader) => MeasureSearch.Run(query, snapshot, reader), cancellationToken);
    }

    public EmbeddingProgress Embedding => _snapshot is var snapshot && _embedding is null
        ? new EmbeddingProgress(0, snapshot.PassageCount, null)
        : _embedding.ProgressOf(snapshot);

    /// <remarks>Where another process writes to the folder, it is left to that.</remarks>
    public async Task EmbedMissingAsync(IProgress<EmbeddingProgress> progress, CancellationToken cancellationToken)
    {
        if (_embedding is not null && _writer is not null)
            await _embedding.CompleteAsync(_writer, () => _snapshot, ChangeAsync, progress, cancellationToken);
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        _writer?.Dispose();
        _writing.Dispose();
        _embedding?.Dispose();
        _lock?.Dispose();
    }

    private ImmutableArray<PassageHit> Search(PassageQuery query, QuestionVector? question, IndexSnapshot snapshot, ParagraphReader reader)
    {
        if (!_scratches.TryTake(out var scratch))
            scratch = new SearchScratch();
        var hits = PassageSearch.Run(query, question, snapshot, scratch, reader.ReadText);
        // Not in a finally: a search that threw may have left scores behind.
        _scratches.Add(scratch);
        return hits;
    }

    // Now, but later than the version before, whatever the clock says: the moment names the version.
    private DateTimeOffset NextMoment(ReportId id)
    {
        var now = _time.GetUtcNow();
        return _snapshot.Find(id) is { Entry.IndexedAt: var before } && before >= now ? before.AddTicks(1) : now;
    }

    // Runs over one snapshot; again over the newest when a report was replaced, and its rows deleted, meanwhile.
    private Task<T> Read<T>(Func<IndexSnapshot, ParagraphReader, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var attempt = 1; ; attempt++)
        {
            var snapshot = _snapshot;
            if (!_readers.TryTake(out var reader))
                reader = new ParagraphReader(_folder.Database);
            try
            {
                return Task.FromResult(read(snapshot, reader));
            }
            catch (SnapshotOutdatedException e)
            {
                if (attempt == ReadAttempts || (!IsReadOnly && ReferenceEquals(snapshot, _snapshot)))
                    throw Damaged(e);
                if (IsReadOnly)
                    _snapshot = _opening.ForReading();
            }
            catch (SqliteException e) when (SqliteFile.IsDamage(e))
            {
                throw Damaged(e);
            }
            finally
            {
                _readers.Add(reader);
            }
        }
    }

    private InvalidDataException Damaged(Exception inner) => new(
        $"{_folder.Database} is damaged: {inner.Message} Stop the program, delete the file and start it again; the reports are then read anew.",
        inner);

    private async Task StoreAsync(IndexChange change, CancellationToken cancellationToken)
    {
        if (_writer is not { } writer)
            throw new InvalidOperationException($"Another process writes to {_folder.Database}; stop it, or use another storage folder.");
        _waiting.Enqueue(change);
        try
        {
            await _writing.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!change.TryWithdraw())
        {
            await change.Completion;
            return;
        }
        try
        {
            if (!change.IsTaken)
                await Task.Run(() => StoreWaiting(writer, change), CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }
        await change.Completion;
    }

    // Between the changes of reports, which it leaves as they are.
    private async Task ChangeAsync(Action change, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            change();
            _snapshot = _writer?.Snapshot() ?? _snapshot;
        }
        finally
        {
            _writing.Release();
        }
    }

    // Whoever may write stores what all others have waiting, until its own change is among that.
    private void StoreWaiting(IndexWriter writer, IndexChange own)
    {
        while (!own.IsTaken)
        {
            var changes = TakeWaiting();
            try
            {
                writer.Store(changes);
                _snapshot = writer.Snapshot();
                changes.ForEach(c => c.Complete());
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                changes.ForEach(c => c.Fail(e));
            }
        }
    }

    private List<IndexChange> TakeWaiting()
    {
        var changes = new List<IndexChange>();
        var paragraphs = 0;
        while (paragraphs < StoredTogether && _waiting.TryDequeue(out var change))
        {
            if (!change.TryTake())
                continue;
            changes.Add(change);
            paragraphs += change.Report?.Paragraphs.Length ?? 1;
        }
        return changes;
    }
}
