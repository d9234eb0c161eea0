using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>A document's text without the page around it.</summary>
/// <param name="Lines">In reading order; never empty.</param>
/// <param name="FieldLines">
/// What remains, verbatim, of the lines that state issuer, date or document number ("发布日期:2021-03-05 16:27").
/// </param>
/// <param name="Removed">Everything taken out, in reading order.</param>
/// <param name="Warnings">What a person should know of the reading, in Chinese.</param>
public sealed record CleanDocument(
    ImmutableArray<CleanLine> Lines,
    ImmutableArray<CleanLine> FieldLines,
    HeadFields Fields,
    ImmutableArray<RemovedText> Removed,
    ImmutableArray<string> Warnings);
