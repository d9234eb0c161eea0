namespace Bot.Retrieval;

/// <summary>Passages of a segment by index, half open.</summary>
internal readonly record struct PassageRange(int Start, int End)
{
    /// <summary>Sorts ranges and joins those that touch.</summary>
    public static PassageRange[] Join(List<PassageRange> ranges)
    {
        ranges.Sort((a, b) => a.Start.CompareTo(b.Start));
        var joined = new List<PassageRange>();
        foreach (var range in ranges)
        {
            if (range.Start == range.End)
                continue;
            if (joined.Count > 0 && joined[^1].End == range.Start)
                joined[^1] = joined[^1] with { End = range.End };
            else
                joined.Add(range);
        }
        return [.. joined];
    }
}
