using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Names a condition, an amount or a whole measure by its words, so that it is found again when the report is read anew.</summary>
/// <param name="ReadAs">
/// The kind that was read there (RdSpending, Ceiling), which tells apart what was read from the same words; for the whole, the measure's name.
/// </param>
/// <remarks>
/// Conditions that were read from the same words as the same kind for several cases of a measure (国家级、省级孵化器，分别…) are one item: a
/// correction says what the words mean, and they mean it in every case. The same words in another place are an item of their own.
/// </remarks>
/// <param name="Quote">The words in their sentence; for the whole, what its first paragraph holds of it.</param>
public sealed record MeasureItem(ReportId Report, MeasurePart Part, string ReadAs, QuotedWords Quote)
{
    /// <summary>The item of a measure as it was read.</summary>
    /// <param name="index">Among the conditions or amounts as read; 0 for the whole.</param>
    /// <returns>Null when it has no such condition or amount.</returns>
    public static MeasureItem? Of(FoundMeasure found, MeasurePart part, int index) =>
        Of(found.Report, found.Measure.Correction?.Read ?? found.Measure, part, index, found.Quote);

    internal static MeasureItem? Of(ReportId report, Measure read, MeasurePart part, int index, Func<TextSpan, QuotedWords> quote) => part switch
    {
        MeasurePart.Whole when index == 0 => new(report, part, read.Name, quote(read.Span)),
        MeasurePart.Condition when index >= 0 && index < read.Conditions.Length =>
            new(report, part, $"{read.Conditions[index].Kind}", quote(read.Conditions[index].Span)),
        MeasurePart.Amount when index >= 0 && index < read.Amounts.Length =>
            new(report, part, $"{read.Amounts[index].Kind}", quote(read.Amounts[index].Span)),
        _ => null,
    };
}
