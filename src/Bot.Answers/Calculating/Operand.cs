using Bot.Corpus;

namespace Bot.Answers.Calculating;

/// <summary>One side of a calculation: a figure (its value may be a sum), its markers, and what it is called.</summary>
internal sealed record Operand(Figure Figure, string Markers, string Name);
