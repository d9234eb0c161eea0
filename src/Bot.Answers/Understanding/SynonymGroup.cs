using System.Collections.Immutable;

namespace Bot.Answers.Understanding;

/// <summary>Words that may stand for each other, folded.</summary>
/// <param name="IsDoing">Words of doing (发放, 举办): they help to choose, but are not what a question is about.</param>
internal sealed record SynonymGroup(ImmutableArray<string> Words, bool IsDoing)
{
    public SynonymGroup And(ImmutableArray<string> more, bool isDoing) => new([.. Words.Union(more)], IsDoing && isDoing);
}
