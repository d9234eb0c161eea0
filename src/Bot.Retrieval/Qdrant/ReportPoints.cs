using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Makes the points of one version of a report.</summary>
internal sealed class ReportPoints(Report report, string version)
{
    private readonly ImmutableArray<Passage> _passages = [.. PassageSplitter.Split(report)];

    public int Passages => _passages.Length;

    /// <summary>All but the catalogue's.</summary>
    public IEnumerable<QdrantPoint> All() => Paragraphs().Concat(PassagePoints()).Concat(Figures()).Concat(Measures());

    private IEnumerable<QdrantPoint> Paragraphs()
    {
        var figures = report.Figures.ToLookup(f => f.Paragraph);
        foreach (var paragraph in report.Paragraphs)
        {
            var payload = new ParagraphPayload(
                PointField.Kinds.Paragraph, version, report.Id.Value, paragraph.Number, paragraph.Kind, paragraph.Part,
                paragraph.Span.Start, paragraph.Text,
                paragraph.Section.IsEmpty ? null : [.. paragraph.Section],
                paragraph.Years.IsEmpty ? null : [.. paragraph.Years],
                Json([.. paragraph.Sentences.Select(s => SentenceRow.Of(s, paragraph))], ReportJson.Readable.SentenceRowArray),
                Json([.. figures[paragraph.Number]], ReportJson.Readable.FigureArray));
            yield return new QdrantPoint(
                PointId.OfParagraph(version, paragraph.Number), JsonSerializer.SerializeToUtf8Bytes(payload, PointJson.Readable.ParagraphPayload));
        }
    }

    private IEnumerable<QdrantPoint> PassagePoints()
    {
        foreach (var (index, passage) in _passages.Index())
        {
            var section = passage.Paragraph.Section;
            var payload = new PassagePayload(
                PointField.Kinds.Passage, version, report.Id.Value, passage.Paragraph.Number, passage.Span.Start, passage.Span.End,
                [.. passage.Parts], report.Metadata.Title, section.IsEmpty ? null : [.. section], passage.Text);
            yield return payload.ToPoint(PointId.OfPassage(version, index), vector: null);
        }
    }

    private IEnumerable<QdrantPoint> Figures()
    {
        var met = new Dictionary<int, int>();
        foreach (var (index, figure) in report.Figures.Index())
        {
            var ordinal = met.GetValueOrDefault(figure.Paragraph);
            met[figure.Paragraph] = ordinal + 1;
            var label = figure.Indicator ?? figure.Words;
            var payload = new FigurePayload(
                PointField.Kinds.Figure, version, report.Id.Value, figure.Paragraph, ordinal, figure.Span.Start, figure.Region,
                label, TextFolding.Fold(label), TextFolding.Fold(figure.Words),
                figure.Period?.FromYear, figure.Period?.ToYear, figure.Period?.ToMonth,
                figure.Status, figure.Aspect, figure.Doubt is not null, figure.Correction is not null);
            yield return new QdrantPoint(
                PointId.OfFigure(version, index), JsonSerializer.SerializeToUtf8Bytes(payload, PointJson.Readable.FigurePayload));
        }
    }

    private IEnumerable<QdrantPoint> Measures()
    {
        foreach (var measure in report.Measures)
        {
            var payload = new MeasurePayload(
                PointField.Kinds.Measure, version, report.Id.Value, measure.Number, measure.Region, measure.Instrument, measure.Standing,
                measure.Validity.From?.DayNumber, measure.Validity.To?.DayNumber,
                measure.HasGaps, measure.Correction is not null, measure.IsHidden,
                MeasureRow.WordsOf(measure, report), [.. MeasureRow.ParagraphsOf(measure, report)], MeasureRow.Write(measure));
            yield return new QdrantPoint(
                PointId.OfMeasure(version, measure.Number), JsonSerializer.SerializeToUtf8Bytes(payload, PointJson.Readable.MeasurePayload));
        }
    }

    private static string? Json<T>(T[] list, JsonTypeInfo<T[]> type) => list.Length == 0 ? null : JsonSerializer.Serialize(list, type);
}
