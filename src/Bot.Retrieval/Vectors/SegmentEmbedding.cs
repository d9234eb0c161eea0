namespace Bot.Retrieval;

/// <summary>
/// Writes the vectors of one segment: those it has already, and for its other live passages what the embedder gives. Only complete
/// files come of it; what a failure cut short is remembered by the embedder.
/// </summary>
/// <param name="texts">What of a passage is embedded.</param>
/// <param name="onEmbedded">Told after every batch how many passages it gave a vector.</param>
internal sealed class SegmentEmbedding(
    IPassageEmbedder embedder, EmbeddingModel model, Func<PassagePlace, string> texts, Action<int> onEmbedded)
{
    private const int PassagesAtOnce = 256;

    /// <param name="before">The vectors it has; null: none.</param>
    public async Task WriteAsync(SegmentView view, VectorFile? before, string path, CancellationToken cancellationToken)
    {
        using var writer = new VectorFileWriter(path, model.Dimensions);
        var live = view.Within(null);
        for (var first = 0; first < view.Segment.PassageCount; first += PassagesAtOnce)
        {
            var end = Math.Min(first + PassagesAtOnce, view.Segment.PassageCount);
            var missing = Enumerable.Range(first, end - first).Where(p => Lacks(p, before) && IsIn(p, live)).ToList();
            string[] sent = [.. missing.Select(passage => texts(view.PlaceOf(passage)))];
            var vectors = sent.Length == 0 ? [] : await embedder.EmbedAsync(sent, cancellationToken);
            Write(first, end, missing, vectors, before, writer);
            cancellationToken.ThrowIfCancellationRequested();
            if (missing.Count > 0)
                onEmbedded(missing.Count);
        }
        writer.Complete();
    }

    private static void Write(
        int first, int end, List<int> missing, IReadOnlyList<ReadOnlyMemory<float>> vectors, VectorFile? before, VectorFileWriter writer)
    {
        var rows = before is null ? [] : new sbyte[(end - first) * before.Dimensions];
        before?.Read(first, rows);
        var next = 0;
        for (var passage = first; passage < end; passage++)
        {
            if (next < missing.Count && missing[next] == passage)
                writer.Add(vectors[next++].Span);
            else if (before is null)
                writer.AddNone();
            else
                writer.Add(rows.AsSpan((passage - first) * before.Dimensions, before.Dimensions), before.Scales[passage]);
        }
        GC.KeepAlive(before);
    }

    private static bool Lacks(int passage, VectorFile? file) => file is null || file.Scales[passage] == 0;

    private static bool IsIn(int passage, PassageRange[] ranges)
    {
        var found = Array.BinarySearch(ranges, new PassageRange(passage, 0), Comparer<PassageRange>.Create((a, b) => a.Start.CompareTo(b.Start)));
        return found >= 0 || (~found > 0 && passage < ranges[~found - 1].End);
    }
}
