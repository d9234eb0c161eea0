using System.Runtime.InteropServices;

namespace Bot.Retrieval;

/// <summary>Writes one segment file: its terms in ascending order of key, then its tables.</summary>
internal sealed class SegmentWriter(string path) : IDisposable
{
    private readonly SegmentStream _stream = new(path);
    private readonly List<ulong> _keys = [];
    private readonly List<TermEntry> _terms = [];
    private int _offset;

    /// <summary>Takes the postings of the term that <see cref="EndTerm"/> names.</summary>
    public PostingsWriter Postings { get; } = new();

    /// <summary>Ends a term; one without postings is left out.</summary>
    public void EndTerm(ulong key)
    {
        if (Postings.Count == 0)
            return;
        _keys.Add(key);
        _terms.Add(new TermEntry
        {
            Offset = _offset,
            Passages = Postings.Count,
            LargestCount = Postings.Largest,
            SmallestLength = Postings.Smallest,
        });
        _offset += Postings.Flush(_stream);
    }

    public void Complete(PassageTable passages, ReadOnlySpan<ReportSpan> reports)
    {
        _stream.Write<ulong>(CollectionsMarshal.AsSpan(_keys));
        _stream.Write<TermEntry>(CollectionsMarshal.AsSpan(_terms));
        foreach (var lengths in passages.Lengths)
            _stream.Write<byte>(CollectionsMarshal.AsSpan(lengths));
        _stream.Write<byte>(CollectionsMarshal.AsSpan(passages.Parts));
        _stream.Write<PassageEntry>(CollectionsMarshal.AsSpan(passages.Entries));
        _stream.Write(reports);
        _stream.Complete(new SegmentLayout
        {
            Magic = SegmentLayout.MagicOfFormat1,
            Postings = _offset,
            Terms = _keys.Count,
            Passages = passages.Entries.Count,
            Reports = reports.Length,
            TotalCharacters = passages.Totals[(int)TermField.Character],
            TotalPairs = passages.Totals[(int)TermField.Pair],
            TotalWords = passages.Totals[(int)TermField.Word],
        });
    }

    public void Dispose() => _stream.Dispose();
}
