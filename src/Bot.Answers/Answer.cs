using System.Collections.Immutable;

namespace Bot.Answers;

/// <summary>What came of a question: <see cref="Answered"/> or <see cref="Refused"/>.</summary>
/// <param name="Id">Names the answer for feedback; unique.</param>
/// <param name="Text">
/// What the person reads: Markdown of a narrow kind (paragraphs, "- " lists, pipe tables), with markers [n].
/// </param>
/// <param name="FollowUps">Questions that could come next, at most three, each answerable as it stands.</param>
public abstract record Answer(
    string Id,
    string Text,
    AnswerMode Mode,
    ImmutableArray<Citation> Citations,
    ImmutableArray<ComputedNumber> Computed,
    ImmutableArray<AnswerFigure> Figures,
    ImmutableArray<string> FollowUps)
{
    /// <summary>The points of the answer as a chart; null when there is nothing to draw.</summary>
    public Chart? Chart { get; init; }

    public sealed record Answered(
        string Id,
        string Text,
        AnswerMode Mode,
        ImmutableArray<Citation> Citations,
        ImmutableArray<ComputedNumber> Computed,
        ImmutableArray<AnswerFigure> Figures,
        ImmutableArray<string> FollowUps)
        : Answer(Id, Text, Mode, Citations, Computed, Figures, FollowUps);

    /// <summary>The reports don't tell, or it is none of the bot's business. Citations: the nearest related paragraph, if any.</summary>
    public sealed record Refused(
        string Id,
        string Text,
        AnswerMode Mode,
        ImmutableArray<Citation> Citations,
        ImmutableArray<ComputedNumber> Computed,
        ImmutableArray<AnswerFigure> Figures,
        ImmutableArray<string> FollowUps)
        : Answer(Id, Text, Mode, Citations, Computed, Figures, FollowUps);
}
