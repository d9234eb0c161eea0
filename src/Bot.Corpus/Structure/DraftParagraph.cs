using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>A paragraph before its part and years are told.</summary>
/// <param name="Section">The headings above it, outermost first.</param>
/// <param name="Sentences">Spans in <paramref name="Text"/>.</param>
internal sealed record DraftParagraph(
    ParagraphKind Kind, string Text, ImmutableArray<string> Section, ImmutableArray<TextSpan> Sentences)
{
    public bool IsContent => Kind is ParagraphKind.Body or ParagraphKind.TableRow or ParagraphKind.Heading;

    /// <summary>Its headings, a heading's own text last.</summary>
    public IEnumerable<string> Headings => Kind == ParagraphKind.Heading ? Section.Append(Text) : Section;
}
