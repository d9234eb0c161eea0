using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>The unit of search: a paragraph, or a few sentences of a long one.</summary>
/// <param name="Paragraph">The paragraph it belongs to.</param>
/// <param name="Span">Where it stands in the paragraph's text.</param>
/// <param name="Parts">The parts its sentences belong to, ascending and distinct, never empty.</param>
public sealed record Passage(Paragraph Paragraph, TextSpan Span, ImmutableArray<ReportPart> Parts)
{
    public string Text => Span.Of(Paragraph.Text);
}
