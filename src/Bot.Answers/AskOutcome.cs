using System.Collections.Immutable;
using Bot.Answers.Finding;
using Bot.Answers.Matching;
using Bot.Answers.Understanding;

namespace Bot.Answers;

/// <summary>What came of one ask.</summary>
internal sealed record AskOutcome(Answer Answer)
{
    /// <summary>The reports cover its place and time.</summary>
    public bool IsInside { get; init; }

    /// <summary>It holds the register of measures against what the asker told: complete in itself, and nothing to rephrase.</summary>
    public bool IsMatched { get; init; }

    /// <summary>It tells what a document provides, or whether it is in force.</summary>
    public bool IsRule { get; init; }

    /// <summary>What the asker has told of an enterprise; null where that wasn't what it was about.</summary>
    public EnterpriseProfile? Profile { get; init; }

    /// <summary>Where it was looked for; null outside of what the reports cover, and for trends.</summary>
    public Scope? Scope { get; init; }

    /// <summary>What was found there; null with <see cref="Scope"/>.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>What the answer named: what 这个贷款 means in the next question.</summary>
    public ImmutableArray<TopicTerm> Named { get; init; } = [];

    /// <summary>The years it was taken for.</summary>
    public ImmutableArray<int> Years { get; init; } = [];
}
