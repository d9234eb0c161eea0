namespace Bot.Channels;

/// <summary>
/// What <c>POST /api/match</c> gives, and what the page, its print and its CSV are made of. The bot's own words are in the language
/// asked for; quotes are verbatim.
/// </summary>
/// <param name="Date">The day as of which measures hold.</param>
/// <param name="NeedsPlace">Without a place nothing is offered.</param>
/// <param name="Uncovered">The documents set no measures for the place; null when they do, or no place is told.</param>
/// <param name="Profile">What was understood of the enterprise.</param>
/// <param name="Measures">Measures that fit or may fit, best first; planned and only mentioned ones last.</param>
/// <param name="NearMisses">Measures in force that one condition alone stands against.</param>
/// <param name="Highest">Measures for one matter of which only the highest is given.</param>
/// <param name="Next">What to tell next, what settles most first.</param>
/// <param name="Computed">Every number that was calculated, with what it starts from.</param>
/// <param name="Notice">That the notice in force governs.</param>
internal sealed record MatchBody(
    string Language,
    DateOnly Date,
    bool NeedsPlace,
    UncoveredBody? Uncovered,
    IReadOnlyList<FactBody> Profile,
    IReadOnlyList<MatchedBody> Measures,
    IReadOnlyList<MatchedBody> NearMisses,
    IReadOnlyList<HighestBody> Highest,
    IReadOnlyList<NextBody> Next,
    IReadOnlyList<ComputationBody> Computed,
    IReadOnlyList<CitationBody> Citations,
    string Notice);

/// <param name="Words">That nothing is set for the place, and for which something is.</param>
/// <param name="Places">All the places that have measures, those with most first.</param>
internal sealed record UncoveredBody(string Place, string Words, IReadOnlyList<string> Places);

/// <param name="Key">Its Chinese words: what <c>without</c> takes so that own words don't count as telling it.</param>
internal sealed record FactBody(string Key, string Words);

/// <summary>A measure held against what was told. What the document doesn't write is null or empty.</summary>
/// <param name="Number">Of the measure in its report, from 1.</param>
/// <param name="State">inForce, undated, planned, onlyMentioned.</param>
/// <param name="Fit">fits: all of its own conditions are met; mayFit: nothing stands against it; misses.</param>
/// <param name="Serves">It serves what is looked for; true for all where nothing is.</param>
/// <param name="Year">The year that a report tells it of; null for rules.</param>
/// <param name="Validity">The sentence that says how long it holds.</param>
/// <param name="Ends">The title of the document that is to end it, and from when, where that is known.</param>
/// <param name="Gives">The sentences that say what is given; empty where no amount is written.</param>
/// <param name="Conditions">Of the case that applies, or of those still open; the document's general ones last.</param>
/// <param name="Gain">What one gets; null where the rule is no formula, or something wasn't told.</param>
/// <param name="MissingForGain">What to tell so that it can be calculated; null when that wouldn't help.</param>
/// <param name="BelowScale">What was told lies below the lowest step of its scale, or there is no increase.</param>
/// <param name="RoundClosed">The round of applications that its document opened is over; of the next nothing is known.</param>
/// <param name="Application">The sentence that says when to apply; null where none does.</param>
/// <param name="Citation">Of the sentence that gives it, or of the measure's own words where no amount is written.</param>
internal sealed record MatchedBody(
    string Report,
    string Title,
    int Number,
    string Name,
    string Instrument,
    string State,
    string Fit,
    bool Serves,
    string? Region,
    int? Year,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    CitedBody? Validity,
    EndBody? Ends,
    string? Beneficiary,
    IReadOnlyList<CitedBody> Gives,
    IReadOnlyList<JudgedBody> Conditions,
    GainBody? Gain,
    string? MissingForGain,
    bool BelowScale,
    int Citation,
    bool RoundClosed,
    CitedBody? Application);

/// <summary>Words, verbatim, and the number of the citation that holds them.</summary>
internal sealed record CitedBody(string Words, int Citation);

internal sealed record EndBody(string Title, DateOnly? From);

/// <param name="Words">The condition's clause, verbatim.</param>
/// <param name="Verdict">met, notMet, toConfirm, notWritten.</param>
/// <param name="Told">The told fact that decided; null when none did.</param>
/// <param name="Missing">What to tell to settle it; null when it is settled or nothing simple would.</param>
/// <param name="General">Stands elsewhere in the document and holds for all its measures.</param>
/// <param name="Unread">It couldn't be read: a person must look at the words.</param>
internal sealed record JudgedBody(
    string Words, string Verdict, string? Told, string? Missing, bool General, bool Unread, int Citation);

/// <param name="Yuan">In yuan; for one year where <paramref name="Recurrence"/> is yearly.</param>
/// <param name="Written">The same as people write it: 20万元.</param>
/// <param name="Reckoned">False for a sum that the rule simply states.</param>
/// <param name="About">A number it rests on was told as about so much.</param>
/// <param name="AtMost">The rule gives a rate that may be lower (不超过20%).</param>
/// <param name="Provided">A condition of the measure's own is still to be confirmed: it is what one gets if that holds.</param>
/// <param name="Recurrence">once, yearly; null when not written.</param>
/// <param name="Years">For how many years at most.</param>
internal sealed record GainBody(
    decimal Yuan, string Written, bool Reckoned, bool About, bool AtMost, bool Provided, string? Recurrence, int? Years, IReadOnlyList<StepBody> Steps);

/// <param name="Words">The step as it is told to people.</param>
/// <param name="Expression">260万元×10%=26万元; for ceilings, floors and stated sums the sum itself.</param>
internal sealed record StepBody(string Words, string Expression, IReadOnlyList<OperandBody> Operands);

/// <param name="Measures">Numbers, from 1, of the measures in the list, the highest first.</param>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Written">The highest sum.</param>
internal sealed record HighestBody(IReadOnlyList<int> Measures, CitedBody Rule, string Written, int Citation);

/// <param name="Settles">How many open conditions and sums it would settle.</param>
internal sealed record NextBody(string Ask, int Settles);
