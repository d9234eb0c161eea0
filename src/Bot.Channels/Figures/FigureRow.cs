using Bot.Answers.Grounding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>A figure of the ledger as <c>GET /api/figures</c> gives it.</summary>
/// <param name="Indicator">The canonical name; null where the vocabulary has none.</param>
/// <param name="Words">The report's own words for it.</param>
/// <param name="Period">As <see cref="Period.ToString"/>; null when the report doesn't tell.</param>
/// <param name="Doubt">Why it doesn't answer by itself; null when it is sound.</param>
/// <param name="Sentence">Verbatim but for personal data.</param>
/// <param name="Number">The number with its unit, in <paramref name="Sentence"/>; null when it is part of what was left out there.</param>
internal sealed record FigureRow(
    string? Region,
    string? Indicator,
    string Words,
    string? Period,
    decimal Value,
    string Unit,
    string? Qualifier,
    string Status,
    string Aspect,
    string? Base,
    string? Doubt,
    bool Corrected,
    FigureCorrectionBody? Correction,
    string Report,
    string Title,
    int Paragraph,
    string Section,
    string Sentence,
    string Url,
    SpanBody? Number)
{
    public static FigureRow Of(LedgerFigure found, ReportLinks links)
    {
        var figure = found.Figure;
        var stated = found.Paragraph;
        var sentence = ShownSentence.Of(found);
        return new FigureRow(
            figure.Region,
            figure.Indicator,
            PersonalData.Mask(figure.Words),
            figure.Period?.ToString(),
            AnswerBody.Plain(figure.Value),
            figure.Unit,
            figure.Qualifier,
            FigureNames.Of(figure.Status).Wire,
            FigureNames.Of(figure.Aspect).Wire,
            figure.Base,
            figure.Doubt,
            figure.Correction is not null,
            figure.Correction is { } correction ? FigureCorrectionBody.Of(correction) : null,
            stated.Report.Value,
            stated.Metadata.Title,
            stated.Paragraph.Number,
            stated.Paragraph.SectionPath,
            sentence.Text,
            links.To(stated.Report, stated.Paragraph.Number),
            sentence.Number);
    }
}

/// <param name="At">When it was made.</param>
/// <param name="Read">What was read, before the correction.</param>
internal sealed record FigureCorrectionBody(string Id, DateTimeOffset At, string? Note, ReadFigureBody Read)
{
    public static FigureCorrectionBody Of(FigureCorrection correction) =>
        new(correction.Id, correction.At, correction.Note, ReadFigureBody.Of(correction.Read));
}

/// <inheritdoc cref="FigureRow"/>
internal sealed record ReadFigureBody(
    string? Region,
    string? Indicator,
    string Words,
    string? Period,
    decimal Value,
    string Unit,
    string? Qualifier,
    string Status,
    string Aspect,
    string? Base,
    string? Doubt)
{
    public static ReadFigureBody Of(Figure figure) => new(
        figure.Region,
        figure.Indicator,
        PersonalData.Mask(figure.Words),
        figure.Period?.ToString(),
        AnswerBody.Plain(figure.Value),
        figure.Unit,
        figure.Qualifier,
        FigureNames.Of(figure.Status).Wire,
        FigureNames.Of(figure.Aspect).Wire,
        figure.Base,
        figure.Doubt);
}

/// <summary>A half-open range in UTF-16 code units.</summary>
internal sealed record SpanBody(int Start, int End);

/// <param name="Total">How many there are in all, offset and limit aside.</param>
internal sealed record FigureListBody(int Total, int Offset, int Limit, IReadOnlyList<FigureRow> Figures);
