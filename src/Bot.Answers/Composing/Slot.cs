using System.Collections.Immutable;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>One side of a comparison.</summary>
/// <param name="Region">Name of its region; null: whatever is in scope.</param>
/// <param name="Years">Its years; empty: any.</param>
/// <param name="Aspects">Aspects that the question names for this side alone; empty: those of the whole question.</param>
internal sealed record Slot(string? Region, ImmutableArray<int> Years, AskedStatus Status, ImmutableHashSet<FigureAspect> Aspects)
{
    public Slot(string? region, ImmutableArray<int> years, AskedStatus status)
        : this(region, years, status, [])
    {
    }
}
