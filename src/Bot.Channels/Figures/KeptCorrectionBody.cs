using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>One line of <c>GET /api/figures/corrections</c>.</summary>
/// <param name="Applied">False: no report holds the sentence any more, or it was not yet read again.</param>
internal sealed record KeptCorrectionBody(
    string Id,
    DateTimeOffset At,
    string? Note,
    bool Applied,
    string Report,
    string Sentence,
    SpanBody? Number,
    MeaningBody Meaning)
{
    public static KeptCorrectionBody Of(KeptCorrection kept)
    {
        var sentence = ShownSentence.Of(kept.Sentence, kept.Number);
        return new(
            kept.Id, kept.At, kept.Note, kept.IsApplied, kept.Report.Value, sentence.Text, sentence.Number, MeaningBody.Of(kept.Meaning));
    }
}

internal sealed record MeaningBody(
    string? Region,
    string? Indicator,
    string? Period,
    decimal Value,
    string Unit,
    string Status,
    string Aspect,
    string? Base,
    bool Usable)
{
    public static MeaningBody Of(FigureMeaning meaning) => new(
        meaning.Region,
        meaning.Indicator,
        meaning.Period?.ToString(),
        AnswerBody.Plain(meaning.Value),
        meaning.Unit,
        FigureNames.Of(meaning.Status).Wire,
        FigureNames.Of(meaning.Aspect).Wire,
        meaning.Base,
        meaning.IsUsable);
}

internal sealed record CorrectionListBody(IReadOnlyList<KeptCorrectionBody> Corrections);
