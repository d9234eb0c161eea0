using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>The distinct terms of a query, in the order they first occur, with what each is worth in this corpus.</summary>
internal sealed class QueryTerms
{
    // A question has some tens of terms; what a pasted page says beyond this many adds cost and little else.
    private const int Most = 256;

    private readonly int[][] _entries;

    private QueryTerms(ulong[] keys, Dictionary<ulong, double> weights, int[][] entries, double perfectScore)
    {
        Keys = keys;
        Weights = weights;
        _entries = entries;
        PerfectScore = perfectScore;
    }

    public ulong[] Keys { get; }

    /// <summary>Score and nearness of a passage that is the query itself.</summary>
    public double PerfectScore { get; }

    public Dictionary<ulong, double> Weights { get; }

    /// <summary>Index of a term's entry in a segment, negative when it is not there; both by index.</summary>
    public int EntryOf(int term, int segment) => _entries[segment][term];

    public static QueryTerms Of(string text, IndexSnapshot snapshot)
    {
        var terms = new List<Term>();
        TermReader.Read(TextFolding.Fold(text), terms);
        ulong[] keys = [.. terms.Select(t => t.Key).Distinct().Take(Most)];
        var entries = new int[snapshot.Segments.Length][];
        for (var s = 0; s < entries.Length; s++)
            entries[s] = [.. keys.Select(snapshot.Segments[s].Segment.FindTerm)];

        var weights = new Dictionary<ulong, double>(keys.Length);
        for (var k = 0; k < keys.Length; k++)
            weights[keys[k]] = snapshot.Ranking.WeightOf(Term.FieldOf(keys[k]), PassagesWith(k, entries, snapshot));
        var lengths = Enum.GetValues<TermField>().Select(f => terms.Count(t => Term.FieldOf(t.Key) == f)).ToArray();
        var perfect = keys.Sum(key => weights[key] * snapshot.Ranking.PerfectSaturation(Term.FieldOf(key), lengths[(int)Term.FieldOf(key)]))
            + Nearness.Weight * new Nearness(weights).Of(terms);
        return new QueryTerms(keys, weights, entries, perfect);
    }

    private static long PassagesWith(int term, int[][] entries, IndexSnapshot snapshot)
    {
        var passages = 0L;
        for (var s = 0; s < entries.Length; s++)
            if (entries[s][term] >= 0)
                passages += snapshot.Segments[s].Segment.Terms[entries[s][term]].Passages;
        return passages;
    }
}
