using Bot.Answers.Grounding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>A measure of the register as <c>GET /api/measures</c> gives it. What the document doesn't write is null or empty.</summary>
/// <param name="Number">Of the measure in its report, from 1.</param>
/// <param name="Instrument">voucher, grant, …</param>
/// <param name="State">On the day asked for: inForce, undated, planned, expired, repealed, onlyMentioned.</param>
/// <param name="Year">The year that a report tells it of; null for rules.</param>
/// <param name="ValidTo">The last day.</param>
/// <param name="RepealedBy">The report that ends its document, from <paramref name="RepealedFrom"/> on where that is known.</param>
/// <param name="Gaps">A condition couldn't be read.</param>
/// <param name="Hidden">Staff found that it is no measure.</param>
/// <param name="Correction">Of the whole; those of conditions and amounts stand there.</param>
internal sealed record MeasureBody(
    string Report,
    string Title,
    int Number,
    string Name,
    string Instrument,
    string State,
    string? Region,
    string? Issuer,
    string? DocumentNumber,
    int? Year,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    bool Trial,
    string? RepealedBy,
    string? RepealedByTitle,
    DateOnly? RepealedFrom,
    string? Beneficiary,
    IReadOnlyList<AmountBody> Amounts,
    IReadOnlyList<ConditionBody> Conditions,
    IReadOnlyList<StackingBody> Stacking,
    ApplicationBody? Application,
    bool Gaps,
    bool Corrected,
    bool Hidden,
    RemarkBody? Correction,
    QuoteBody Quote)
{
    public static MeasureBody Of(FoundMeasure found, ReportLinks links)
    {
        var measure = found.Measure;
        var read = measure.Correction?.Read ?? measure;
        return new MeasureBody(
            found.Report.Value,
            found.Metadata.Title,
            measure.Number,
            PersonalData.Mask(measure.Name),
            MeasureNames.Of(MeasureNames.Instruments, measure.Instrument).Wire,
            MeasureNames.Of(MeasureNames.States, found.State).Wire,
            measure.Region,
            measure.Issuer,
            measure.DocumentNumber,
            measure.Year,
            measure.Validity.From,
            measure.Validity.To,
            measure.Validity.IsTrial,
            found.RepealedBy?.Report.Value,
            found.RepealedBy?.Title,
            found.RepealedBy?.From,
            measure.Beneficiary is { } beneficiary ? PersonalData.Mask(beneficiary.Text) : null,
            [.. read.Amounts.Select((amount, index) => AmountBody.Of(found, amount, index, links))],
            [.. read.Conditions.Select((condition, index) => ConditionBody.Of(found, condition, index, links))],
            [.. measure.Stacking.Select(rule => StackingBody.Of(found, rule, links))],
            measure.Application is { } application ? ApplicationBody.Of(application) : null,
            measure.HasGaps,
            measure.Correction is not null,
            measure.IsHidden,
            RemarkBody.Find(measure, MeasurePart.Whole, 0) is { } hidden ? RemarkBody.Of(hidden) : null,
            QuoteBody.Of(found, measure.Span, links));
    }
}

/// <param name="Kind">highestOnly, adds, difference.</param>
internal sealed record StackingBody(string Kind, bool General, QuoteBody Quote)
{
    public static StackingBody Of(FoundMeasure found, StackingRule rule, ReportLinks links) => new(
        MeasureNames.Of(MeasureNames.Stackings, rule.Kind).Wire, rule.IsGeneral, QuoteBody.Of(found, rule.Span, links));
}

/// <inheritdoc cref="MeasureApplication"/>
internal sealed record ApplicationBody(DateOnly? Opens, DateOnly? Closes, string? Period, string? Place, string? Office)
{
    public static ApplicationBody Of(MeasureApplication application) => new(
        application.Opens, application.Closes, Shown(application.Period), Shown(application.Place), Shown(application.Office));

    private static string? Shown(Wording? words) => words is { } said ? PersonalData.Mask(said.Text) : null;
}

/// <param name="Total">How many there are in all, offset and limit aside.</param>
internal sealed record MeasureListBody(int Total, int Offset, int Limit, IReadOnlyList<MeasureBody> Measures);
