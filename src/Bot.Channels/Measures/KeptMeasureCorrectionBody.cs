using Bot.Answers.Grounding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>One line of <c>GET /api/measures/corrections</c>.</summary>
/// <param name="Part">condition, amount, whole.</param>
/// <param name="Name">The measure's, for the whole; else null.</param>
/// <param name="Applied">False: it is stale, for the words stand in no report any more, or are read as something else.</param>
/// <param name="Condition">What the words were taken for; null with <paramref name="Amount"/>: for nothing.</param>
internal sealed record KeptMeasureCorrectionBody(
    string Id,
    DateTimeOffset At,
    string? By,
    string? Note,
    bool Applied,
    string Report,
    string Part,
    string? Name,
    string Sentence,
    SpanBody? Number,
    ReadConditionBody? Condition,
    ReadAmountBody? Amount)
{
    public static KeptMeasureCorrectionBody Of(KeptMeasureCorrection kept)
    {
        var sentence = ShownSentence.Of(kept.Item.Quote.Sentence, kept.Item.Quote.Place);
        var (condition, amount) = (kept.Meaning.Condition, kept.Meaning.Amount);
        return new(
            kept.Id, kept.At, kept.By, kept.Note, kept.IsApplied, kept.Item.Report.Value,
            MeasureNames.Of(MeasureNames.Parts, kept.Item.Part).Wire,
            kept.Item.Part == MeasurePart.Whole ? PersonalData.Mask(kept.Item.ReadAs) : null,
            sentence.Text, sentence.Number,
            condition is null
                ? null
                : ReadConditionBody.Of(new MeasureCondition(
                    0, condition.Kind, default, condition.Operator, condition.Value, condition.Unit, condition.Words)),
            amount is null ? null : ReadAmountBody.Of(new MeasureAmount(0, amount.Kind, amount.Value, amount.Unit, default)));
    }
}

internal sealed record MeasureCorrectionListBody(IReadOnlyList<KeptMeasureCorrectionBody> Corrections);
