using Bot.Corpus;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>
/// Keeps the catalogue in memory in step with the server's: read anew by every poll, changed at once by this program's own changes.
/// Knows whether the server can be used.
/// </summary>
internal sealed partial class QdrantCatalogueKeeper(
    QdrantSetup setup, QdrantCatalogueStore store, QdrantLeftovers leftovers, TimeProvider time, ILogger logger) : IDisposable
{
    // Those who come while the server is down are told so at once, not one after the other by a timeout each.
    private static readonly TimeSpan s_failureStands = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _changing = new(1, 1);
    private volatile QdrantCatalogue? _catalogue;
    private volatile string? _collection;
    private volatile IndexHealth _health = new(
        "尚未连接 Qdrant / Qdrant was not asked yet", time.GetUtcNow());

    // Null while all is well.
    private volatile Failed? _failed;

    private sealed record Failed(QdrantException Failure, long At);

    public IndexHealth Health => _health;

    /// <summary>The catalogue as it is known, however old; null: the server was never reached.</summary>
    public QdrantCatalogue? Latest => _catalogue;

    /// <summary>What the alias led to when last looked at; null with <see cref="Latest"/>.</summary>
    public string? Collection => _collection;

    /// <summary>The catalogue as it is known, however old.</summary>
    /// <exception cref="QdrantException">The server was never reached.</exception>
    public QdrantCatalogue Known() => _catalogue ?? throw (_failed?.Failure ?? new QdrantException(
        QdrantFailureKind.Unreachable, "正在连接 Qdrant，请稍后再试", "Qdrant is being connected to; try again in a moment."));

    /// <summary>A catalogue young enough to read by.</summary>
    /// <exception cref="QdrantException">It is too old, and the server can't be asked.</exception>
    public async Task<QdrantCatalogue> CurrentAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // While the server is known to fail, asking is refused at once rather than after every time-out of its own.
        return _catalogue is { } known && _failed is null && time.GetElapsedTime(known.ReadAt) < QdrantLeftovers.Grace / 2
            ? known
            : await RefreshAsync(cancellationToken);
    }

    /// <summary>True when what was read by this catalogue was whole until now.</summary>
    public bool WasWhole(QdrantCatalogue catalogue) => time.GetElapsedTime(catalogue.ReadAt) < QdrantLeftovers.Grace;

    /// <summary>Reads the catalogue anew, unless someone else did while this call waited.</summary>
    public async Task<QdrantCatalogue> RefreshAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (_catalogue is { } known && known.ReadAt > asked)
                return known;
            if (_failed is { } failed && time.GetElapsedTime(failed.At) < s_failureStands)
                throw failed.Failure;
            return await ReadAsync(cancellationToken);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Puts a version in place of what is known under an id, for everyone at once: one point is stored.</summary>
    /// <param name="collection">A collection's own name.</param>
    public Task SwitchAsync(QdrantReport report, string collection, CancellationToken cancellationToken) =>
        ChangeAsync(report.Entry.Id, report, () => store.In(collection).WriteAsync(report, CancellationToken.None), cancellationToken);

    public Task ForgetAsync(ReportId id, string collection, CancellationToken cancellationToken) =>
        ChangeAsync(id, null, () => store.In(collection).RemoveAsync(id, CancellationToken.None), cancellationToken);

    public void Dispose() => _changing.Dispose();

    // The change itself is not cancelled: afterwards it would be unknown whether it happened.
    private async Task ChangeAsync(ReportId id, QdrantReport? report, Func<Task> change, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            // What another bot stored since the last poll is replaced too.
            var replaced = await store.VersionAsync(id, cancellationToken);
            await change();
            _catalogue = _catalogue?.With(id, report);
            if (replaced is not null)
                leftovers.NoteReplaced(replaced);
        }
        finally
        {
            _changing.Release();
        }
    }

    private async Task<QdrantCatalogue> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var collection = await setup.EnsureAsync(cancellationToken);
            var catalogue = await store.ReadAsync(_catalogue, cancellationToken);
            NoteWell();
            _collection = collection;
            return _catalogue = catalogue;
        }
        catch (QdrantException e)
        {
            NoteFailure(e);
            throw;
        }
    }

    private void NoteWell()
    {
        _failed = null;
        if (_health.IsReady)
            return;
        _health = new IndexHealth(null, time.GetUtcNow());
        Log.Ready(logger);
    }

    private void NoteFailure(QdrantException failure)
    {
        // Which of several nodes is named may change with every poll: the same kind of trouble is told once.
        var isKnown = !_health.IsReady && _failed?.Failure.Kind == failure.Kind;
        _failed = new Failed(failure, time.GetTimestamp());
        if (isKnown)
            return;
        _health = new IndexHealth(failure.Message, time.GetUtcNow());
        Log.NotReady(logger, failure.Message);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Qdrant is ready")]
        public static partial void Ready(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Qdrant can't be used; it is asked again and again: {Problem}")]
        public static partial void NotReady(ILogger logger, string problem);
    }
}
