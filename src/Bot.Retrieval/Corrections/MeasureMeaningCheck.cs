using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Whether words of a measure can be taken for what a correction says. What is wrong is told in Chinese with its remedy.</summary>
internal static class MeasureMeaningCheck
{
    private const int MostWords = 20;

    /// <param name="read">The measure as it was read.</param>
    /// <param name="index">Of the item in it.</param>
    /// <returns>Null: nothing is wrong.</returns>
    public static CorrectionOutcome.Invalid? Of(MeasureItem item, MeasureMeaning meaning, string? by, string? note, Measure read, int index) =>
        FormCheck.Name("By", "更正人", by)
        ?? FormCheck.Note(note)
        ?? (meaning, item.Part) switch
        {
            ({ Condition: null, Amount: null }, _) => null,
            ({ Condition: { } condition, Amount: null }, MeasurePart.Condition) => Of(condition, item.Quote, read.Conditions[index]),
            ({ Condition: null, Amount: { } amount }, MeasurePart.Amount) => Of(amount, item.Quote, read.Amounts[index]),
            _ => new("Part", "更正的内容与所更正的对象不符：条件只能更正为条件，金额只能更正为金额，整条措施只能隐藏"),
        };

    private static CorrectionOutcome.Invalid? Of(ConditionMeaning meaning, QuotedWords quote, MeasureCondition read) =>
        FormCheck.Choice(nameof(meaning.Kind), "类别", Enum.IsDefined(meaning.Kind) && meaning.Kind != ConditionKind.Unread)
        ?? FormCheck.Choice(nameof(meaning.Operator), "比较方式", Enum.IsDefined(meaning.Operator))
        ?? Unit(meaning.Unit)
        ?? Words(meaning.Words)
        ?? Comparison(meaning)
        ?? (meaning.Value is not { } value || (value == read.Value && meaning.Unit == read.Unit) ? null : Stated(value, meaning.Unit, quote));

    private static CorrectionOutcome.Invalid? Of(AmountMeaning meaning, QuotedWords quote, MeasureAmount read) =>
        FormCheck.Choice(nameof(meaning.Kind), "类别", Enum.IsDefined(meaning.Kind))
        ?? Unit(meaning.Unit)
        // 全额 is read as 100 %, which no number in the sentence says.
        ?? (meaning.Value == read.Value && meaning.Unit == read.Unit ? null : Stated(meaning.Value, meaning.Unit, quote));

    private static CorrectionOutcome.Invalid? Unit(string unit) => unit.Length == 0 ? null : FormCheck.Name(nameof(AmountMeaning.Unit), "单位", unit);

    private static CorrectionOutcome.Invalid? Words(ImmutableArray<string> words) => words.Length > MostWords
        ? new(nameof(ConditionMeaning.Words), $"名称太多：最多 {MostWords} 个")
        : words.Select(word => FormCheck.Name(nameof(ConditionMeaning.Words), "名称", word)).FirstOrDefault(wrong => wrong is not null);

    private static CorrectionOutcome.Invalid? Comparison(ConditionMeaning meaning) => meaning.Operator switch
    {
        ConditionOperator.AtLeast or ConditionOperator.MoreThan or ConditionOperator.AtMost or ConditionOperator.LessThan when meaning.Value is null =>
            new(nameof(meaning.Value), "这种比较方式需要数值：请照原句填写"),
        ConditionOperator.In or ConditionOperator.NotIn when meaning.Words.IsEmpty =>
            new(nameof(meaning.Words), "这种比较方式需要名称：请照原句填写"),
        ConditionOperator.None or ConditionOperator.In or ConditionOperator.NotIn when meaning.Value is not null =>
            new(nameof(meaning.Operator), "填了数值就要选怎样比较：不低于、高于、不超过或低于"),
        _ => null,
    };

    // In a table of standards the unit stands in the head.
    private static CorrectionOutcome.Invalid? Stated(decimal value, string unit, QuotedWords quote) =>
        FormCheck.States(quote.Sentence, value, unit, isUnitApart: quote.Sentence.Contains('|', StringComparison.Ordinal))
            ? null
            : FormCheck.Unstated(nameof(AmountMeaning.Value), value, unit);
}
