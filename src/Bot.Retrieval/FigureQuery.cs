using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>What to look up in the figure ledger; null leaves a matter open.</summary>
/// <param name="Region">The region's full name (绍兴市), exactly.</param>
/// <param name="Indicator">Canonical name, or, for indicators that the vocabulary lacks, the report's own words: exactly, folded.</param>
/// <param name="Text">Stands in the indicator or in its words, folded. Empty: open.</param>
/// <param name="FromYear">Figures whose period touches the years from here on.</param>
/// <param name="ToYear">Figures whose period touches the years up to here.</param>
/// <param name="IsDoubtful">True: only figures that carry a doubt; false: only sound ones.</param>
/// <param name="IsCorrected">True: only corrected figures; false: only those as read.</param>
/// <param name="Offset">How many to skip.</param>
/// <param name="Limit">At most this many, 1 to 1000.</param>
public sealed record FigureQuery(
    string? Region = null,
    string? Indicator = null,
    string? Text = null,
    int? FromYear = null,
    int? ToYear = null,
    FigureStatus? Status = null,
    FigureAspect? Aspect = null,
    ReportId? Report = null,
    bool? IsDoubtful = null,
    bool? IsCorrected = null,
    int Offset = 0,
    int Limit = 100);
