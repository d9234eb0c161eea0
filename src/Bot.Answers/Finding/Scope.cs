using System.Collections.Immutable;
using Bot.Answers.Understanding;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>Where an answer may come from: never left by what follows.</summary>
/// <param name="Reports">The reports in scope; never empty.</param>
/// <param name="Years">Years that a statement must speak of; empty: any.</param>
/// <param name="Missing">Regions that were asked about beside those in scope and have no report.</param>
/// <param name="Notes">What the answer must say about how it was understood (which year 今年 was taken for), Chinese or English as asked.</param>
/// <param name="Place">A place inside the region of the reports, which a statement must name; null: none.</param>
/// <param name="Computed">How a relative year was reckoned from the asker's date; empty when none was.</param>
/// <param name="IsRegionGiven">The question or its conversation names the region; else all regions are in scope.</param>
internal sealed record Scope(
    ImmutableArray<ReportEntry> Reports,
    ImmutableArray<int> Years,
    AskedStatus Status,
    ImmutableArray<string> Missing,
    ImmutableArray<string> Notes,
    ImmutableArray<ComputedNumber> Computed,
    bool IsRegionGiven,
    NamedPlace? Place = null)
{
    /// <summary>Several places inside the region of the reports, set side by side; figures must be theirs.</summary>
    public ImmutableArray<string> Places { get; init; } = [];
}
