namespace Bot.Retrieval;

/// <summary>
/// Which segments a change rewrites. A new segment takes in those before it that are not much larger than what it has
/// gathered, so there are only a few, each about twice the next, and a passage is rewritten a few times in all.
/// </summary>
internal static class SegmentPlan
{
    // Below this size rewriting costs less than keeping a segment apart.
    private const int Small = 1024;

    // Offsets in a segment have 31 bits; what is merged is at most as large as its sources together.
    private const long LargestMerged = 3L << 29;

    /// <param name="views">Oldest first, as they are after the change.</param>
    /// <param name="added">Number of passages the change adds.</param>
    public static IReadOnlyList<SegmentView> ToRewrite(IReadOnlyList<SegmentView> views, int added)
    {
        var rewritten = new List<SegmentView>();
        var size = Math.Max(added, Small);
        var bytes = 0L;
        var neighbours = added > 0;
        for (var i = views.Count - 1; i >= 0; i--)
        {
            var view = views[i];
            neighbours = neighbours && view.LivePassages <= size;
            var wasteful = view.DeadPassages * 4 > view.Segment.PassageCount || !view.HoldsLiveReports;
            if ((!neighbours && !wasteful) || bytes + view.Segment.Size > LargestMerged)
                continue;
            rewritten.Insert(0, view);
            size += view.LivePassages;
            bytes += view.Segment.Size;
        }
        return rewritten;
    }
}
