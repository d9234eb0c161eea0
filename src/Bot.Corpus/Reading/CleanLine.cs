namespace Bot.Corpus;

/// <summary>One paragraph, heading or table row of a document after cleaning, verbatim but for white space.</summary>
/// <param name="Number">Line in the decoded text, from 1; of the first one where wrapped lines were rejoined. For Word files the paragraph's number.</param>
/// <param name="Text">Never empty, without white space around it, without line feeds.</param>
/// <param name="HeadingLevel">1 for the outermost; 0 when the format does not call it a heading.</param>
public sealed record CleanLine(int Number, string Text, CleanLineKind Kind, int HeadingLevel);
