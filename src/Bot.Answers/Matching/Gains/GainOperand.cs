using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>A number that a calculation starts from.</summary>
/// <param name="Written">As the expression shows it.</param>
/// <param name="Span">Where the rule writes it, in the report's text; null: the asker told it.</param>
public readonly record struct GainOperand(string Written, TextSpan? Span);
