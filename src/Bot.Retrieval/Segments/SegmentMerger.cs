namespace Bot.Retrieval;

/// <summary>Writes several segments as one, leaving out the reports that are no longer in the catalogue.</summary>
internal static class SegmentMerger
{
    private const int Dropped = -1;

    /// <param name="isLive">Whether a report's row is still in the catalogue.</param>
    public static void Merge(IReadOnlyList<Segment> sources, Func<long, bool> isLive, string path)
    {
        var passages = new PassageTable();
        var reports = new List<ReportSpan>();
        var targets = sources.Select(s => Copy(s, isLive, passages, reports)).ToArray();
        using var writer = new SegmentWriter(path);
        MergeTerms(sources, targets, passages, writer);
        writer.Complete(passages, reports.ToArray());
        GC.KeepAlive(sources);
    }

    // Gives, for each passage of the source, its index in the merged segment.
    private static int[] Copy(Segment source, Func<long, bool> isLive, PassageTable passages, List<ReportSpan> reports)
    {
        var target = new int[source.PassageCount];
        Array.Fill(target, Dropped);
        for (var report = 0; report < source.Reports.Length; report++)
        {
            var span = source.Reports[report];
            if (!isLive(span.Key))
                continue;
            reports.Add(new ReportSpan { Key = span.Key, FirstPassage = passages.Entries.Count });
            for (var passage = span.FirstPassage; passage < source.EndOf(report); passage++)
            {
                target[passage] = passages.Entries.Count;
                passages.Add(
                    source.Passages[passage],
                    source.Parts[passage],
                    [source.Lengths(TermField.Character)[passage], source.Lengths(TermField.Pair)[passage], source.Lengths(TermField.Word)[passage]]);
            }
        }
        return target;
    }

    private static void MergeTerms(IReadOnlyList<Segment> sources, int[][] targets, PassageTable passages, SegmentWriter writer)
    {
        var next = new int[sources.Count];
        while (LowestKey(sources, next) is { } key)
        {
            var lengths = passages.Lengths[(int)Term.FieldOf(key)];
            for (var s = 0; s < sources.Count; s++)
            {
                if (next[s] == sources[s].TermKeys.Length || sources[s].TermKeys[next[s]] != key)
                    continue;
                var postings = sources[s].Postings(sources[s].Terms[next[s]++]);
                while (postings.MoveNext())
                    if (targets[s][postings.Passage] is var target and not Dropped)
                        writer.Postings.Add(target, postings.Count, lengths[target]);
            }
            writer.EndTerm(key);
        }
    }

    private static ulong? LowestKey(IReadOnlyList<Segment> sources, int[] next)
    {
        ulong? lowest = null;
        for (var s = 0; s < sources.Count; s++)
            if (next[s] < sources[s].TermKeys.Length && (lowest is null || sources[s].TermKeys[next[s]] < lowest))
                lowest = sources[s].TermKeys[next[s]];
        return lowest;
    }
}
