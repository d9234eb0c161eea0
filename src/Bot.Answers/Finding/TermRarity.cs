using System.Collections.Immutable;
using Bot.Answers.Understanding;

namespace Bot.Answers.Finding;

/// <summary>
/// Weighs terms by how rare they are among the sentences found: what every sentence holds tells nothing,
/// what none holds tells that the subject differs.
/// </summary>
internal static class TermRarity
{
    private const double Least = 0.3;
    private const double Most = 4;
    private const double MostOfUnheld = 3.2;

    /// <param name="holding">For each term, how many sentences hold it or stand under a heading that does.</param>
    public static ImmutableArray<TopicTerm> Weigh(ImmutableArray<TopicTerm> terms, ImmutableArray<int> holding, int sentences) =>
        [.. terms.Select((t, i) => t with { Weight = t.Weight * Rarity(terms, holding, i, sentences) })];

    private static double Rarity(ImmutableArray<TopicTerm> terms, ImmutableArray<int> holding, int i, int sentences)
    {
        var term = terms[i];
        // Words that only say what kind of answer is wanted need not stand in the reports.
        var mayLack = !term.IsKnown && term.Weight <= TopicReader.AskingPairWeight;
        if (holding[i] == 0 && (mayLack || IsChancePair(terms, holding, i)))
            return 0;
        var rarity = Math.Log(1 + ((sentences - holding[i] + 0.5) / (holding[i] + 0.5)));
        return Math.Clamp(rarity, Least, holding[i] == 0 ? MostOfUnheld : Most);
    }

    // 业梯 in 企业梯队: both its characters belong to pairs that the reports do hold.
    private static bool IsChancePair(ImmutableArray<TopicTerm> terms, ImmutableArray<int> holding, int i)
    {
        var pair = terms[i];
        if (pair.IsKnown || pair.At < 0)
            return false;
        return IsHeldAt(pair.At - 1) && IsHeldAt(pair.At + 1);

        bool IsHeldAt(int at)
        {
            for (var n = 0; n < terms.Length; n++)
            {
                if (!terms[n].IsKnown && terms[n].At == at && holding[n] > 0)
                    return true;
            }

            return false;
        }
    }
}
