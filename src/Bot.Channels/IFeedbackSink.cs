using Bot.Answers;

namespace Bot.Channels;

/// <summary>Where answers and what people think of them are kept. The host gives one.</summary>
public interface IFeedbackSink
{
    /// <summary>Keeps an answer together with its question, so that a later vote can be understood. Called for every answer.</summary>
    Task RememberAsync(Answer answer, Question question, CancellationToken cancellationToken);

    /// <summary>Keeps a vote in place of an earlier one on the same answer. False: no such answer is remembered.</summary>
    Task<bool> RecordAsync(FeedbackVote vote, CancellationToken cancellationToken);
}
