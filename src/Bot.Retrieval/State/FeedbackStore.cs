using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// Remembers the answers given and what readers thought of them. Answers are forgotten after a while, looked for once an hour.
/// </summary>
public sealed class FeedbackStore
{
    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(1);

    private readonly StateDatabase _state;
    private readonly TimeProvider _time;
    private readonly TimeSpan _kept;
    private DateTimeOffset _prunedAt = DateTimeOffset.MinValue;

    /// <param name="kept">How long an answer is kept; more than zero.</param>
    public FeedbackStore(StateDatabase state, TimeSpan kept, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(kept, TimeSpan.Zero);
        (_state, _kept, _time) = (state, kept, time);
    }

    /// <summary>Keeps an answer. A second one of the same id is ignored.</summary>
    public Task RecordAnswerAsync(AnswerRecord answer, CancellationToken cancellationToken) => _state.InTurnAsync(
        state =>
        {
            Prune(state);
            return state.Execute(
                StateSql.AddAnswer,
                ("$id", answer.Id),
                ("$at", answer.At.ToUnixTimeMilliseconds()),
                ("$question", answer.Question),
                ("$folded", TextFolding.Fold(answer.Question).Trim()),
                ("$text", answer.Text),
                ("$outcome", (int)answer.Outcome),
                ("$citations", answer.Citations),
                ("$conversation", answer.Conversation));
        },
        cancellationToken);

    /// <summary>Notes a vote, in place of an earlier one for the same answer.</summary>
    /// <param name="vote">Null: the earlier one is taken back.</param>
    /// <returns>False when the answer is not, or no longer, known.</returns>
    public Task<bool> RecordFeedbackAsync(
        string answerId, Vote? vote, string? comment, DateTimeOffset at, CancellationToken cancellationToken) => _state.InTurnAsync(
        state =>
        {
            state.Execute(StateSql.Vote, ("$id", answerId), ("$vote", (int?)vote), ("$comment", comment), ("$at", at.ToUnixTimeMilliseconds()));
            return state.Read(StateSql.Knows, row => row.GetInt32(0) > 0, ("$id", answerId))[0];
        },
        cancellationToken);

    public Task<FeedbackCounts> CountsAsync(CancellationToken cancellationToken) => _state.InTurnAsync(
        state => state.Read(StateSql.Count, row => new FeedbackCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)))[0],
        cancellationToken);

    /// <summary>The questions refused, most frequent first, then latest first.</summary>
    public Task<IReadOnlyList<Gap>> GapsAsync(int limit, CancellationToken cancellationToken) => _state.InTurnAsync<IReadOnlyList<Gap>>(
        state => state.Read(
            StateSql.Gaps,
            row => new Gap(row.GetString(0), row.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
            ("$limit", limit)),
        cancellationToken);

    private void Prune(StateDatabase state)
    {
        var now = _time.GetUtcNow();
        if (now - _prunedAt < PruneEvery)
            return;
        state.Execute(StateSql.Prune, ("$before", (now - _kept).ToUnixTimeMilliseconds()));
        _prunedAt = now;
    }
}
