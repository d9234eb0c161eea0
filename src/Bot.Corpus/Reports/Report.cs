using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>One source document, cleaned and structured. Immutable: a changed file gives a new one.</summary>
/// <param name="ContentHash">Lower-case hex SHA-256 of the reader's version and vocabulary, the file's bytes and what sources.json says of it.</param>
/// <param name="Paragraphs">In reading order, numbered from 1 without gaps.</param>
/// <param name="Figures">Every number stated, in reading order.</param>
/// <param name="Removed">What cleaning took out, in reading order.</param>
/// <param name="Warnings">What a person should know of the reading, in Chinese (mended or unmendable mojibake, guessed encoding).</param>
public sealed record Report(
    ReportId Id,
    string ContentHash,
    ReportMetadata Metadata,
    ImmutableArray<Paragraph> Paragraphs,
    ImmutableArray<Figure> Figures,
    ImmutableArray<RemovedText> Removed,
    ImmutableArray<string> Warnings)
{
    private string? _text;

    /// <summary>The support measures it sets, plans or tells of, in reading order, numbered from 1.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>The cleaned text: the paragraphs joined by one line feed. Spans point into it.</summary>
    public string Text => _text ??= string.Join('\n', Paragraphs.Select(p => p.Text));
}
