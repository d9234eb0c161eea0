namespace Bot.Corpus;

/// <summary>How a measure goes together with others, as written.</summary>
/// <param name="Span">In <see cref="Report.Text"/>.</param>
/// <param name="IsGeneral">Holds for all measures of the document.</param>
public sealed record StackingRule(StackingKind Kind, TextSpan Span, bool IsGeneral = false);
