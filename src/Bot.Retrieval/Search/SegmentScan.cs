using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Retrieval;

/// <summary>
/// Scores the passages of one segment, a window of passages at a time and term by term. Terms too weak to lift a passage
/// among the best by themselves (MaxScore) are only looked up for passages that other terms brought near them; the
/// result is exactly that of adding everything up.
/// </summary>
internal sealed class SegmentScan
{
    // Looking up one passage by skipping costs about as much as walking over this many postings.
    private const int CostOfLookup = 12;

    // Ranges further apart than this are scored in windows of their own.
    private const int WidestGap = 512;

    private readonly Segment _segment;
    private readonly int _segmentIndex;
    private readonly TopPassages _top;
    private readonly SearchScratch _scratch;
    private readonly Bm25 _ranking;
    private readonly ScannedTerm[] _terms;
    private readonly PostingCursor[] _cursors;
    private readonly int[] _boundOfWeaker;

    private readonly record struct ScannedTerm(int Entry, TermField Field, double Weight, int Bound);

    public SegmentScan(IndexSnapshot snapshot, int segment, QueryTerms query, TopPassages top, SearchScratch scratch)
    {
        (_segmentIndex, _top, _scratch, _ranking) = (segment, top, scratch, snapshot.Ranking);
        _segment = snapshot.Segments[segment].Segment;
        _terms = [.. Enumerable.Range(0, query.Keys.Length)
            .Where(t => query.EntryOf(t, segment) >= 0)
            .Select(t => TermOf(query.Keys[t], query.EntryOf(t, segment), query.Weights[query.Keys[t]]))
            .OrderBy(t => t.Bound)];
        _cursors = [.. _terms.Select(t => new PostingCursor(_segment.Terms[t.Entry], _segment.PostingBytes))];
        _boundOfWeaker = new int[_terms.Length + 1];
        for (var t = 0; t < _terms.Length; t++)
            _boundOfWeaker[t + 1] = _boundOfWeaker[t] + _terms[t].Bound;
    }

    /// <summary>Offers every passage in <paramref name="ranges"/> that holds a term and may be among the best.</summary>
    /// <param name="ranges">Ascending, apart from each other.</param>
    public void Run(ReadOnlySpan<PassageRange> ranges)
    {
        for (int r = 0, first = 0; r < ranges.Length;)
        {
            first = Math.Max(first, ranges[r].Start);
            var limit = first + SearchScratch.WindowSize;
            var next = r + 1;
            while (next < ranges.Length && ranges[next].End <= limit && ranges[next].Start - ranges[next - 1].End < WidestGap)
                next++;
            var end = Math.Min(limit, ranges[next - 1].End);
            ScanWindow(ranges[r..next], first, end);
            (r, first) = end < ranges[next - 1].End ? (next - 1, end) : (next, end);
        }
    }

    private void ScanWindow(ReadOnlySpan<PassageRange> ranges, int first, int end)
    {
        var weak = 0;
        while (weak < _terms.Length && _boundOfWeaker[weak + 1] < _top.Threshold)
            weak++;
        var scores = _scratch.Scores.AsSpan(0, end - first);
        for (var t = weak; t < _terms.Length; t++)
            Accumulate(t, scores, first, end);

        FindCandidates(ranges, scores, first, end, Math.Max(1, _top.Threshold - _boundOfWeaker[weak]));
        if (weak > 0 && _scratch.Candidates.Count > 0)
            AddWeak(weak, ranges, scores, first, end);
        foreach (var passage in _scratch.Candidates)
            if (scores[passage - first] >= _top.Threshold)
                _top.Offer(scores[passage - first], _segmentIndex, passage);
        scores.Clear();
    }

    private void AddWeak(int weak, ReadOnlySpan<PassageRange> ranges, Span<int> scores, int first, int end)
    {
        for (var t = weak - 1; t >= 0; t--)
        {
            var share = (long)(end - first) * _segment.Terms[_terms[t].Entry].Passages / _segment.PassageCount;
            if (_scratch.Candidates.Count * (long)CostOfLookup < share)
                LookUp(t, scores, first);
            else
                Accumulate(t, scores, first, end);
            var needed = _top.Threshold - _boundOfWeaker[t];
            KeepAtLeast(needed, scores, first);
        }
    }

    private void KeepAtLeast(int needed, ReadOnlySpan<int> scores, int first)
    {
        var candidates = CollectionsMarshal.AsSpan(_scratch.Candidates);
        var kept = 0;
        foreach (var passage in candidates)
            if (scores[passage - first] >= needed)
                candidates[kept++] = passage;
        CollectionsMarshal.SetCount(_scratch.Candidates, kept);
    }

    private void Accumulate(int term, Span<int> scores, int first, int end)
    {
        var field = _terms[term].Field;
        ref var cursor = ref _cursors[term];
        cursor.SeekTo(first, _segment.PostingBytes);
        cursor.Accumulate(_segment.PostingBytes, _ranking.Worth(field, _terms[term].Weight), _segment.Lengths(field), scores, first, end);
    }

    private void LookUp(int term, Span<int> scores, int first)
    {
        var worth = _ranking.Worth(_terms[term].Field, _terms[term].Weight);
        var lengths = _segment.Lengths(_terms[term].Field);
        var bytes = _segment.PostingBytes;
        ref var cursor = ref _cursors[term];
        foreach (var passage in _scratch.Candidates)
        {
            cursor.SeekTo(passage, bytes);
            if (cursor.Passage == passage)
                scores[passage - first] += worth.At(cursor.Count, lengths[passage]);
        }
    }

    private void FindCandidates(ReadOnlySpan<PassageRange> ranges, ReadOnlySpan<int> scores, int first, int end, int least)
    {
        _scratch.Candidates.Clear();
        foreach (var range in ranges)
        {
            var start = Math.Max(range.Start, first);
            AddAtLeast(least, scores[(start - first)..(Math.Min(range.End, end) - first)], start);
        }
    }

    private void AddAtLeast(int least, ReadOnlySpan<int> scores, int first)
    {
        var bound = new Vector<int>(least - 1);
        var i = 0;
        for (; i + Vector<int>.Count <= scores.Length; i += Vector<int>.Count)
        {
            if (!Vector.GreaterThanAny(new Vector<int>(scores[i..]), bound))
                continue;
            for (var j = i; j < i + Vector<int>.Count; j++)
                if (scores[j] >= least)
                    _scratch.Candidates.Add(first + j);
        }
        for (; i < scores.Length; i++)
            if (scores[i] >= least)
                _scratch.Candidates.Add(first + i);
    }

    private ScannedTerm TermOf(ulong key, int entry, double weight)
    {
        var field = Term.FieldOf(key);
        ref readonly var term = ref _segment.Terms[entry];
        return new ScannedTerm(entry, field, weight, _ranking.Worth(field, weight).At(term.LargestCount, term.SmallestLength));
    }
}
