using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Lays corrections over the measures that were read.</summary>
internal static class MeasureOverlay
{
    /// <summary>The report with exactly these corrections, whichever it carried before.</summary>
    /// <param name="corrections">Those of this report; where two are of one item, the first stands.</param>
    public static Report Apply(Report report, ImmutableArray<KeptMeasureCorrection> corrections)
    {
        if (corrections.IsEmpty && report.Measures.All(m => m.Correction is null))
            return report;
        return report with { Measures = [.. report.Measures.Select(m => Corrected(m.Correction?.Read ?? m, report, corrections))] };
    }

    /// <summary>The corrections that a report's measures carry; of a general rule, once per measure.</summary>
    public static IEnumerable<string> IdsIn(Report report) =>
        report.Measures.SelectMany(m => m.Correction is { } correction ? correction.Remarks.Select(r => r.Id) : []);

    /// <summary>Where an item is now: its measure as read, and its index there; null when no measure has it any more.</summary>
    public static (Measure Read, int Index)? Find(MeasureItem item, Report report)
    {
        foreach (var measure in report.Measures)
        {
            var read = measure.Correction?.Read ?? measure;
            foreach (var (known, index) in ItemsOf(read, report))
                if (known == item)
                    return (read, index);
        }
        return null;
    }

    private static Measure Corrected(Measure read, Report report, ImmutableArray<KeptMeasureCorrection> corrections)
    {
        (MeasureItem Item, int Index)[] items = corrections.IsEmpty ? [] : [.. ItemsOf(read, report)];
        ImmutableArray<MeasureRemark> remarks =
        [
            .. from item in items
               let correction = corrections.FirstOrDefault(c => IsOf(c.Item, item.Item, items))
               where correction is not null
               select RemarkOf(correction, read, item.Item.Part, item.Index),
        ];
        return remarks.IsEmpty
            ? read
            : read with
            {
                Conditions = [.. read.Conditions.Index().SelectMany(c => Standing(remarks, MeasurePart.Condition, c, r => r.Condition))],
                Amounts = [.. read.Amounts.Index().SelectMany(a => Standing(remarks, MeasurePart.Amount, a, r => r.Amount))],
                Correction = new MeasureCorrection(read, remarks),
            };
    }

    // A reader that takes the same words for another kind of condition speaks of the same words, where nothing else was read from them.
    private static bool IsOf(MeasureItem corrected, MeasureItem item, (MeasureItem Item, int Index)[] all) =>
        corrected == item || (
            item.Part != MeasurePart.Whole && corrected with { ReadAs = item.ReadAs } == item
            && all.Count(other => other.Item with { ReadAs = item.ReadAs } == item) == 1);

    private static MeasureRemark RemarkOf(KeptMeasureCorrection correction, Measure read, MeasurePart part, int index) => new(
        correction.Id, correction.At, correction.By, correction.Note, part, index,
        correction.Meaning.Condition is { } condition && part == MeasurePart.Condition
            ? read.Conditions[index] with
            {
                Kind = condition.Kind,
                Operator = condition.Operator,
                Value = condition.Value,
                Unit = condition.Unit,
                Words = condition.Words,
            }
            : null,
        correction.Meaning.Amount is { } amount && part == MeasurePart.Amount
            ? read.Amounts[index] with { Kind = amount.Kind, Value = amount.Value, Unit = amount.Unit }
            : null);

    private static T[] Standing<T>(
        ImmutableArray<MeasureRemark> remarks, MeasurePart part, (int Index, T Item) read, Func<MeasureRemark, T?> corrected)
        where T : class
    {
        var remark = remarks.FirstOrDefault(r => r.Part == part && r.Index == read.Index);
        if (remark is null)
            return [read.Item];
        return corrected(remark) is { } stands ? [stands] : [];
    }

    private static IEnumerable<(MeasureItem Item, int Index)> ItemsOf(Measure read, Report report)
    {
        return Items(MeasurePart.Whole, 1)
            .Concat(Items(MeasurePart.Condition, read.Conditions.Length))
            .Concat(Items(MeasurePart.Amount, read.Amounts.Length));

        IEnumerable<(MeasureItem, int)> Items(MeasurePart part, int count) => Enumerable.Range(0, count)
            .Select(index => (MeasureItem.Of(report.Id, read, part, index, Quote)!, index)); // there are as many

        QuotedWords Quote(TextSpan span) =>
            QuotedWords.Of(report.Paragraphs.Last(p => p.Span.Start <= span.Start || p.Number == 1), span);
    }
}
