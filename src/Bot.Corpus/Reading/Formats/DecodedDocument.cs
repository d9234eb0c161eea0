using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>A file's text as its format gives it, before cleaning.</summary>
/// <param name="Lines">Verbatim, blank lines included where the format has them; indentation kept.</param>
/// <param name="Stated">What the format itself tells apart from the text (meta tags, title style).</param>
/// <param name="Removed">What the format reader left out already (navigation, side bars).</param>
internal sealed record DecodedDocument(
    ImmutableArray<CleanLine> Lines,
    HeadFields Stated,
    ImmutableArray<RemovedText> Removed,
    ImmutableArray<string> Warnings)
{
    /// <summary>True where pages were laid out: lines are wrapped and spaces between characters may be justification.</summary>
    public bool IsPaged { get; init; }
}
