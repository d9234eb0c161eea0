using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Measures for one matter of which only the highest is given (就高不重复).</summary>
/// <param name="Measures">At least two with a gain, the highest first.</param>
/// <param name="Rule">The rule that says so, in the report of the first.</param>
public sealed record HighestOf(ImmutableArray<MatchedMeasure> Measures, StackingRule Rule);
