using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>A condition held against what was told.</summary>
/// <param name="Clause">Verbatim.</param>
/// <param name="Told">The told fact that decided; null when none did.</param>
/// <param name="Missing">What to tell to settle it; null when it is settled or nothing simple would.</param>
public sealed record ConditionMatch(
    MeasureCondition Condition, string Clause, ConditionVerdict Verdict, Bilingual? Told = null, MissingFact? Missing = null)
{
    /// <summary>Another way to meet the same demand is met, or is nearer: this one doesn't matter.</summary>
    public bool IsMoot { get; init; }
}
