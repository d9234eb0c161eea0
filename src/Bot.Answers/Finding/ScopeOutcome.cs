using System.Collections.Immutable;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>Whether the reports cover the place and time asked about.</summary>
internal abstract record ScopeOutcome
{
    private ScopeOutcome()
    {
    }

    public sealed record Inside(Scope Scope) : ScopeOutcome;

    /// <summary>No report of the region asked about.</summary>
    /// <param name="Within">Reports of places inside that region, which do not speak for it.</param>
    public sealed record NoSuchRegion(string Region, ImmutableArray<ReportEntry> Within) : ScopeOutcome;

    /// <summary>Reports of the region, none that speaks of the year.</summary>
    /// <param name="Computed">How a relative year (明年) was reckoned from the asker's date.</param>
    public sealed record NoSuchYear(
        ImmutableArray<int> Years, ImmutableArray<ReportEntry> Reports, ImmutableArray<ComputedNumber> Computed) : ScopeOutcome;

    /// <summary>There are no reports at all.</summary>
    public sealed record Empty : ScopeOutcome;
}
