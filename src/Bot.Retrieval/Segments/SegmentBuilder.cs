using System.Runtime.InteropServices;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Collects reports in memory and writes them as one segment.</summary>
internal sealed class SegmentBuilder
{
    private const int CountBits = 4;

    private readonly PassageTable _passages = new();
    private readonly List<ReportSpan> _reports = [];
    private readonly Dictionary<ulong, int> _slots = [];
    private readonly List<Chain> _chains = [];
    private readonly List<Link> _links = [];
    private readonly List<Term> _terms = [];
    private readonly List<ulong> _keys = [];

    // A term's postings: a chain through all links, oldest first.
    private record struct Chain(int First, int Last);

    private record struct Link(int PassageAndCount, int Next);

    public bool IsEmpty => _reports.Count == 0;

    public int PassageCount => _passages.Entries.Count;

    /// <param name="key">The report's row in the catalogue.</param>
    public void Add(long key, Report report)
    {
        _reports.Add(new ReportSpan { Key = key, FirstPassage = PassageCount });
        var title = TextFolding.Fold(report.Metadata.Title);
        foreach (var passage in PassageSplitter.Split(report))
            Add(passage, title);
    }

    public void WriteTo(string path)
    {
        var keys = _slots.Keys.ToArray();
        Array.Sort(keys);
        using var writer = new SegmentWriter(path);
        foreach (var key in keys)
        {
            var lengths = _passages.Lengths[(int)Term.FieldOf(key)];
            for (var at = _chains[_slots[key]].First; at >= 0; at = _links[at].Next)
            {
                var passage = _links[at].PassageAndCount >> CountBits;
                writer.Postings.Add(passage, _links[at].PassageAndCount & PostingsWriter.LargestCount, lengths[passage]);
            }
            writer.EndTerm(key);
        }
        writer.Complete(_passages, CollectionsMarshal.AsSpan(_reports));
    }

    private void Add(Passage passage, string title)
    {
        _terms.Clear();
        PassageTerms.Read(title, passage.Paragraph.Section, passage.Text, _terms);

        _keys.Clear();
        Span<int> lengths = stackalloc int[3];
        foreach (var term in _terms)
        {
            _keys.Add(term.Key);
            lengths[(int)Term.FieldOf(term.Key)]++;
        }
        CollectionsMarshal.AsSpan(_keys).Sort();
        AddPostings(PassageCount);
        _passages.Add(
            new PassageEntry { Paragraph = passage.Paragraph.Number, Start = passage.Span.Start, End = passage.Span.End },
            (byte)passage.Parts.Aggregate(0, (bits, part) => bits | (1 << (int)part)),
            [LengthCode.Of(lengths[0]), LengthCode.Of(lengths[1]), LengthCode.Of(lengths[2])]);
    }

    private void AddPostings(int passage)
    {
        var keys = CollectionsMarshal.AsSpan(_keys);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
                end++;
            Append(keys[start], (passage << CountBits) | Math.Min(end - start, PostingsWriter.LargestCount));
        }
    }

    private void Append(ulong key, int passageAndCount)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, key, out var known);
        _links.Add(new Link(passageAndCount, -1));
        var added = _links.Count - 1;
        if (!known)
        {
            slot = _chains.Count;
            _chains.Add(new Chain(added, added));
            return;
        }
        ref var chain = ref CollectionsMarshal.AsSpan(_chains)[slot];
        CollectionsMarshal.AsSpan(_links)[chain.Last].Next = added;
        chain.Last = added;
    }
}
