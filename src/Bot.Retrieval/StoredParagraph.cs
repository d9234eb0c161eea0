using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>A paragraph read back with what answering needs: its report's metadata and the figures read from it.</summary>
/// <param name="Figures">Those of this paragraph only, spans in the report's text (paragraph span is <see cref="Paragraph.Span"/>).</param>
public sealed record StoredParagraph(
    ReportId Report,
    ReportMetadata Metadata,
    Paragraph Paragraph,
    ImmutableArray<Figure> Figures);
