using System.Collections.Concurrent;
using Bot.Answers;

namespace Bot.Channels.Tests;

internal sealed class MemoryFeedback : IFeedbackSink
{
    public ConcurrentDictionary<string, Question> Remembered { get; } = [];

    public ConcurrentQueue<FeedbackVote> Votes { get; } = [];

    /// <summary>What remembering fails with; null: it works.</summary>
    public Exception? Failure { get; set; }

    public Task RememberAsync(Answer answer, Question question, CancellationToken cancellationToken)
    {
        if (Failure is not null)
            return Task.FromException(Failure);
        Remembered[answer.Id] = question;
        return Task.CompletedTask;
    }

    public Task<bool> RecordAsync(FeedbackVote vote, CancellationToken cancellationToken)
    {
        bool isKnown = Remembered.ContainsKey(vote.AnswerId);
        if (isKnown)
            Votes.Enqueue(vote);
        return Task.FromResult(isKnown);
    }
}
