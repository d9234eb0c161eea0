using System.Collections.Immutable;
using Bot.Answers;

namespace Bot.Tests.Evaluation;

/// <summary>What came of one question.</summary>
/// <param name="Answer">Null: answering failed.</param>
/// <param name="Faults">Empty when the answer passes.</param>
internal sealed record QuestionOutcome(
    EvaluationQuestion Question, Answer? Answer, ImmutableArray<string> Faults, ImmutableArray<string> Ungrounded)
{
    private const int ShownOfAnswer = 300;

    public bool Passes => Faults.IsEmpty;

    /// <summary>The question, the answer's beginning, and what is wrong.</summary>
    public override string ToString()
    {
        var text = (Answer?.Text ?? "").ReplaceLineEndings(" ");
        var stray = Ungrounded.IsEmpty ? "" : $" UNGROUNDED {string.Join(", ", Ungrounded)}";
        return $"""
            {Question.Id} {Question.Kind}: {string.Join("; ", Faults)}{stray}
                 > {string.Join(" / ", Question.Turns)}
                 < {(text.Length <= ShownOfAnswer ? text : text[..ShownOfAnswer] + "…")}
            """;
    }
}
