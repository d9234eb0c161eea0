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
        var terms = Read(text, out var keys);
        var entries = new int[snapshot.Segments.Length][];
        for (var s = 0; s < entries.Length; s++)
            entries[s] = [.. keys.Select(snapshot.Segments[s].Segment.FindTerm)];

        var weights = new Dictionary<ulong, double>(keys.Length);
        for (var k = 0; k < keys.Length; k++)
            weights[keys[k]] = snapshot.Ranking.WeightOf(Term.FieldOf(keys[k]), PassagesWith(k, entries, snapshot));
        return new QueryTerms(keys, weights, entries, PerfectScoreOf(terms, keys, weights, snapshot.Ranking));
    }

    /// <summary>Every term of a query's text, and the distinct ones that are searched for.</summary>
    public static List<Term> Read(string text, out ulong[] keys)
    {
        var terms = new List<Term>();
        TermReader.Read(TextFolding.Fold(text), terms);
        keys = [.. terms.Select(t => t.Key).Distinct().Take(Most)];
        return terms;
    }

    /// <summary>Score and nearness of a passage that is the query itself.</summary>
    public static double PerfectScoreOf(List<Term> terms, ulong[] keys, Dictionary<ulong, double> weights, Bm25 ranking)
    {
        var lengths = Enum.GetValues<TermField>().Select(f => terms.Count(t => Term.FieldOf(t.Key) == f)).ToArray();
        return keys.Sum(key => weights[key] * ranking.PerfectSaturation(Term.FieldOf(key), lengths[(int)Term.FieldOf(key)]))
            + Nearness.Weight * new Nearness(weights).Of(terms);
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
