using System.Runtime.InteropServices;

namespace Bot.Retrieval;

/// <summary>How often each term occurs in a passage, and how long the passage is in each field, as BM25 counts both.</summary>
internal sealed class TermCounts
{
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly byte[] _lengths;

    public TermCounts(string foldedTitle, IReadOnlyList<string> section, string text)
    {
        var terms = new List<Term>();
        PassageTerms.Read(foldedTitle, section, text, terms);
        Span<int> lengths = stackalloc int[3];
        foreach (var term in terms)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, term.Key, out _)++;
            lengths[(int)Term.FieldOf(term.Key)]++;
        }
        _lengths = [LengthCode.Of(lengths[0]), LengthCode.Of(lengths[1]), LengthCode.Of(lengths[2])];
    }

    /// <summary>What a term adds to the passage's score; 0 for a term it lacks. In units of <see cref="TermWorth"/>.</summary>
    public int Worth(ulong key, double weight, Bm25 ranking) =>
        _counts.TryGetValue(key, out var count)
            ? ranking.Worth(Term.FieldOf(key), weight).At(Math.Min(count, PostingsWriter.LargestCount), _lengths[(int)Term.FieldOf(key)])
            : 0;

    /// <summary>The passage as a sparse vector: at each term's dimension the term's worth at weight 1.</summary>
    public QdrantSparse ToVector(Bm25 ranking)
    {
        var values = new SortedDictionary<uint, float>();
        foreach (var key in _counts.Keys)
        {
            // Two terms at one dimension, which is rare, count as one.
            var dimension = PassageRanking.DimensionOf(key);
            values[dimension] = values.GetValueOrDefault(dimension) + (float)(Worth(key, 1, ranking) / PassageRanking.Unit);
        }
        return new QdrantSparse([.. values.Keys], [.. values.Values]);
    }
}
