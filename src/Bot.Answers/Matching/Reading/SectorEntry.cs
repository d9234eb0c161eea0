using System.Collections.Immutable;

namespace Bot.Answers.Matching;

/// <summary>A field of business.</summary>
/// <param name="Forms">How it is told, folded.</param>
/// <param name="Wider">Usual names of the wider fields it belongs to.</param>
internal sealed record SectorEntry(string Name, ImmutableArray<string> Forms, ImmutableArray<string> Wider);
