using System.Collections.Immutable;
using Bot.Answers.Understanding;

namespace Bot.Answers.Finding;

/// <summary>
/// Chooses the fewest sentences that hold what was asked: the best one, then those that add what it leaves open.
/// </summary>
internal static class SentenceChoice
{
    // Below this share of what was asked, a sentence is about something else.
    public const double Enough = 0.44;

    // A further sentence must add at least this share; less where the question asks for several things.
    private const double Adds = 0.18;
    private const double AddsToSeveral = 0.08;
    private const int Most = 3;

    /// <param name="candidates">Sentences that may answer at all, with a score each; order of reading breaks ties.</param>
    /// <param name="enough">The least score of the best sentence.</param>
    /// <param name="asks">How many things the question asks for.</param>
    public static ImmutableArray<EvidenceSentence> Choose(
        IEnumerable<(EvidenceSentence Sentence, double Score)> candidates, ImmutableArray<TopicTerm> terms, int asks = 1, double enough = Enough)
    {
        var ranked = candidates.OrderByDescending(c => c.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < enough)
            return [];
        var chosen = ImmutableArray.CreateBuilder<EvidenceSentence>();
        chosen.Add(ranked[0].Sentence);
        var held = terms.Select(t => SentenceJudge.Held(ranked[0].Sentence, t)).ToArray();
        var total = terms.Sum(t => t.Weight);
        while (chosen.Count < Most)
        {
            var (next, gain) = BestAddition(ranked, chosen, terms, held);
            if (next is null || gain < (asks > 1 ? AddsToSeveral : Adds) * total)
                break;
            chosen.Add(next);
            for (var i = 0; i < held.Length; i++)
                held[i] = Math.Max(held[i], SentenceJudge.Held(next, terms[i]));
        }

        return chosen.ToImmutable();
    }

    private static (EvidenceSentence? Sentence, double Gain) BestAddition(
        List<(EvidenceSentence Sentence, double Score)> ranked,
        ImmutableArray<EvidenceSentence>.Builder chosen,
        ImmutableArray<TopicTerm> terms,
        double[] held)
    {
        (EvidenceSentence? Sentence, double Gain) best = (null, 0);
        foreach (var (sentence, score) in ranked.Take(40))
        {
            if (chosen.Contains(sentence) || score < Enough * 0.5)
                continue;
            var gain = 0.0;
            for (var i = 0; i < held.Length; i++)
            {
                // Only what stands in the sentence itself is new; a shared heading is not.
                if (terms[i].IsKnown || terms[i].Weight > 1)
                    gain += terms[i].Weight * Math.Max(0, TermMatch.In(sentence.Folded, terms[i]) - held[i]);
            }

            if (gain > best.Gain + 1e-9)
                best = (sentence, gain);
        }

        return best;
    }
}
