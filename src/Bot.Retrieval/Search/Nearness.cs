using System.Runtime.InteropServices;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// How close together a text holds the query's terms: the largest sum of the weights of distinct terms within any 80
/// characters.
/// </summary>
internal sealed class Nearness(Dictionary<ulong, double> weights)
{
    /// <summary>Share of the nearness that is added to a passage's score.</summary>
    public const double Weight = 0.5;

    private const int Window = 80;

    private readonly List<Term> _terms = [];
    private readonly Dictionary<ulong, int> _inside = [];

    public double Of(string text)
    {
        _terms.Clear();
        TermReader.Read(TextFolding.Fold(text), _terms);
        return Of(_terms);
    }

    /// <param name="terms">All terms of the text; those that are not the query's are taken out of the list.</param>
    public double Of(List<Term> terms)
    {
        terms.RemoveAll(t => !weights.ContainsKey(t.Key));
        CollectionsMarshal.AsSpan(terms).Sort((a, b) => a.Position.CompareTo(b.Position));
        _inside.Clear();
        double sum = 0, best = 0;
        var first = 0;
        foreach (var term in terms)
        {
            for (; terms[first].Position <= term.Position - Window; first++)
                if (--CollectionsMarshal.GetValueRefOrNullRef(_inside, terms[first].Key) == 0)
                    sum -= weights[terms[first].Key];
            if (++CollectionsMarshal.GetValueRefOrAddDefault(_inside, term.Key, out _) == 1)
                sum += weights[term.Key];
            best = Math.Max(best, sum);
        }
        return best;
    }
}
