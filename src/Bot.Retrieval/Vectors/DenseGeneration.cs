using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>The vectors of one model, as far as there are any. Never altered.</summary>
/// <param name="Files">By path of the segment.</param>
internal sealed record DenseGeneration(EmbeddingModel Model, ImmutableDictionary<string, VectorFile> Files)
{
    /// <summary>The vectors of a segment's passages; null: none has one.</summary>
    public VectorFile? Of(Segment segment) => Files.GetValueOrDefault(segment.Path);

    /// <summary>Whether a passage has a vector.</summary>
    public bool Holds(Segment segment, int passage) => Of(segment) is { } file && file.Scales[passage] != 0;

    /// <summary>How many of a segment's live passages have a vector.</summary>
    public long EmbeddedIn(SegmentView view)
    {
        if (Of(view.Segment) is not { } file)
            return 0;
        var missing = 0L;
        foreach (var range in view.Within(null))
            foreach (var scale in file.Scales[range.Start..range.End])
                missing += scale == 0 ? 1 : 0;
        GC.KeepAlive(file);
        return view.LivePassages - missing;
    }

    public DenseGeneration With(Segment segment, VectorFile? file) =>
        this with { Files = file is null ? Files.Remove(segment.Path) : Files.SetItem(segment.Path, file) };
}
