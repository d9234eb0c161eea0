using System.Collections.Immutable;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Which of two answers to one question speaks of what was asked.</summary>
internal static class AskedText
{
    // Below this the two are as good.
    private const double Plainly = 0.1;

    /// <summary>True where <paramref name="other"/> holds plainly more of the asked words than <paramref name="answer"/>.</summary>
    /// <param name="terms">With rarity in their weights.</param>
    public static bool IsNearer(Answer other, Answer answer, ImmutableArray<TopicTerm> terms) =>
        Share(other, terms) > Share(answer, terms) + Plainly;

    // What was quoted with what stands around it: 创新券 in the article's head, 65分 in its second sentence.
    private static double Share(Answer answer, ImmutableArray<TopicTerm> terms)
    {
        var asked = terms.Sum(t => t.Weight);
        var texts = answer.Citations.Select(c => TextFolding.Fold(c.Section + " " + c.Quote)).Append(TextFolding.Fold(answer.Text)).ToList();
        return asked == 0 ? 0 : texts.Max(text => terms.Sum(t => t.Weight * TermMatch.In(text, t))) / asked;
    }
}
