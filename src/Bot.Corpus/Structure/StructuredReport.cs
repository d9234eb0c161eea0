using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>A cleaned document with its structure told.</summary>
/// <param name="Paragraphs">Numbered from 1; the first is the title, then the lines that state issuer and date, then the body.</param>
/// <param name="Removed">What structuring took out besides: the title printed again.</param>
/// <param name="Warnings">What a person should know, in Chinese (a title that promises a part the text lacks).</param>
public sealed record StructuredReport(
    ReportMetadata Metadata,
    ImmutableArray<Paragraph> Paragraphs,
    ImmutableArray<RemovedText> Removed,
    ImmutableArray<string> Warnings);
