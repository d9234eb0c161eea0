using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>
/// Sees to the passages' embeddings. A collection holds those of one model: with another model configured, the corpus is copied and
/// embedded beside it, then the alias is switched in one action, and a minute later the old collection is deleted. The bot that
/// was started last decides: one that sees the alias move to a third model while it runs goes on by words, and says so, rather than moving
/// it back. A bot without a model reads any collection by words.
/// </summary>
internal sealed partial class QdrantEmbedding(
    QdrantClient client, QdrantSetup setup, QdrantCatalogueKeeper keeper, QdrantCatalogueStore store, IPassageEmbedder? embedder,
    TimeProvider time, ILogger logger) : IDisposable
{
    private const int AtOnce = 256;

    // A model that doesn't say how long its vectors are is asked again after this.
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly VectorTally _tally = new(client);
    private volatile EmbeddingModel? _model;
    private volatile string? _found;
    private volatile string? _warning;
    private long? _askedAt;
    private long _copied;
    private Retired? _retired;

    private sealed record Retired(QdrantMove Move, IReadOnlySet<string> Seen, long At);

    /// <summary>Why the configured model is not used although it could be; null: it is, or none is configured.</summary>
    public string? Warning => _warning;

    public EmbeddingProgress Progress
    {
        get
        {
            if (keeper.Latest is not { } catalogue)
                return new EmbeddingProgress(0, 0, null);
            return IsOwn(keeper.Collection)
                ? new EmbeddingProgress(catalogue.Passages - _tally.LackingIn(catalogue), catalogue.Passages, _model)
                : new EmbeddingProgress(embedder is null ? 0 : Math.Min(Interlocked.Read(ref _copied), catalogue.Passages), catalogue.Passages, null);
        }
    }

    /// <summary>Notes a version that was stored without embeddings.</summary>
    public void NoteStored(string version, int passages) => _tally.NoteStored(version, passages);

    /// <summary>The question's vector with the collection whose embeddings it can be compared with; null: search by words.</summary>
    public async Task<(ReadOnlyMemory<float> Vector, string Collection)?> QuestionAsync(string text, CancellationToken cancellationToken)
    {
        if (embedder is null || keeper.Collection is not { } collection || setup.IsLexical(collection))
            return null;
        if (IsOwn(collection) && Progress.Embedded == 0)
            return null;
        if (await embedder.EmbedQuestionAsync(text, cancellationToken) is not { } vector)
            return null;
        _model ??= await embedder.ModelAsync(cancellationToken); // known by now
        return IsOwn(collection) ? (vector, collection) : null;
    }

    /// <summary>After every poll: how far others are, and what is due to be deleted.</summary>
    public async Task LookAsync(QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        _found ??= keeper.Collection;
        if (_retired is { } retired && time.GetElapsedTime(retired.At) >= QdrantLeftovers.Grace)
            await DropAsync(retired, cancellationToken);
        if (embedder is null || keeper.Collection is not { } collection || setup.IsLexical(collection))
            return;
        await AskModelAsync(embedder, cancellationToken);
        if (IsOwn(collection))
            await _tally.LookAsync(collection, catalogue, cancellationToken);
    }

    public async Task EmbedMissingAsync(IProgress<EmbeddingProgress> progress, CancellationToken cancellationToken)
    {
        if (embedder is null)
            return;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var own = setup.GenerationOf(_model = await embedder.ModelAsync(cancellationToken));
            await keeper.RefreshAsync(cancellationToken);
            var current = keeper.Collection!; // known once the catalogue was read
            _found ??= current;
            if (current != own.Name && current != _found && !setup.IsLexical(current))
            {
                Yield(current, own.Name);
                return;
            }
            if (current != own.Name)
                await MoveAsync(current, own, embedder, progress, cancellationToken);
            _warning = null;
            await FillAsync(own.Name, embedder, progress, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool IsOwn(string? collection) => _model is { } model && setup.GenerationOf(model).Name == collection;

    private async Task AskModelAsync(IPassageEmbedder asked, CancellationToken cancellationToken)
    {
        if (_model is not null || (_askedAt is { } at && time.GetElapsedTime(at) < s_pause))
            return;
        _askedAt = time.GetTimestamp();
        try
        {
            _model = await asked.ModelAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.ModelSilent(logger, e.Message);
        }
    }

    private void Yield(string current, string own)
    {
        if (_warning is null)
            Log.Yielded(logger, current, own);
        _warning = $"另一台机器人已让报告库改用别的向量模型（{current}），本机按字词检索：请让各台的 Model:Embedding 一致，然后重启 / " +
            $"Another bot moved the corpus to another embedding model ({current}); this one searches by words: set the same Model:Embedding everywhere and restart.";
    }

    private async Task MoveAsync(
        string current, QdrantGeneration own, IPassageEmbedder model, IProgress<EmbeddingProgress> progress, CancellationToken cancellationToken)
    {
        await setup.MakeAsync(own, cancellationToken);
        var move = new QdrantMove(client, store.In(current), store.In(own.Name), new PassageVectors(model));
        var seen = await move.CopyAsync(
            copied =>
            {
                Interlocked.Exchange(ref _copied, copied);
                progress.Report(Progress);
            },
            cancellationToken);
        await client.SwitchAsync(new QdrantAlias(own.Alias, own.Name), cancellationToken);
        _retired = new Retired(move, seen, time.GetTimestamp());
        _found = own.Name;
        await keeper.RefreshAsync(CancellationToken.None);
        await move.FollowAsync(seen, cancellationToken);
        Log.Moved(logger, own.Alias, current, own.Name);
    }

    private async Task FillAsync(string collection, IPassageEmbedder model, IProgress<EmbeddingProgress> progress, CancellationToken cancellationToken)
    {
        var vectors = new PassageVectors(model);
        await _tally.LookAsync(collection, await keeper.CurrentAsync(cancellationToken), cancellationToken);
        if (Progress.IsComplete)
            return;
        var missing = client.ScrollAsync(collection, VectorTally.Missing, PointField.OfVersion, AtOnce, cancellationToken);
        await foreach (var page in missing.Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            var before = await keeper.CurrentAsync(cancellationToken);
            var points = await vectors.AddAsync([.. page.Where(p => before.OfVersion(VersionOf(p)) is not null)], cancellationToken);
            // The model takes its time: what was replaced and deleted meanwhile must not come back.
            var now = await keeper.RefreshAsync(cancellationToken);
            var current = page.Where(p => now.OfVersion(VersionOf(p)) is not null).ToDictionary(p => p.Id, VersionOf);
            await client.UpsertAsync(collection, points.Where(p => current.ContainsKey(p.Id)), cancellationToken);
            foreach (var version in points.Where(p => current.ContainsKey(p.Id)).CountBy(p => current[p.Id]))
                _tally.NoteEmbedded(version.Key, version.Value);
            progress.Report(Progress);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task DropAsync(Retired retired, CancellationToken cancellationToken)
    {
        try
        {
            await retired.Move.FollowAsync(retired.Seen, cancellationToken);
            if (keeper.Collection != retired.Move.From)
                await client.DropAsync(retired.Move.From, cancellationToken);
        }
        catch (QdrantException e) when (e.Kind is QdrantFailureKind.Missing)
        {
            // Another bot that moved the corpus too was first.
        }
        _retired = null;
    }

    private static string VersionOf(QdrantFound point) => point.Payload.GetProperty(PointField.Version).GetString()!; // every point of ours has one

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Alias} led to the Qdrant collection {Old} and now leads to {New}, where every passage is embedded; {Old} is deleted in a minute")]
        public static partial void Moved(ILogger logger, string alias, string old, string @new);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Another bot moved the corpus to {Current} while this one, configured for {Own}, was running: it searches by words. Set the same embedding model everywhere and restart")]
        public static partial void Yielded(ILogger logger, string current, string own);

        [LoggerMessage(Level = LogLevel.Debug, Message = "The embedding model doesn't say how long its vectors are: {Problem}")]
        public static partial void ModelSilent(ILogger logger, string problem);
    }
}
