using System.Collections.Immutable;

namespace Bot.Answers.Matching;

/// <summary>One question of the dialogue. It may always be left open, and be answered in own words.</summary>
/// <param name="Id">Of what it asks for: the same whenever that is asked, so that nothing is asked twice.</param>
/// <param name="Fact">What it asks for; null: what is looked for.</param>
/// <param name="Options">Empty where only own words say it: a number is told exactly or not at all, never picked from ranges.</param>
public sealed record GuidedQuestion(string Id, MissingFact? Fact, Bilingual Words, ImmutableArray<GuidedOption> Options)
{
    /// <summary>Of what is looked for.</summary>
    public const string NeedId = "need";

    /// <summary>Several options may be so: it stays open until the last one is chosen, which says that none of the others is.</summary>
    public bool TakesSeveral { get; init; }

    /// <summary>The first option says yes and the second no.</summary>
    public bool IsYesNo => !TakesSeveral && (Fact?.Fact is ProfileFact.Standing or ProfileFact.Declaration || (Fact?.Fact is ProfileFact.Size && Options.Length == 2));
}
