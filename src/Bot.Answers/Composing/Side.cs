using System.Collections.Immutable;
using Bot.Answers.Finding;

namespace Bot.Answers.Composing;

/// <summary>One side of a comparison with what was found for it.</summary>
/// <param name="Ranked">Figures that could stand for it, best first.</param>
/// <param name="Chosen">Those that do: one, or several to be summed; empty: none was good enough.</param>
internal sealed record Side(
    Slot Slot, Scope Scope, Evidence Evidence, ImmutableArray<FigureChoice.Scored> Ranked, ImmutableArray<FigureChoice.Scored> Chosen);
