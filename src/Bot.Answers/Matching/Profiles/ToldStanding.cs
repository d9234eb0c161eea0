using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>A size or a standing that was told.</summary>
/// <param name="Kind"><see cref="ConditionKind.Size"/>, <see cref="ConditionKind.Recognition"/> or <see cref="ConditionKind.Platform"/>.</param>
/// <param name="Name">By its usual name, with the level where one was told: 高新技术企业, 省级研发机构.</param>
/// <param name="IsHeld">False: it was said not to be held (还不是高企), or only striven for.</param>
/// <param name="Acquired">Null when not told.</param>
/// <param name="Year">The year it was won in; null when not told.</param>
public sealed record ToldStanding(
    ConditionKind Kind, string Name, bool IsHeld = true, Acquisition? Acquired = null, int? Year = null)
{
    /// <summary>The words that tell it, folded (iso, gmp); empty when it was chosen by its name.</summary>
    public string Words { get; init; } = "";
}
