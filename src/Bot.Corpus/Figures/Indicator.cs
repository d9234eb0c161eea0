using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>An indicator of the vocabulary.</summary>
/// <param name="Name">Canonical, without a level except where the level is in the name (国家高新技术企业).</param>
/// <param name="Aliases">Other writings.</param>
/// <param name="English">For questions and answers in English; empty when none is given.</param>
/// <param name="Units">Units it is counted in, without 万 and 亿; empty when any will do.</param>
/// <param name="PartOf">The indicator it is a share or side of; null when none.</param>
public sealed record Indicator(
    string Name,
    ImmutableArray<string> Aliases,
    string English,
    ImmutableArray<string> Units,
    string? PartOf);
