using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>A size, standing or platform that enterprises tell of themselves.</summary>
/// <param name="Name">Its usual name, to which conditions are read as well.</param>
/// <param name="Forms">How it is told, folded.</param>
/// <param name="Brings">Usual names of what whoever holds it is or holds too.</param>
/// <param name="RulesOut">Usual names of what whoever holds it isn't.</param>
internal sealed record StandingEntry(
    ConditionKind Kind, string Name, ImmutableArray<string> Forms, ImmutableArray<string> Brings, ImmutableArray<string> RulesOut);
