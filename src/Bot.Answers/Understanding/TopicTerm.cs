using System.Collections.Immutable;

namespace Bot.Answers.Understanding;

/// <summary>One thing a question speaks of.</summary>
/// <param name="Words">Ways to say it, folded; any of them will do.</param>
/// <param name="Weight">How much it counts before rarity is known: the number of characters a reader would see in it.</param>
/// <param name="IsKnown">A word of the vocabulary or of Latin letters and digits, not just a pair of neighbouring characters.</param>
/// <param name="At">Index in the folded question; -1 when it does not stand there (carried over from before).</param>
internal sealed record TopicTerm(ImmutableArray<string> Words, double Weight, bool IsKnown, int At = -1)
{
    public override string ToString() => Words[0];
}
