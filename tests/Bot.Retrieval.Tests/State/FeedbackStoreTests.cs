using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.State;

public sealed class FeedbackStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly SetTime _time = new() { Now = Noon };
    private StateDatabase _state;
    private FeedbackStore _store;

    public FeedbackStoreTests() => (_state, _store) = Open();

    [Fact]
    public async Task Feedback_on_an_unknown_answer_is_refused()
    {
        var known = await _store.RecordFeedbackAsync("nowhere", Vote.Up, null, Noon, None);

        known.ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_vote_stands_and_repeating_it_changes_nothing()
    {
        await _store.RecordAnswerAsync(Answer("a"), None);

        await _store.RecordFeedbackAsync("a", Vote.Up, null, Noon, None);
        await _store.RecordFeedbackAsync("a", Vote.Down, "数字不对", Noon.AddMinutes(2), None);
        await _store.RecordFeedbackAsync("a", Vote.Down, "数字不对", Noon.AddMinutes(2), None);
        var late = await _store.RecordFeedbackAsync("a", Vote.Up, null, Noon.AddMinutes(1), None);

        late.ShouldBeTrue();
        (await _store.CountsAsync(None)).ShouldBe(new FeedbackCounts(1, 0, 0, 1));
    }

    [Fact]
    public async Task Vote_that_is_taken_back_counts_no_more()
    {
        await _store.RecordAnswerAsync(Answer("a"), None);

        await _store.RecordFeedbackAsync("a", Vote.Down, "数字不对", Noon, None);
        await _store.RecordFeedbackAsync("a", null, null, Noon.AddMinutes(1), None);

        (await _store.CountsAsync(None)).ShouldBe(new FeedbackCounts(1, 0, 0, 0));
    }

    [Fact]
    public async Task Refused_questions_are_listed_by_how_often_and_how_lately_they_were_asked()
    {
        await _store.RecordAnswerAsync(Answer("1", "嘉興的高企數量？", AnswerOutcome.Refused, Noon), None);
        await _store.RecordAnswerAsync(Answer("2", "嘉兴的高企数量?", AnswerOutcome.Refused, Noon.AddMinutes(1)), None);
        await _store.RecordAnswerAsync(Answer("3", "2031年的目标", AnswerOutcome.Refused, Noon.AddMinutes(2)), None);
        await _store.RecordAnswerAsync(Answer("4", "天气", AnswerOutcome.Refused, Noon.AddMinutes(3)), None);
        await _store.RecordAnswerAsync(Answer("5", "绍兴的高企数量"), None);

        var gaps = await _store.GapsAsync(2, None);

        gaps.ShouldBe([new Gap("嘉兴的高企数量?", 2, Noon.AddMinutes(1)), new Gap("天气", 1, Noon.AddMinutes(3))]);
    }

    [Fact]
    public async Task Answers_and_votes_survive_a_restart()
    {
        await _store.RecordAnswerAsync(Answer("a"), None);
        await _store.RecordFeedbackAsync("a", Vote.Up, null, Noon, None);

        _state.Dispose();
        (_state, _store) = Open();

        (await _store.CountsAsync(None)).ShouldBe(new FeedbackCounts(1, 0, 1, 0));
        (await _store.RecordFeedbackAsync("a", Vote.Up, null, Noon, None)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_recorded_twice_is_kept_once()
    {
        await _store.RecordAnswerAsync(Answer("a"), None);
        await _store.RecordAnswerAsync(Answer("a"), None);

        (await _store.CountsAsync(None)).Answered.ShouldBe(1);
    }

    [Fact]
    public async Task Old_answers_are_forgotten()
    {
        await _store.RecordAnswerAsync(Answer("old"), None);

        _time.Now = Noon.AddDays(31);
        await _store.RecordAnswerAsync(Answer("new", at: _time.Now), None);

        (await _store.CountsAsync(None)).Answered.ShouldBe(1);
        (await _store.RecordFeedbackAsync("old", Vote.Up, null, _time.Now, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_of_garbage_is_set_aside()
    {
        _state.Dispose();
        await File.WriteAllTextAsync(_folder["state.db"], new string('垃', 5000), None);

        (_state, _store) = Open();
        await _store.RecordAnswerAsync(Answer("a"), None);

        (await _store.CountsAsync(None)).Answered.ShouldBe(1);
        _folder.Files("state.db.unusable-*").ShouldNotBeEmpty();
    }

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    private static AnswerRecord Answer(
        string id, string question = "新认定多少家？", AnswerOutcome outcome = AnswerOutcome.Answered, DateTimeOffset? at = null) =>
        new(id, at ?? Noon, question, "416家[1]。", outcome, "[]", "web:1");

    private (StateDatabase, FeedbackStore) Open()
    {
        var state = StateDatabase.Open(_folder.Path, _time, NullLogger<StateDatabase>.Instance);
        return (state, new FeedbackStore(state, TimeSpan.FromDays(30), _time));
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
