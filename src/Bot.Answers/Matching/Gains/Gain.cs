using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>What an enterprise gets by a rule that is written as a formula, a scale or a sum.</summary>
/// <param name="Value">In yuan; for one year where <paramref name="Recurrence"/> is yearly.</param>
/// <param name="Years">For how many years at most; null when not written.</param>
/// <param name="IsAbout">A number it rests on was told as about so much.</param>
public sealed record Gain(decimal Value, ImmutableArray<GainStep> Steps, Recurrence? Recurrence, int? Years, bool IsAbout)
{
    /// <summary>True when something was reckoned; false for a sum that the rule simply states.</summary>
    public bool IsReckoned => Steps.Any(s => s.IsReckoned);

    /// <summary>The rule gives no more than its rate (按不超过…的30%): what is reckoned is the most that can come of it.</summary>
    public bool IsAtMost { get; init; }

    /// <summary>The base that it was reckoned from; null for sums. Gains of one base are for one matter.</summary>
    public ProfileQuantity? Base { get; init; }
}
