using System.Collections.Immutable;

namespace Bot.Answers.Generating;

/// <summary>A stretch of a sentence and the sources it names.</summary>
/// <param name="Text">Without markers.</param>
/// <param name="Cited">The sources, in the order named; empty: none that exists.</param>
internal sealed record Segment(string Text, ImmutableArray<Source> Cited);
