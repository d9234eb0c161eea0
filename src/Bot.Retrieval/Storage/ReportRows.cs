using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>Turns rows into the domain's records and back.</summary>
internal static class ReportRows
{
    private const string RoundTrip = "O";

    public static void Bind(SqliteCommand command, ReportEntry entry, ImmutableArray<RemovedText> removed)
    {
        var row = command.Parameters;
        row["$id"].Value = entry.Id.Value;
        row["$file"].Value = entry.File;
        row["$hash"].Value = entry.ContentHash;
        row["$metadata"].Value = entry.Metadata is null ? DBNull.Value : Json(entry.Metadata, ReportJson.Readable.ReportMetadata);
        row["$paragraphs"].Value = entry.Paragraphs;
        row["$figures"].Value = entry.Figures;
        row["$measures"].Value = entry.Measures;
        row["$from"].Value = (object?)entry.InForceFrom?.DayNumber ?? DBNull.Value;
        row["$repeals"].Value = OrNull(entry.Repeals, ReportJson.Readable.RepealArray);
        row["$years"].Value = Json([.. entry.MentionedYears], ReportJson.Readable.Int32Array);
        row["$warnings"].Value = Json([.. entry.Warnings], ReportJson.Readable.StringArray);
        row["$removed"].Value = OrNull(removed, ReportJson.Readable.RemovedTextArray);
        row["$problem"].Value = (object?)entry.Problem ?? DBNull.Value;
        row["$at"].Value = entry.IndexedAt.ToString(RoundTrip, CultureInfo.InvariantCulture);
    }

    public static CataloguedReport ReadEntry(SqliteDataReader row) => new(
        row.GetInt64(0),
        new ReportEntry(
            new ReportId(row.GetString(1)),
            row.GetString(2),
            row.GetString(3),
            row.IsDBNull(4) ? null : JsonSerializer.Deserialize(row.GetString(4), ReportJson.Readable.ReportMetadata),
            row.GetInt32(5),
            row.GetInt32(6),
            List(row, 7, ReportJson.Readable.Int32Array),
            List(row, 8, ReportJson.Readable.StringArray),
            row.IsDBNull(9) ? null : row.GetString(9),
            DateTimeOffset.ParseExact(row.GetString(10), RoundTrip, CultureInfo.InvariantCulture))
        {
            Measures = row.GetInt32(11),
            InForceFrom = row.IsDBNull(12) ? null : DateOnly.FromDayNumber(row.GetInt32(12)),
            Repeals = List(row, 13, ReportJson.Readable.RepealArray),
        });

    public static void Bind(SqliteCommand command, long key, Paragraph paragraph, ImmutableArray<Figure> figures)
    {
        var row = command.Parameters;
        row["$address"].Value = ReportSql.AddressOf(key, paragraph.Number);
        row["$kind"].Value = (int)paragraph.Kind;
        row["$part"].Value = (int)paragraph.Part;
        row["$start"].Value = paragraph.Span.Start;
        row["$text"].Value = paragraph.Text;
        row["$section"].Value = OrNull(paragraph.Section, ReportJson.Readable.StringArray);
        row["$years"].Value = OrNull(paragraph.Years, ReportJson.Readable.Int32Array);
        row["$sentences"].Value = OrNull([.. paragraph.Sentences.Select(s => SentenceRow.Of(s, paragraph))], ReportJson.Readable.SentenceRowArray);
        row["$figures"].Value = OrNull(figures, ReportJson.Readable.FigureArray);
    }

    public static (Paragraph Paragraph, ImmutableArray<Figure> Figures) ReadParagraph(SqliteDataReader row)
    {
        var start = row.GetInt32(3);
        var text = row.GetString(4);
        var part = (ReportPart)row.GetInt32(2);
        var years = List(row, 6, ReportJson.Readable.Int32Array);
        var paragraph = new Paragraph(
            ReportSql.NumberOf(row.GetInt64(0)),
            (ParagraphKind)row.GetInt32(1),
            text,
            new TextSpan(start, start + text.Length),
            List(row, 5, ReportJson.Readable.StringArray),
            part,
            years,
            [.. List(row, 7, ReportJson.Readable.SentenceRowArray).Select(s => s.ToSentence(part, years))]);
        return (paragraph, List(row, 8, ReportJson.Readable.FigureArray));
    }

    /// <summary>A stored list; empty where the column is null.</summary>
    public static ImmutableArray<T> List<T>(SqliteDataReader row, int column, JsonTypeInfo<T[]> type) =>
        row.IsDBNull(column) ? [] : [.. JsonSerializer.Deserialize(row.GetString(column), type) ?? []];

    private static object OrNull<T>(ImmutableArray<T> list, JsonTypeInfo<T[]> type) =>
        list.IsDefaultOrEmpty ? DBNull.Value : Json([.. list], type);

    private static string Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}
