using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>The words before a number, taken apart.</summary>
/// <param name="Noun">What is left when everything that only tells how is peeled off; empty when nothing is.</param>
/// <param name="Verb">The verb peeled from the noun's front; empty when none.</param>
/// <param name="Roles">The roles of all words peeled off.</param>
/// <param name="NearRoles">The roles of those between noun and number.</param>
/// <param name="Qualifiers">Peeled words that make the number inexact or planned, in order of writing.</param>
/// <param name="IsDistributed">Holds 分别, 各 or 依次: several numbers for several nouns.</param>
internal sealed record Clause(
    string Noun,
    string Verb,
    WordRoles Roles,
    WordRoles NearRoles,
    ImmutableArray<string> Qualifiers,
    bool IsDistributed)
{
    public bool Is(WordRoles role) => (Roles & role) != 0;
}
