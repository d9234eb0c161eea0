using System.Collections.Immutable;
using Bot.Answers.Matching;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Conversations;

/// <summary>What a conversation was about when it was last answered: what a follow-up may leave unsaid.</summary>
/// <param name="Regions">Names of the regions asked about.</param>
/// <param name="Years">Years asked about; empty when none was named.</param>
/// <param name="Terms">What was spoken of.</param>
/// <param name="IsSelf">The person spoke of their own enterprise.</param>
internal sealed record ConversationTurn(
    ImmutableArray<string> Regions,
    ImmutableArray<int> Years,
    AskedStatus Status,
    QuestionKind Kind,
    ImmutableHashSet<FigureAspect> Aspects,
    ImmutableHashSet<AskedUnit> Units,
    ImmutableArray<TopicTerm> Terms,
    bool IsSelf)
{
    /// <summary>What the person has told of their enterprise so far; null: nothing that measures were matched to.</summary>
    public EnterpriseProfile? Profile { get; init; }

    /// <summary>What came with the question from elsewhere (<see cref="Question.Told"/>), and <see cref="Profile"/> began with; null: nothing.</summary>
    public EnterpriseProfile? Told { get; init; }

    /// <summary>What is known of the enterprise: the turn before, unless something newer was told elsewhere since.</summary>
    /// <param name="told">Of the question.</param>
    public static EnterpriseProfile? Known(ConversationTurn? before, EnterpriseProfile? told) =>
        told is null || ReferenceEquals(before?.Told, told) ? before?.Profile : told;
}
