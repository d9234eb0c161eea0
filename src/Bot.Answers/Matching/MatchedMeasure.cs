using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>A measure held against what was told.</summary>
/// <param name="Branch">The case of it that applies (首次认定); 0 where it has none or it isn't settled which.</param>
/// <param name="Conditions">Of that case, or of the cases still open, in reading order, the document's general ones last.</param>
/// <param name="Gain">What one gets; null where the rule is no formula, or something wasn't told.</param>
/// <param name="MissingForGain">What to tell so that it can be calculated; null when that wouldn't help.</param>
/// <param name="Relevance">How well it serves what is looked for; 0: not at all. Where nothing is looked for all are 1.</param>
public sealed record MatchedMeasure(
    FoundMeasure Found,
    MeasureState State,
    MeasureFit Fit,
    int Branch,
    ImmutableArray<ConditionMatch> Conditions,
    Gain? Gain,
    MissingFact? MissingForGain,
    double Relevance)
{
    /// <summary>Something of its own, beside the document's general conditions, is still to be confirmed or is not met.</summary>
    public bool IsOpen => Conditions.Any(c => !c.IsMoot && !c.Condition.IsGeneral && c.Verdict != ConditionVerdict.Met);

    public Measure Measure => Found.Measure;

    /// <summary>The amounts of the case that applies, or of the cases still open.</summary>
    public ImmutableArray<MeasureAmount> Amounts { get; init; } = [];

    /// <summary>How much of what was said it speaks of, 0 to 1; 0 where nothing was said of any one measure in particular.</summary>
    public double Focus { get; init; }

    /// <summary>It is what was asked about.</summary>
    public bool IsAskedFor => Focus >= MatchFocus.Strong;

    /// <summary>It is for another kind of applicant (孵化器, 银行): no condition is held against it.</summary>
    public bool IsForOthers { get; init; }

    /// <summary>What was told lies below the lowest step of its scale, or there is no increase to support.</summary>
    public bool IsBelowScale { get; init; }

    /// <summary>The time to apply for it, as its document sets it, is over: it isn't open now.</summary>
    public bool IsClosed { get; init; }

    public int Count(ConditionVerdict verdict) => Conditions.Count(c => !c.IsMoot && c.Verdict == verdict);
}
