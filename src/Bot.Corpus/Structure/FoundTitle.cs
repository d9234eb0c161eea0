using System.Collections.Immutable;

namespace Bot.Corpus;

/// <param name="Rest">The document's lines without those of the title.</param>
internal sealed record FoundTitle(string Title, ImmutableArray<CleanLine> Rest, ImmutableArray<RemovedText> Removed);
