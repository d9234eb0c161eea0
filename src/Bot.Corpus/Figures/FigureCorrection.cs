namespace Bot.Corpus;

/// <summary>What staff corrected in a figure. The number itself still stands in its sentence: a correction changes what it means.</summary>
/// <param name="Id">Names the correction, so that it can be taken back.</param>
/// <param name="At">When it was made.</param>
/// <param name="Note">Why, in the words of whoever made it; null when nothing was said.</param>
/// <param name="Read">The figure as it was read.</param>
public sealed record FigureCorrection(string Id, DateTimeOffset At, string? Note, Figure Read);
