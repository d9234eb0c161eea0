namespace Bot.Retrieval;

/// <summary>The embedder's part in an index: it gives questions their vectors, and passages those they lack.</summary>
internal sealed class IndexEmbedding(IPassageEmbedder embedder, VectorFolder folder, string database) : IDisposable
{
    private readonly SemaphoreSlim _completing = new(1, 1);
    private volatile EmbeddingModel? _model;
    private long _underWay;

    /// <summary>A question's vector, where vectors are searched that it can be compared with; null: words must do.</summary>
    public async Task<QuestionVector?> QuestionAsync(string text, DenseState dense, CancellationToken cancellationToken)
    {
        if (dense.Served is not { } served || (_model is { } model && model != served))
            return null;
        if (await embedder.EmbedQuestionAsync(text, cancellationToken) is not { } vector)
            return null;
        // Known by now: it gave a vector.
        _model ??= await embedder.ModelAsync(cancellationToken);
        return _model == served ? new QuestionVector(served, vector.Span) : null;
    }

    public EmbeddingProgress ProgressOf(IndexSnapshot snapshot)
    {
        var served = snapshot.Dense.Served;
        var model = _model ?? served;
        var embedded = snapshot.EmbeddedBy(model) + Interlocked.Read(ref _underWay);
        return new EmbeddingProgress(Math.Min(embedded, snapshot.PassageCount), snapshot.PassageCount, model == served ? served : null);
    }

    /// <summary>Gives every passage its vector, segment by segment, and then lets searches use them.</summary>
    /// <param name="newest">The index as of its last change.</param>
    /// <param name="change">Runs something while nothing else changes the index; <paramref name="newest"/> then shows it.</param>
    public async Task CompleteAsync(
        IndexWriter writer,
        Func<IndexSnapshot> newest,
        Func<Action, CancellationToken, Task> change,
        IProgress<EmbeddingProgress> progress,
        CancellationToken cancellationToken)
    {
        await _completing.WaitAsync(cancellationToken);
        try
        {
            var model = await embedder.ModelAsync(cancellationToken);
            await change(() => writer.HoldVectors(model), cancellationToken);
            _model = model;
            var (isNew, isServed) = (newest().Dense.Served != model, false);
            while (!isServed)
            {
                var snapshot = newest();
                if (IncompleteIn(snapshot, model) is not { } view)
                {
                    await change(() => isServed = writer.TryServe(model), cancellationToken);
                    continue;
                }
                isNew = true;
                if (await TryWriteAsync(view, snapshot, model, newest, progress, cancellationToken) is { } path)
                    await change(() => writer.AddVectors(model, view.Segment, path), CancellationToken.None);
                Interlocked.Exchange(ref _underWay, 0);
            }
            if (isNew)
                await ForgetUnusedAsync(newest(), cancellationToken);
        }
        finally
        {
            Interlocked.Exchange(ref _underWay, 0);
            _completing.Release();
        }
    }

    public void Dispose() => _completing.Dispose();

    private static SegmentView? IncompleteIn(IndexSnapshot snapshot, EmbeddingModel model) =>
        snapshot.Segments.FirstOrDefault(view => (snapshot.Dense.Of(model)?.EmbeddedIn(view) ?? 0) < view.LivePassages);

    // Null when a report was replaced, and its rows deleted, meanwhile: there is a newer snapshot then.
    private async Task<string?> TryWriteAsync(
        SegmentView view,
        IndexSnapshot snapshot,
        EmbeddingModel model,
        Func<IndexSnapshot> newest,
        IProgress<EmbeddingProgress> progress,
        CancellationToken cancellationToken)
    {
        using var reader = new ParagraphReader(database);
        var embedding = new SegmentEmbedding(embedder, model, place => reader.ReadText(place).Embedded, count =>
        {
            Interlocked.Add(ref _underWay, count);
            progress.Report(ProgressOf(snapshot));
        });
        var path = folder.NewFile(view.Segment, model);
        try
        {
            await embedding.WriteAsync(view, snapshot.Dense.Of(model)?.Of(view.Segment), path, cancellationToken);
            return path;
        }
        catch (Exception e)
        {
            IndexFolder.Delete(path);
            if (e is SnapshotOutdatedException && !ReferenceEquals(newest(), snapshot))
                return null;
            throw;
        }
    }

    private async Task ForgetUnusedAsync(IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new ParagraphReader(database);
            await embedder.ForgetUnusedAsync(snapshot.PassageCount, () => TextsOf(snapshot, reader), cancellationToken);
        }
        catch (SnapshotOutdatedException)
        {
            // Reports changed while their texts were read; it can wait for the next time.
        }
    }

    private static IEnumerable<string> TextsOf(IndexSnapshot snapshot, ParagraphReader reader) =>
        from view in snapshot.Segments
        from range in view.Within(null)
        from passage in Enumerable.Range(range.Start, range.End - range.Start)
        select reader.ReadText(view.PlaceOf(passage)).Embedded;
}
