using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>One case of a measure: for whom or when, and what is given then.</summary>
/// <param name="Zone">The words before what is given, that say who and under which conditions; empty when there are none.</param>
/// <param name="Element">The one of several named side by side (国家级、省级的，分别给予…) that these amounts are for; null outside such lists.</param>
/// <param name="IsLimit">Nothing but a limit common to all cases: 同一企业累计不超过100万元.</param>
internal sealed record PolicyCase(TextSpan Zone, TextSpan? Element, ImmutableArray<MeasureAmount> Amounts, bool IsLimit)
{
    public bool IsScaled => Amounts.Any(a => a.Tier is not null);
}
