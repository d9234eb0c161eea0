using System.Collections.Immutable;

namespace Bot.Answers.Generating;

/// <summary>What an English word says in the words of Chinese reports.</summary>
/// <param name="Counterparts">One of them must stand in the source; empty: it says nothing by itself.</param>
/// <param name="IsFree">The only counterpart is taken as it is, whether it stands in the source or not.</param>
/// <param name="Counters">What may be written behind a number of it: 家, 件, 元; empty when any or none.</param>
internal sealed record EnglishEntry(ImmutableArray<string> Counterparts, bool IsFree, ImmutableArray<string> Counters)
{
    public bool IsMoney => Counters is ["元"] && Counterparts.IsEmpty;

    /// <summary>Both meanings.</summary>
    public EnglishEntry With(EnglishEntry other) => IsFree || other.IsFree
        ? this
        : new([.. Counterparts, .. other.Counterparts.Except(Counterparts)], false, [.. Counters, .. other.Counters.Except(Counters)]);
}
