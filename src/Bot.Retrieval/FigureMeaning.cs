using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>What a number means, in the words of <see cref="Figure"/>: what a correction sets, all of it.</summary>
/// <param name="IsUsable">False: the number must not answer (it is no figure, or nobody can tell what it means).</param>
public sealed record FigureMeaning(
    string? Region,
    string? Indicator,
    Period? Period,
    decimal Value,
    string Unit,
    FigureStatus Status,
    FigureAspect Aspect,
    string? Base,
    bool IsUsable = true);
