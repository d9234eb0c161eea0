using System.Text.Json;
using Bot.Answers.Grounding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>An amount as it was read, or as staff corrected it.</summary>
/// <param name="Index">Counts from 0 among those read: what a correction names it by.</param>
/// <param name="Branch">The case of the measure it belongs to; 0: all of them.</param>
/// <param name="Base">What a rate is taken of.</param>
/// <param name="Tier">The step of a scale it belongs to, as written.</param>
/// <param name="Per">What is counted.</param>
/// <param name="Recurrence">once, yearly; null when not written.</param>
/// <param name="Years">For how many years at most.</param>
/// <param name="Withdrawn">Staff found that it is none; the meaning is as read then.</param>
/// <param name="Read">What was read, before the correction.</param>
internal sealed record AmountBody(
    int Index,
    string Kind,
    decimal Value,
    string Unit,
    int Branch,
    BaseBody? Base,
    string? Tier,
    string? Per,
    string? Recurrence,
    int? Years,
    bool Withdrawn,
    RemarkBody? Correction,
    ReadAmountBody? Read,
    QuoteBody Quote)
{
    public static AmountBody Of(FoundMeasure found, MeasureAmount read, int index, ReportLinks links)
    {
        var remark = RemarkBody.Find(found.Measure, MeasurePart.Amount, index);
        var shown = ReadAmountBody.Of(remark?.Amount ?? read);
        return new(
            index, shown.Kind, shown.Value, shown.Unit, read.Branch,
            read.Base is { } based ? BaseBody.Of(based) : null,
            read.Tier is { } tier ? PersonalData.Mask(found.WordsAt(tier.Span)) : null,
            read.Per is { } per ? PersonalData.Mask(per.Text) : null,
            read.Recurrence is { } recurrence ? JsonNamingPolicy.CamelCase.ConvertName($"{recurrence}") : null,
            read.Years,
            remark is { IsWithdrawn: true },
            remark is null ? null : RemarkBody.Of(remark),
            remark is null ? null : ReadAmountBody.Of(read),
            QuoteBody.Of(found, read.Span, links));
    }
}

/// <inheritdoc cref="AmountBody"/>
internal sealed record ReadAmountBody(string Kind, decimal Value, string Unit)
{
    public static ReadAmountBody Of(MeasureAmount amount) =>
        new(MeasureNames.Of(MeasureNames.AmountKinds, amount.Kind).Wire, AnswerBody.Plain(amount.Value), amount.Unit);
}

/// <param name="Kind">rdSpending, amountPaid, … as the register has it; other where it is none of those known.</param>
/// <param name="Excess">Only what exceeds this counts, in <paramref name="ExcessUnit"/>.</param>
internal sealed record BaseBody(string Kind, string Words, decimal? Excess, string? ExcessUnit)
{
    public static BaseBody Of(AmountBase based) => new(
        JsonNamingPolicy.CamelCase.ConvertName($"{based.Kind}"), PersonalData.Mask(based.Words.Text),
        based.Excess is { } excess ? AnswerBody.Plain(excess) : null, based.ExcessUnit);
}
