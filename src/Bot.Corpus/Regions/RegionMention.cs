namespace Bot.Corpus;

/// <summary>A region's name standing in a text.</summary>
/// <param name="Span">Where, in the text that was searched.</param>
/// <param name="IsGuess">The name is written otherwise and only sounds so (杭洲): ask or say so before relying on it.</param>
/// <param name="IsAmbiguous">Several regions bear the name and the text names none of their parents.</param>
public sealed record RegionMention(Region Region, TextSpan Span, bool IsGuess = false, bool IsAmbiguous = false);
