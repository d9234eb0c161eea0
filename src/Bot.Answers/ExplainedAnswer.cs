using System.Collections.Immutable;
using Bot.Answers.Conversations;
using Bot.Answers.Understanding;

namespace Bot.Answers;

/// <summary>An extractive answer, how its question was understood, and what came of the message taken as one ask.</summary>
internal sealed record ExplainedAnswer(Answer Answer, QuestionReading Reading, AskOutcome Whole)
{
    /// <summary>What the next question may lean on; null: this one was not answered from the reports.</summary>
    public ConversationTurn? Turn { get; init; }

    /// <summary>The questions before it, oldest first, where it leans on them and was not understood; else empty.</summary>
    public ImmutableArray<string> LeansOn { get; init; } = [];
}
