namespace Bot.Answers.Matching;

/// <summary>What came of a calculation.</summary>
/// <param name="Gain">Null when the rule is no formula, or something wasn't told.</param>
/// <param name="Missing">What to tell so that it can be calculated; null when that wouldn't help.</param>
/// <param name="IsBelowScale">What was told lies below the lowest step: nothing is given.</param>
internal readonly record struct GainOutcome(Gain? Gain, MissingFact? Missing = null, bool IsBelowScale = false)
{
    public static GainOutcome None { get; } = new(null);
}
