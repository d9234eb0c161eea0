using Bot.Answers.Understanding;

namespace Bot.Answers;

/// <summary>An extractive answer, how its question was understood, and what came of the message taken as one ask.</summary>
internal sealed record ExplainedAnswer(Answer Answer, QuestionReading Reading, AskOutcome Whole);
