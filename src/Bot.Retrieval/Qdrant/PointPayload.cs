using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>What a catalogue point holds: a line of the catalogue.</summary>
/// <param name="Metadata">JSON, as <see cref="ReportJson"/> writes it.</param>
/// <param name="InForceFrom">As <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Repeals">As <paramref name="Metadata"/>; null: none.</param>
/// <param name="Source">As <see cref="QdrantOptions.Source"/>; null: anyone's.</param>
internal sealed record CataloguePayload(
    [property: JsonPropertyName(PointField.Kind)] string Kind,
    [property: JsonPropertyName(PointField.Version)] string Version,
    [property: JsonPropertyName(PointField.Report)] string Report,
    [property: JsonPropertyName(PointField.File)] string File,
    [property: JsonPropertyName(PointField.Hash)] string Hash,
    [property: JsonPropertyName(PointField.Metadata)] string? Metadata,
    [property: JsonPropertyName(PointField.Paragraphs)] int Paragraphs,
    [property: JsonPropertyName(PointField.Passages)] int Passages,
    [property: JsonPropertyName(PointField.Figures)] int Figures,
    [property: JsonPropertyName(PointField.Measures)] int Measures,
    [property: JsonPropertyName(PointField.InForceFrom)] int? InForceFrom,
    [property: JsonPropertyName(PointField.Repeals)] string? Repeals,
    [property: JsonPropertyName(PointField.Years)] int[] Years,
    [property: JsonPropertyName(PointField.Warnings)] string[] Warnings,
    [property: JsonPropertyName(PointField.Problem)] string? Problem,
    [property: JsonPropertyName(PointField.At)] DateTimeOffset At,
    [property: JsonPropertyName(PointField.Source)] string? Source);

/// <summary>What a version point holds, besides marking that the version may be stored.</summary>
/// <param name="Removed">What cleaning took out of the report; JSON, as <see cref="ReportJson"/> writes it.</param>
/// <param name="At">When its storing began.</param>
internal sealed record VersionPayload(
    [property: JsonPropertyName(PointField.Kind)] string Kind,
    [property: JsonPropertyName(PointField.Version)] string Version,
    [property: JsonPropertyName(PointField.Report)] string Report,
    [property: JsonPropertyName(PointField.Removed)] string? Removed,
    [property: JsonPropertyName(PointField.At)] DateTimeOffset At);

/// <summary>What a paragraph point holds.</summary>
/// <param name="Sentences">
/// JSON, as <see cref="ReportJson"/> writes it; so are <paramref name="Figures"/>. As text, because the server keeps numbers as
/// floating point: 7.60 would come back as 7.6.
/// </param>
internal sealed record ParagraphPayload(
    [property: JsonPropertyName(PointField.Kind)] string Kind,
    [property: JsonPropertyName(PointField.Version)] string Version,
    [property: JsonPropertyName(PointField.Report)] string Report,
    [property: JsonPropertyName(PointField.Number)] int Number,
    [property: JsonPropertyName(PointField.Type)] ParagraphKind Type,
    [property: JsonPropertyName(PointField.Part)] ReportPart Part,
    [property: JsonPropertyName(PointField.Start)] int Start,
    [property: JsonPropertyName(PointField.Text)] string Text,
    [property: JsonPropertyName(PointField.Section)] string[]? Section,
    [property: JsonPropertyName(PointField.Years)] int[]? Years,
    [property: JsonPropertyName(PointField.Sentences)] string? Sentences,
    [property: JsonPropertyName(PointField.Figures)] string? Figures);

/// <summary>What a passage point holds: where it stands, and all that it is searched by.</summary>
/// <param name="Number">Of its paragraph.</param>
/// <param name="Embedded">True: the point has its embedding; null: not yet.</param>
internal sealed record PassagePayload(
    [property: JsonPropertyName(PointField.Kind)] string Kind,
    [property: JsonPropertyName(PointField.Version)] string Version,
    [property: JsonPropertyName(PointField.Report)] string Report,
    [property: JsonPropertyName(PointField.Number)] int Number,
    [property: JsonPropertyName(PointField.Start)] int Start,
    [property: JsonPropertyName(PointField.End)] int End,
    [property: JsonPropertyName(PointField.Parts)] ReportPart[] Parts,
    [property: JsonPropertyName(PointField.Title)] string Title,
    [property: JsonPropertyName(PointField.Section)] string[]? Section,
    [property: JsonPropertyName(PointField.Text)] string Text,
    [property: JsonPropertyName(PointField.Embedded)] bool? Embedded = null)
{
    private static readonly Bm25 s_stored = PassageRanking.Of(1);

    /// <summary>The point: its sparse vector, and its embedding where there is one.</summary>
    public QdrantPoint ToPoint(Guid id, ReadOnlyMemory<float>? vector)
    {
        var stored = this with { Embedded = vector is null ? null : true };
        return new QdrantPoint(id, JsonSerializer.SerializeToUtf8Bytes(stored, PointJson.Readable.PassagePayload), Counts().ToVector(s_stored), vector);
    }

    public TermCounts Counts() => new(TextFolding.Fold(Title), Section ?? [], Text);

    /// <summary>The passage with what it is read together with.</summary>
    public PassageText ToText() => new(Title, [.. Section ?? []], Text);
}

/// <summary>What a figure point holds: what figures are looked up and ordered by. The figure itself is read from its paragraph.</summary>
/// <param name="Number">Of its paragraph.</param>
/// <param name="Ordinal">Index among the paragraph's figures.</param>
/// <param name="Start">Where the number stands in the report's text.</param>
/// <param name="Label">The indicator's canonical name, or the report's words.</param>
/// <param name="Name">The label, folded.</param>
/// <param name="Words">The report's words, folded.</param>
internal sealed record FigurePayload(
    [property: JsonPropertyName(PointField.Kind)] string Kind,
    [property: JsonPropertyName(PointField.Version)] string Version,
    [property: JsonPropertyName(PointField.Report)] string Report,
    [property: JsonPropertyName(PointField.Number)] int Number,
    [property: JsonPropertyName(PointField.Ordinal)] int Ordinal,
    [property: JsonPropertyName(PointField.Start)] int Start,
    [property: JsonPropertyName(PointField.Region)] string? Region,
    [property: JsonPropertyName(PointField.Label)] string Label,
    [property: JsonPropertyName(PointField.Name)] string Name,
    [property: JsonPropertyName(PointField.Words)] string Words,
    [property: JsonPropertyName(PointField.FromYear)] int? FromYear,
    [property: JsonPropertyName(PointField.ToYear)] int? ToYear,
    [property: JsonPropertyName(PointField.ToMonth)] int? ToMonth,
    [property: JsonPropertyName(PointField.Status)] FigureStatus Status,
    [property: JsonPropertyName(PointField.Aspect)] FigureAspect Aspect,
    [property: JsonPropertyName(PointField.Doubtful)] bool Doubtful,
    [property: JsonPropertyName(PointField.Corrected)] bool Corrected);

/// <summary>What a measure point holds: the measure, and what it is looked up and ordered by.</summary>
/// <param name="Number">Of the measure in its report.</param>
/// <param name="FromDay">First day it holds, as <see cref="DateOnly.DayNumber"/>; <paramref name="ToDay"/> the last.</param>
/// <param name="Words">What it is found by in words, folded.</param>
/// <param name="Numbers">Of the paragraphs that its spans touch.</param>
/// <param name="Measure">JSON, as <see cref="ReportJson"/> writes it: as text, like figures.</param>
internal sealed record MeasurePayload(
    [property: JsonPropertyName(PointField.Kind)] string Kind,
    [property: JsonPropertyName(PointField.Version)] string Version,
    [property: JsonPropertyName(PointField.Report)] string Report,
    [property: JsonPropertyName(PointField.Number)] int Number,
    [property: JsonPropertyName(PointField.Region)] string? Region,
    [property: JsonPropertyName(PointField.Instrument)] Instrument Instrument,
    [property: JsonPropertyName(PointField.Standing)] MeasureStanding Standing,
    [property: JsonPropertyName(PointField.FromDay)] int? FromDay,
    [property: JsonPropertyName(PointField.ToDay)] int? ToDay,
    [property: JsonPropertyName(PointField.Gaps)] bool Gaps,
    [property: JsonPropertyName(PointField.Corrected)] bool Corrected,
    [property: JsonPropertyName(PointField.Hidden)] bool Hidden,
    [property: JsonPropertyName(PointField.Words)] string Words,
    [property: JsonPropertyName(PointField.Numbers)] int[] Numbers,
    [property: JsonPropertyName(PointField.Measure)] string Measure);

/// <summary>How payloads are written: enumerations in words, Chinese as it is, absent things left out.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(CataloguePayload))]
[JsonSerializable(typeof(VersionPayload))]
[JsonSerializable(typeof(ParagraphPayload))]
[JsonSerializable(typeof(PassagePayload))]
[JsonSerializable(typeof(FigurePayload))]
[JsonSerializable(typeof(MeasurePayload))]
internal sealed partial class PointJson : JsonSerializerContext
{
    private static readonly PointJson ReadableContext = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static PointJson Readable => ReadableContext;
}
