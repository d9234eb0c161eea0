namespace Bot.Corpus;

/// <summary>A paragraph of a policy document, or an item inside one ((一)…；(二)…).</summary>
/// <param name="Paragraph">Number of its paragraph.</param>
/// <param name="Style">How it is numbered; null for plain text.</param>
/// <param name="Number">Its number by that style; 0 for none.</param>
/// <param name="Whole">With its number, in the report's text.</param>
/// <param name="Span">Without it.</param>
/// <param name="IsHeading">A heading standing alone.</param>
internal sealed record PolicyPiece(
    int Paragraph, HeadingStyle? Style, int Number, TextSpan Whole, TextSpan Span, bool IsHeading, ParagraphKind Kind);
