using Bot.Corpus;

namespace Bot.Answers;

/// <summary>A figure that the answer rests on, and the number of the citation that holds it.</summary>
public sealed record AnswerFigure(Figure Figure, int Citation);
