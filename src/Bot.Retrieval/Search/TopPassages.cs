using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// The best passages of a search so far. Kept as a heap whose root is the worst of them, so that the next is mostly refused by
/// one comparison.
/// </summary>
internal sealed class TopPassages(IndexSnapshot snapshot, int capacity, ReportPart? part) : IComparer<RankedPassage>
{
    private readonly RankedPassage[] _heap = new RankedPassage[capacity];
    private readonly int _parts = part is { } p ? 1 << (int)p : -1;
    private int _count;

    /// <summary>A passage with less than this score is refused; one with as much may still come before the worst.</summary>
    public int Threshold => _count == capacity ? _heap[0].Score : 1;

    /// <summary>Whether the passage holds a sentence of the part that is wanted.</summary>
    public bool IsWanted(int segment, int passage) => (snapshot.Segments[segment].Segment.Parts[passage] & _parts) != 0;

    public void Offer(int score, int segment, int passage)
    {
        if (!IsWanted(segment, passage))
            return;
        var offered = new RankedPassage(score, segment, snapshot.Segments[segment].Segment.ReportOf(passage), passage);
        if (_count < capacity)
        {
            _heap[_count] = offered;
            SiftUp(_count++);
        }
        else if (Compare(offered, _heap[0]) < 0)
        {
            _heap[0] = offered;
            SiftDown();
        }
    }

    /// <summary>Best first.</summary>
    public RankedPassage[] ToSorted()
    {
        var sorted = _heap[.._count];
        Array.Sort(sorted, this);
        return sorted;
    }

    /// <summary>Negative when <paramref name="x"/> comes first: by score, then report, then place in it.</summary>
    public int Compare(RankedPassage x, RankedPassage y)
    {
        if (x.Score != y.Score)
            return y.Score.CompareTo(x.Score);
        if (x.Segment == y.Segment && x.Report == y.Report)
            return x.Passage.CompareTo(y.Passage);
        return ReportOf(x).CompareTo(ReportOf(y));
    }

    private ReportId ReportOf(RankedPassage passage) => snapshot.Segments[passage.Segment].Report(passage.Report).Entry.Id;

    private void SiftUp(int i)
    {
        while (i > 0 && Compare(_heap[(i - 1) / 2], _heap[i]) < 0)
        {
            (_heap[(i - 1) / 2], _heap[i]) = (_heap[i], _heap[(i - 1) / 2]);
            i = (i - 1) / 2;
        }
    }

    private void SiftDown()
    {
        for (var i = 0; ;)
        {
            var worst = i;
            for (var child = 2 * i + 1; child <= 2 * i + 2 && child < _count; child++)
                if (Compare(_heap[worst], _heap[child]) < 0)
                    worst = child;
            if (worst == i)
                return;
            (_heap[worst], _heap[i]) = (_heap[i], _heap[worst]);
            i = worst;
        }
    }
}
