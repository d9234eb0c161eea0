using Bot.Answers.Understanding;

namespace Bot.Answers.Several;

/// <summary>What came of one ask.</summary>
/// <param name="Own">The ask read by itself, without what it takes over from the asks before it.</param>
/// <param name="Preface">What must be said before the answer; null: nothing.</param>
internal sealed record AskResult(Ask Ask, QuestionReading Own, Answer Answer, string? Preface = null)
{
    public bool IsAnswered => Answer is Answer.Answered;
}
