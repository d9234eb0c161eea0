using Bot.Answers;
using Bot.Channels;
using Bot.Composition;
using Bot.Retrieval;
using Bot.Tests.Parts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Composition;

public sealed class AnswerKeeperTests : IDisposable
{
    private readonly TemporaryFolder _storage = new();
    private readonly ManualTime _time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly StateDatabase _state;
    private readonly FeedbackStore _store;
    private readonly AnswerKeeper _keeper;

    public AnswerKeeperTests()
    {
        _state = StateDatabase.Open(_storage.Path, _time, NullLogger<StateDatabase>.Instance);
        _store = new(_state, TimeSpan.FromDays(90), _time);
        _keeper = new(_store, _time);
    }

    [Fact]
    public async Task Vote_is_kept_with_the_answer_it_is_about()
    {
        await RememberAsync("a1", "研发费用是多少？");

        var isKept = await _keeper.RecordAsync(new FeedbackVote("a1", IsUp: false, "年份不对"), default);

        isKept.ShouldBeTrue();
        (await _store.CountsAsync(default)).ShouldBe(new FeedbackCounts(Answered: 0, Refused: 1, Up: 0, Down: 1));
    }

    [Fact]
    public async Task Vote_on_an_answer_never_given_is_not_kept()
    {
        await RememberAsync("a1", "研发费用是多少？");

        var isKept = await _keeper.RecordAsync(new FeedbackVote("a2", IsUp: true, null), default);

        isKept.ShouldBeFalse();
    }

    [Fact]
    public async Task Refused_question_is_a_gap_to_be_filled()
    {
        await RememberAsync("a1", "火星基地何时建成？");

        var gaps = await _store.GapsAsync(10, default);

        gaps.ShouldBe([new Gap("火星基地何时建成？", 1, _time.GetUtcNow())]);
    }

    [Fact]
    public async Task Answer_is_forgotten_when_its_time_is_over()
    {
        await RememberAsync("old", "问题");

        _time.Advance(TimeSpan.FromDays(91));
        await RememberAsync("new", "问题");

        (await _keeper.RecordAsync(new FeedbackVote("old", IsUp: true, null), default)).ShouldBeFalse();
        (await _keeper.RecordAsync(new FeedbackVote("new", IsUp: true, null), default)).ShouldBeTrue();
    }

    public void Dispose()
    {
        _state.Dispose();
        _storage.Dispose();
    }

    private Task RememberAsync(string id, string question) => _keeper.RememberAsync(
        new Answer.Refused(id, "资料未载明", AnswerMode.Extractive, [], [], [], []), new Question(question), default);
}
