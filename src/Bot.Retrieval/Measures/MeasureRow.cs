using System.Collections.Immutable;
using System.Text.Json;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>How a measure is written down, in both indexes.</summary>
internal static class MeasureRow
{
    public static string Write(Measure measure) => JsonSerializer.Serialize(measure, ReportJson.Readable.Measure);

    /// <exception cref="InvalidDataException">It holds no measure.</exception>
    public static Measure ReadMeasure(string json) =>
        JsonSerializer.Deserialize(json, ReportJson.Readable.Measure) ?? throw new InvalidDataException("A measure without content.");

    /// <summary>What a measure is found by in words: its name and its own text, folded.</summary>
    public static string WordsOf(Measure measure, Report report) =>
        TextFolding.Fold(measure.Name) + '\n' + TextFolding.Fold(measure.Span.Of(report.Text));

    /// <summary>Numbers of the paragraphs that a measure's spans touch, ascending.</summary>
    public static ImmutableArray<int> ParagraphsOf(Measure measure, Report report)
    {
        var read = measure.Correction?.Read ?? measure;
        var spans = SpansOf(read).ToArray();
        return [.. read.Paragraphs.Concat(report.Paragraphs.Where(p => spans.Any(s => s.Overlaps(p.Span))).Select(p => p.Number)).Distinct().Order()];
    }

    private static IEnumerable<TextSpan> SpansOf(Measure measure)
    {
        var application = measure.Application;
        Wording?[] words =
        [
            measure.Beneficiary, application?.Period, application?.Place, application?.Office, measure.Validity.Statement,
            .. measure.Amounts.SelectMany(a => (Wording?[])[a.Base?.Words, a.Per, a.Tier?.Quantity]),
        ];
        return words.OfType<Wording>().Select(w => w.Span)
            .Append(measure.Span)
            .Concat(measure.Amounts.SelectMany(a => (TextSpan?[])[a.Span, a.Tier?.Span]).OfType<TextSpan>())
            .Concat(measure.Conditions.Select(c => c.Span))
            .Concat(measure.Stacking.Select(s => s.Span));
    }
}
