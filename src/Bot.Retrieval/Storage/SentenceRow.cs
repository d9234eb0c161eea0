using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>A sentence as stored: what it has in common with its paragraph is left out.</summary>
/// <param name="Part">Null: the paragraph's.</param>
/// <param name="Years">Null: the paragraph's.</param>
internal sealed record SentenceRow(
    [property: JsonPropertyName("s")] int Start,
    [property: JsonPropertyName("e")] int End,
    [property: JsonPropertyName("h")] string? RunHeading,
    [property: JsonPropertyName("p")] ReportPart? Part,
    [property: JsonPropertyName("y")] int[]? Years)
{
    public static SentenceRow Of(Sentence sentence, Paragraph paragraph) => new(
        sentence.Span.Start,
        sentence.Span.End,
        sentence.RunHeading,
        sentence.Part == paragraph.Part ? null : sentence.Part,
        sentence.Years.SequenceEqual(paragraph.Years) ? null : [.. sentence.Years]);

    public Sentence ToSentence(ReportPart part, ImmutableArray<int> years) =>
        new(new TextSpan(Start, End), RunHeading, Part ?? part, Years is null ? years : [.. Years]);
}
