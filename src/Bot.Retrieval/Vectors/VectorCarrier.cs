namespace Bot.Retrieval;

/// <summary>Gives a merged segment the vectors its passages have in the segments it was merged from.</summary>
internal static class VectorCarrier
{
    private const int RowsAtOnce = 256;

    /// <summary>Writes them.</summary>
    /// <param name="sources">The segments that were merged, as far as they have vectors of the model.</param>
    public static void Write(Segment merged, IReadOnlyList<(Segment Segment, VectorFile Vectors)> sources, int dimensions, string path)
    {
        using var writer = new VectorFileWriter(path, dimensions);
        var rows = new sbyte[RowsAtOnce * dimensions];
        for (var report = 0; report < merged.Reports.Length; report++)
        {
            var (first, end) = (merged.Reports[report].FirstPassage, merged.EndOf(report));
            var key = merged.Reports[report].Key;
            var (source, vectors) = sources.FirstOrDefault(s => s.Segment.FindReport(key) >= 0);
            if (vectors is not null)
                Copy(vectors, source.Reports[source.FindReport(key)].FirstPassage, end - first, rows, writer);
            else
                for (var passage = first; passage < end; passage++)
                    writer.AddNone();
        }
        writer.Complete();
        GC.KeepAlive(merged);
        GC.KeepAlive(sources);
    }

    private static void Copy(VectorFile vectors, int first, int count, sbyte[] rows, VectorFileWriter writer)
    {
        for (var done = 0; done < count; done += RowsAtOnce)
        {
            var some = rows.AsSpan(0, Math.Min(RowsAtOnce, count - done) * vectors.Dimensions);
            vectors.Read(first + done, some);
            for (var i = 0; i * vectors.Dimensions < some.Length; i++)
                writer.Add(some.Slice(i * vectors.Dimensions, vectors.Dimensions), vectors.Scales[first + done + i]);
        }
    }
}
