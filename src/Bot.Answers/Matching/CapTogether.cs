using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>A limit of what one enterprise gets by several measures of a document together (单户企业每年合计不超过200万元).</summary>
/// <param name="Measures">Those added up: at least two, each with a gain that hangs on nothing of its own any more.</param>
/// <param name="Sum">Of their gains, in yuan.</param>
/// <param name="Most">The limit, in yuan.</param>
/// <param name="Rule">Where it is written, in the report of the measures.</param>
public sealed record CapTogether(ImmutableArray<MatchedMeasure> Measures, decimal Sum, decimal Most, TextSpan Rule)
{
    /// <summary>What is had in all, in yuan.</summary>
    public decimal Given => Math.Min(Sum, Most);
}
