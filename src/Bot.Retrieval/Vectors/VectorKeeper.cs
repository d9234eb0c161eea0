using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>Keeps the vectors of an index in step with its segments. Used by one thread at a time: the one that may write.</summary>
internal sealed partial class VectorKeeper(VectorFolder folder, ILogger logger)
{
    public DenseState State { get; private set; } = DenseState.None;

    /// <summary>The vectors that are searched, as far as they are there.</summary>
    public static DenseState Open(VectorFolder folder, IEnumerable<Segment> segments) =>
        folder.ReadServed() is { } served ? new DenseState(served, [folder.Open(served, segments)]) : DenseState.None;

    public void Open(IEnumerable<Segment> segments) => State = Open(folder, segments);

    /// <summary>Holds what there is of a model's vectors, and lets go of all but them and those that are searched.</summary>
    public void Hold(EmbeddingModel model, IReadOnlyList<Segment> segments)
    {
        var searched = State.Searched;
        var held = State.Of(model) ?? folder.Open(model, segments);
        State = new DenseState(State.Served, searched is null || searched.Model == model ? [held] : [searched, held]);
        folder.DeleteAllBut(State);
    }

    /// <param name="segment">Null: it is no longer there.</param>
    public void Add(EmbeddingModel model, Segment? segment, string path)
    {
        if (segment is null || State.Of(model) is not { } generation)
        {
            IndexFolder.Delete(path);
            return;
        }
        var former = generation.Of(segment);
        State = State.With(generation.With(segment, VectorFile.OpenUnverified(path, segment.PassageCount, model.Dimensions)));
        if (former is not null)
            IndexFolder.Delete(former.Path);
    }

    public void Serve(EmbeddingModel model)
    {
        if (State.Served == model || State.Of(model) is not { } generation)
            return;
        folder.WriteServed(model);
        State = new DenseState(model, [generation]);
        folder.DeleteAllBut(State);
    }

    /// <summary>Writes what the merged segment has of its sources' vectors, to be taken over once the segment is.</summary>
    /// <param name="merged">Null: nothing is left of them.</param>
    public DenseState Carry(IReadOnlyList<Segment> sources, Segment? merged) => State.Each(generation =>
    {
        var carried = sources.Aggregate(generation, (left, source) => left.With(source, null));
        return merged is not null && TryCarry(generation, sources, merged) is { } vectors ? carried.With(merged, vectors) : carried;
    });

    /// <summary>Takes over what <see cref="Carry"/> gave.</summary>
    public void Replace(DenseState carried)
    {
        var former = State.Generations.SelectMany(g => g.Files.Values).ToList();
        State = carried;
        foreach (var file in former.Except(carried.Generations.SelectMany(g => g.Files.Values)))
            IndexFolder.Delete(file.Path);
    }

    // Without them the passages are found by their words until their vectors are made again: no reason to refuse a report.
    private VectorFile? TryCarry(DenseGeneration generation, IReadOnlyList<Segment> sources, Segment merged)
    {
        var files = sources.Select(s => (s, generation.Of(s)!)).Where(s => s.Item2 is not null).ToList();
        if (files.Count == 0)
            return null;
        var path = folder.NewFile(merged, generation.Model);
        try
        {
            VectorCarrier.Write(merged, files, generation.Model.Dimensions, path);
            return VectorFile.OpenUnverified(path, merged.PassageCount, generation.Model.Dimensions);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            Log.NotCarried(logger, e.Message);
            IndexFolder.Delete(path);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Vectors could not be taken over into a merged segment and are made again: {Problem}")]
        public static partial void NotCarried(ILogger logger, string problem);
    }
}
