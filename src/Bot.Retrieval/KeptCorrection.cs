using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>A correction as it is kept.</summary>
/// <param name="Sentence">The sentence it belongs to, verbatim; with the number's place in it, what the figure is found again by.</param>
/// <param name="Number">The number with its unit, in the sentence.</param>
/// <param name="IsApplied">False: no report holds the sentence any more, or it was not yet read again.</param>
public sealed record KeptCorrection(
    string Id, ReportId Report, string Sentence, TextSpan Number, FigureMeaning Meaning, DateTimeOffset At, string? Note, bool IsApplied);
