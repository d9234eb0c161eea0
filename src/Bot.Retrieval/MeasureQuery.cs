using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>What to look up in the register of measures; null leaves a matter open.</summary>
/// <param name="Today">The day that states are as of.</param>
/// <param name="Regions">
/// Full names (绍兴市): measures of any of these, exactly, so that for a place its larger regions are named too. Default or empty: open, which
/// alone finds measures without a region.
/// </param>
/// <param name="State">With repeals by other documents of the corpus taken into account.</param>
/// <param name="Text">Stands in the measure's name or own words, folded. Empty: open.</param>
/// <param name="HasGaps">True: only measures with a condition that couldn't be read; false: only those without.</param>
/// <param name="IsCorrected">True: only corrected measures; false: only those as read.</param>
/// <param name="IsHidden">False: only measures that staff didn't hide; true: only hidden ones.</param>
/// <param name="Offset">How many to skip.</param>
/// <param name="Limit">At most this many, 1 to 1000.</param>
public sealed record MeasureQuery(
    DateOnly Today,
    ImmutableArray<string> Regions = default,
    Instrument? Instrument = null,
    MeasureState? State = null,
    MeasureStanding? Standing = null,
    string? Text = null,
    bool? HasGaps = null,
    bool? IsCorrected = null,
    bool? IsHidden = false,
    ReportId? Report = null,
    int Offset = 0,
    int Limit = 100);
