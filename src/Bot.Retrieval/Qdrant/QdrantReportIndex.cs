using System.Collections.Immutable;
using Bot.Corpus;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>
/// An index in Qdrant alone, shared by every bot that names the same collection. Each stored version of a report has points of its own
/// that never change; one point per report says which version is read. Readers go by the versions of the catalogue they began with,
/// so they see a report whole, and versions no longer read are deleted a minute later. Two bots that store the same report
/// at once write different versions: the one whose catalogue point is stored last stands, the other is swept.
/// </summary>
public sealed partial class QdrantReportIndex : IReportIndex, IEmbeddedIndex, IAsyncDisposable
{
    private const int MostHits = 1000;

    // A reader that meets this many replacements in a row has met damage.
    private const int ReadAttempts = 5;

    private readonly string _collection;
    private readonly string? _source;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly QdrantClient _client;
    private readonly QdrantLeftovers _leftovers;
    private readonly QdrantCatalogueKeeper _keeper;
    private readonly QdrantSetup _setup;
    private readonly QdrantEmbedding _embedding;
    private readonly QdrantParagraphs _paragraphs;
    private readonly QdrantSearch _search;
    private readonly QdrantFigures _figures;
    private readonly QdrantMeasures _measures;
    private readonly CancellationTokenSource _closing = new();
    private Task _polling = Task.CompletedTask;
    private bool _isClosed;

    private QdrantReportIndex(QdrantOptions options, TimeProvider time, ILogger logger, IPassageEmbedder? embedder)
    {
        (_collection, _source, _time, _logger) = (options.Collection, options.Source is { Length: > 0 } source ? source : null, time, logger);
        _client = new QdrantClient(options, time);
        _leftovers = new QdrantLeftovers(_client, _collection, time, logger);
        _setup = new QdrantSetup(_client, options, embedder, time, logger);
        var store = new QdrantCatalogueStore(_client, _collection, _source, time);
        _keeper = new QdrantCatalogueKeeper(_setup, store, _leftovers, time, logger);
        _embedding = new QdrantEmbedding(_client, _setup, _keeper, store, embedder, time, logger);
        _paragraphs = new QdrantParagraphs(_client, _collection);
        _search = new QdrantSearch(_client, _collection, _embedding);
        _figures = new QdrantFigures(_client, _collection, _paragraphs);
        _measures = new QdrantMeasures(_client, _collection, _paragraphs);
    }

    /// <summary>The catalogue as the last poll found it, with this program's own changes.</summary>
    /// <exception cref="QdrantException">Qdrant was never reached.</exception>
    public ImmutableArray<ReportEntry> Catalogue => _keeper.Known().Entries;

    /// <summary>Whether Qdrant can be used, as the last poll found it.</summary>
    public IndexHealth Health => _keeper.Health;

    /// <summary>What keeps the embedding model from being used, though Qdrant can be; null: nothing.</summary>
    public string? Warning => _embedding.Warning;

    public EmbeddingProgress Embedding => _embedding.Progress;

    /// <summary>Opens the index without waiting for Qdrant's first answer, otherwise as <see cref="OpenAsync"/>.</summary>
    public static QdrantReportIndex Start(
        QdrantOptions options, TimeProvider time, ILogger<QdrantReportIndex> logger, IPassageEmbedder? embedder = null)
    {
        var index = new QdrantReportIndex(options, time, logger, embedder);
        index._polling = Task.Run(async () =>
        {
            await index.PollAsync(index._closing.Token);
            await index.PollUntilClosedAsync(options.Refresh);
        });
        return index;
    }

    /// <summary>
    /// Opens the index. Succeeds without Qdrant as well: <see cref="Health"/> then says why, operations fail with
    /// <see cref="QdrantException"/>, and polls go on until it is there.
    /// </summary>
    public static async Task<QdrantReportIndex> OpenAsync(
        QdrantOptions options, TimeProvider time, ILogger<QdrantReportIndex> logger, CancellationToken cancellationToken,
        IPassageEmbedder? embedder = null)
    {
        var index = new QdrantReportIndex(options, time, logger, embedder);
        try
        {
            await index.PollAsync(cancellationToken);
        }
        catch
        {
            await index.DisposeAsync();
            throw;
        }
        index._polling = index.PollUntilClosedAsync(options.Refresh);
        return index;
    }

    public Task ReachAsync(CancellationToken cancellationToken) => _keeper.CurrentAsync(cancellationToken);

    public Task ReplaceAsync(Report report, string file, CancellationToken cancellationToken) => ChangeAsync(
        async collection =>
        {
            var version = NewVersion();
            var points = new ReportPoints(report, version);
            _embedding.NoteStored(version, points.Passages);
            await StoreAsync(report, version, points, collection, cancellationToken);
            var entry = ReportEntry.Of(report, file, _time.GetUtcNow());
            await _keeper.SwitchAsync(new QdrantReport(version, points.Passages, entry, _source), collection, cancellationToken);
        },
        cancellationToken);

    public Task NoteFailureAsync(ReadOutcome.Failure failure, string file, string contentHash, CancellationToken cancellationToken)
    {
        var entry = ReportEntry.Of(failure, file, contentHash, _time.GetUtcNow());
        return ChangeAsync(
            collection => _keeper.SwitchAsync(new QdrantReport(NewVersion(), 0, entry, _source), collection, cancellationToken), cancellationToken);
    }

    public Task RemoveAsync(ReportId id, CancellationToken cancellationToken) =>
        ChangeAsync(collection => _keeper.ForgetAsync(id, collection, cancellationToken), cancellationToken);

    public Task EmbedMissingAsync(IProgress<EmbeddingProgress> progress, CancellationToken cancellationToken) =>
        _embedding.EmbedMissingAsync(progress, cancellationToken);

    public Task<Report?> LoadAsync(ReportId id, CancellationToken cancellationToken) => ReadAsync<Report?>(
        async catalogue =>
        {
            if (catalogue.Find(id) is not { Entry: { Metadata: { } metadata } entry } report)
                return null;
            var paragraphs = await _paragraphs.OfReportAsync(report, cancellationToken);
            return new Report(
                entry.Id, entry.ContentHash, metadata, [.. paragraphs.Select(p => p.Paragraph)], [.. paragraphs.SelectMany(p => p.Figures)],
                await _paragraphs.RemovedOfAsync(report, cancellationToken), entry.Warnings)
            {
                Measures = await _measures.OfReportAsync(report, cancellationToken),
            };
        },
        cancellationToken);

    public Task<ImmutableArray<StoredParagraph>> LoadParagraphsAsync(
        IReadOnlyCollection<ParagraphAddress> addresses, CancellationToken cancellationToken) =>
        ReadAsync(catalogue => _paragraphs.AtAsync(catalogue, addresses, cancellationToken), cancellationToken);

    public Task<ImmutableArray<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        if (query.Limit is < 1 or > MostHits)
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"Limit is 1 to {MostHits}.");
        return ReadAsync(catalogue => _search.RunAsync(query, catalogue, cancellationToken), cancellationToken);
    }

    public Task<FigurePage> FindFiguresAsync(FigureQuery query, CancellationToken cancellationToken) =>
        ReadAsync(catalogue => _figures.FindAsync(query, catalogue, cancellationToken), cancellationToken);

    public Task<MeasurePage> FindMeasuresAsync(MeasureQuery query, CancellationToken cancellationToken)
    {
        MeasureSearch.Check(query);
        return ReadAsync(catalogue => _measures.FindAsync(query, catalogue, cancellationToken), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, true))
            return;
        await _closing.CancelAsync();
        await _polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
        _embedding.Dispose();
        _keeper.Dispose();
        _client.Dispose();
    }

    // Versions are never used twice, whoever stores them: what one leads to is whole or gone, never another's.
    private static string NewVersion() => Guid.NewGuid().ToString("N");

    // A change goes to the collection itself, not to the alias, and is made again where another bot switched the alias meanwhile: one whose
    // halves went to two collections would be lost.
    private async Task ChangeAsync(Func<string, Task> change, CancellationToken cancellationToken)
    {
        await _keeper.CurrentAsync(cancellationToken);
        var collection = await _setup.EnsureAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            await change(collection);
            var current = await _setup.EnsureAsync(CancellationToken.None);
            if (current == collection || attempt == ReadAttempts)
                return;
            collection = current;
        }
    }

    // Everything of a version but the line that lets readers see it.
    private async Task StoreAsync(Report report, string version, ReportPoints points, string collection, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await _client.UpsertAsync(collection, [VersionMark.Of(report, version, _time.GetUtcNow())], cancellationToken)
                + await _client.UpsertAsync(collection, points.All(), cancellationToken);
            var held = await _client.CountAsync(
                collection, QdrantFilter.All(QdrantCondition.Is(PointField.Version, version)), cancellationToken);
            if (held != stored)
            {
                throw new QdrantException(
                    QdrantFailureKind.Lost,
                    $"{report.Id} 存入 Qdrant 后只找到 {held}/{stored} 个点，未启用：请查看 Qdrant 的日志和磁盘",
                    $"Of {report.Id} Qdrant holds {held} of {stored} points; it was not put to use: see Qdrant's log and disk.");
            }
        }
        catch
        {
            await DiscardAsync(version);
            throw;
        }
    }

    // No reader knows the version, so it can go at once. What is left when this fails too, a later sweep finds.
    private async Task DiscardAsync(string version)
    {
        try
        {
            await _leftovers.DeleteAsync([version], _closing.Token);
        }
        catch (Exception e) when (e is QdrantException or OperationCanceledException)
        {
            Log.NotDiscarded(_logger, e.Message);
        }
    }

    // Runs by one catalogue; again by the newest when versions of it may have been deleted meanwhile.
    private async Task<T> ReadAsync<T>(Func<QdrantCatalogue, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var catalogue = await _keeper.CurrentAsync(cancellationToken);
            try
            {
                var result = await read(catalogue);
                if (_keeper.WasWhole(catalogue))
                    return result;
                if (attempt == ReadAttempts)
                    throw TooSlow();
            }
            catch (SnapshotOutdatedException e) when (attempt == ReadAttempts)
            {
                throw new InvalidDataException(
                    $"Qdrant 里的报告不完整（{e.Message}）：请删除集合 {_collection}，报告会自动重新读入 / " +
                    $"Qdrant holds a report in part. Delete the collection {_collection}; the reports are then read anew.",
                    e);
            }
            catch (SnapshotOutdatedException)
            {
                // Replaced meanwhile: by the newest catalogue it is whole.
            }
            await _keeper.RefreshAsync(cancellationToken);
        }
    }

    private static QdrantException TooSlow() => new(
        QdrantFailureKind.Timeout,
        $"从 Qdrant 读取耗时超过 {QdrantLeftovers.Grace.TotalSeconds / 2:0} 秒，其间报告可能已更新：请缩小查询范围或查看 Qdrant 的负载",
        $"Reading from Qdrant took more than {QdrantLeftovers.Grace.TotalSeconds / 2:0} s, in which reports may have changed: narrow the query, or look at Qdrant's load.");

    private async Task PollUntilClosedAsync(TimeSpan period)
    {
        using var timer = new PeriodicTimer(period, _time);
        while (await timer.WaitForNextTickAsync(_closing.Token))
            await PollAsync(_closing.Token);
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        try
        {
            var catalogue = await _keeper.RefreshAsync(cancellationToken);
            await _embedding.LookAsync(catalogue, cancellationToken);
            await _leftovers.SweepAsync(catalogue, cancellationToken);
        }
        catch (QdrantException e)
        {
            // Health says so; the next poll tries again.
            Log.PollFailed(_logger, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.PollBroken(_logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Looking for changes failed: {Problem}")]
        public static partial void PollFailed(ILogger logger, string problem);

        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for changes failed")]
        public static partial void PollBroken(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Points of an unfinished version were left behind and are swept later: {Problem}")]
        public static partial void NotDiscarded(ILogger logger, string problem);
    }
}
