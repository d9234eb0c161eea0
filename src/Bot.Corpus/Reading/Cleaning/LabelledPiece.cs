namespace Bot.Corpus;

/// <summary>One "label: value" of a line.</summary>
/// <param name="Verbatim">Label, colon and value as printed, trimmed.</param>
/// <param name="Value">Trimmed; empty when the page left it so.</param>
/// <param name="Rest">Running text that follows the value on the same line and is none of it; empty as a rule.</param>
internal sealed record LabelledPiece(LabelKind Kind, string Label, string Verbatim, string Value, string Rest);
