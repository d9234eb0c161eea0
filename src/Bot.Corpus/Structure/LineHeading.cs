namespace Bot.Corpus;

/// <summary>A heading found in a line.</summary>
/// <param name="Text">As printed, without the stop at its end.</param>
/// <param name="IsWholeLine">False when the body follows on the same line.</param>
/// <param name="Level">What the format said, 1 for the outermost; 0 when it said nothing.</param>
internal sealed record LineHeading(HeadingStyle Style, int Number, string Text, bool IsWholeLine, int Level = 0);
