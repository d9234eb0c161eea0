using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Lays corrections over the figures that were read.</summary>
internal static class CorrectionOverlay
{
    public const string Unusable = "人工标记为不可用";
    public const string Superseded = "这个数已由人工更正为别的含义";

    /// <summary>The report with exactly these corrections, whichever it carried before.</summary>
    /// <param name="corrections">Those of this report; where two are of one number, the first stands.</param>
    public static Report Apply(Report report, IReadOnlyCollection<KeptCorrection> corrections)
    {
        if (corrections.Count == 0 && report.Figures.All(f => f.Correction is null))
            return report;
        var paragraphs = report.Paragraphs.ToDictionary(p => p.Number);
        var corrected = new HashSet<TextSpan>();
        return report with
        {
            Figures = [.. report.Figures.Select(f => Of(AsRead(f), new StoredParagraph(report.Id, report.Metadata, paragraphs[f.Paragraph], [])))],
        };

        Figure Of(Figure read, StoredParagraph paragraph)
        {
            var place = new LedgerFigure(read, paragraph);
            if (corrections.FirstOrDefault(c => IsOf(c, place)) is not { } correction)
                return read;
            var figure = Corrected(read, correction);
            // One number read as several figures (两地各30家) means what the correction says, once.
            return corrected.Add(read.Span) ? figure : read with { Doubt = Superseded, Correction = figure.Correction };
        }
    }

    public static Figure AsRead(Figure figure) => figure.Correction?.Read ?? figure;

    // A better reader may take more or less of the unit with the number: it is the same number all the same.
    private static bool IsOf(KeptCorrection correction, LedgerFigure figure) =>
        correction.Number.Overlaps(figure.Number) && correction.Sentence == figure.Sentence;

    private static Figure Corrected(Figure read, KeptCorrection correction)
    {
        var meaning = correction.Meaning;
        return read with
        {
            Region = meaning.Region,
            Indicator = meaning.Indicator,
            // The words were taken for another indicator: what they say must no longer find the number.
            Words = meaning.Indicator is { } indicator && indicator != read.Indicator ? indicator : read.Words,
            Period = meaning.Period,
            Value = meaning.Value,
            Unit = meaning.Unit,
            Status = meaning.Status,
            Aspect = meaning.Aspect,
            Base = meaning.Base,
            Doubt = meaning.IsUsable ? null : Unusable,
            Correction = new FigureCorrection(correction.Id, correction.At, correction.Note, read),
        };
    }
}
