using System.Collections.Immutable;

namespace Bot.Answers.Matching;

/// <summary>Where a dialogue stands. Immutable: an earlier one can be gone back to.</summary>
/// <param name="Result">What the profile matches.</param>
/// <param name="Asked">The ids of the questions put so far, this one last.</param>
/// <param name="Question">The open question; null: all was asked that helps.</param>
public sealed record GuidedState(EnterpriseProfile Profile, MatchResult Result, ImmutableArray<string> Asked, GuidedQuestion? Question)
{
    /// <summary>The state that this one's question followed; null for the first.</summary>
    public GuidedState? Before { get; init; }

    /// <summary>From 1 to <see cref="GuidedDialogue.MostQuestions"/>.</summary>
    public int Number => Asked.Length;
}
