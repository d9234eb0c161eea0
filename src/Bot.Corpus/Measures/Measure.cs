using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// One support measure as one document states it. What isn't written there is null or empty, never filled in.
/// All spans are in <see cref="Report.Text"/>.
/// </summary>
/// <param name="Number">Counts from 1 in the report.</param>
/// <param name="Name">As written: the article's or item's heading, a table row's name, else the words that name what is given.</param>
/// <param name="Span">All of the measure's own text: its article, item, row or sentence.</param>
/// <param name="Paragraphs">Numbers of the paragraphs it stands in, ascending; general rules stand in others.</param>
/// <param name="Beneficiary">Who it is for, as written.</param>
/// <param name="Amounts">What one applicant gets, in reading order. Totals of a programme are none.</param>
/// <param name="Conditions">Its own in reading order, then the document's general ones.</param>
/// <param name="Stacking">Its own, then the document's.</param>
/// <param name="Application">Its own, else the document's.</param>
/// <param name="Region">Where it holds: the document's region, or the one a summary tells it of.</param>
/// <param name="Issuer">The office that set it.</param>
/// <param name="DocumentNumber">Of the document that sets it.</param>
/// <param name="Year">The year that a summary or plan tells it of; null for rules.</param>
public sealed record Measure(
    int Number,
    string Name,
    Instrument Instrument,
    MeasureStanding Standing,
    TextSpan Span,
    ImmutableArray<int> Paragraphs,
    Wording? Beneficiary,
    ImmutableArray<MeasureAmount> Amounts,
    ImmutableArray<MeasureCondition> Conditions,
    ImmutableArray<StackingRule> Stacking,
    MeasureApplication? Application,
    string? Region,
    string? Issuer,
    string? DocumentNumber,
    Validity Validity,
    int? Year)
{
    /// <summary>True while a condition couldn't be read: a person must look before it may be called met.</summary>
    public bool HasGaps => Conditions.Any(c => c.Kind == ConditionKind.Unread);

    /// <summary>How staff corrected what was read; null for a measure as it was read.</summary>
    public MeasureCorrection? Correction { get; init; }

    /// <summary>Staff found that it is no measure: it must not answer.</summary>
    public bool IsHidden => Correction?.Remarks.Any(r => r.Part == MeasurePart.Whole) ?? false;

    /// <summary>What it is worth on a day.</summary>
    /// <param name="repealedFrom">First day of a later document that repeals this one's; null when none is known.</param>
    public MeasureState StateOn(DateOnly today, DateOnly? repealedFrom = null) =>
        StateOn(today, Standing, Validity.From, Validity.To, repealedFrom);

    /// <summary>What a measure is worth on a day that holds from and to these days, as <see cref="Validity"/> has them.</summary>
    public static MeasureState StateOn(DateOnly today, MeasureStanding standing, DateOnly? from, DateOnly? to, DateOnly? repealedFrom)
    {
        if (standing != MeasureStanding.Rule)
            return standing == MeasureStanding.Planned ? MeasureState.Planned : MeasureState.OnlyMentioned;
        if (repealedFrom <= today)
            return MeasureState.Repealed;
        if (to < today)
            return MeasureState.Expired;
        if (from > today)
            return MeasureState.Planned;
        return from is null && to is null ? MeasureState.Undated : MeasureState.InForce;
    }
}
