using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Bot.Answers.Conversations;

/// <summary>What each conversation was about lately, kept in memory for half an hour: short, so that old talk does not colour new questions.</summary>
internal sealed class ConversationMemory(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // Past this many the forgotten ones are swept, so that a flood of conversations cannot fill the memory.
    private const int SweepAt = 10_000;

    // A follow-up leans on what was just said; a long text is no question to lean on.
    private const int MostQuestions = 4;
    private const int LongestQuestion = 200;

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The last turn that was about the reports; null: there is none.</summary>
    public ConversationTurn? Recall(string? conversation) => Find(conversation)?.Turn;

    /// <summary>The last questions in their words, oldest first.</summary>
    public ImmutableArray<string> RecallQuestions(string? conversation) => Find(conversation)?.Questions ?? [];

    /// <param name="turn">Null: the question was not answered from the reports, and the turn before it holds on.</param>
    /// <param name="question">Null: its words are no help to the next one.</param>
    public void Remember(string? conversation, ConversationTurn? turn, string? question)
    {
        if (conversation is null || (turn is null && question is null))
            return;
        if (_kept.Count >= SweepAt)
            Sweep();
        var before = Find(conversation);
        var questions = before?.Questions ?? [];
        if (question is { Length: <= LongestQuestion })
            questions = [.. questions.TakeLast(MostQuestions - 1), question];
        _kept[conversation] = new(turn ?? before?.Turn, questions, time.GetUtcNow());
    }

    /// <param name="conversations">What the names of the conversations to forget begin with.</param>
    public void Forget(string conversations)
    {
        foreach (var conversation in _kept.Keys.Where(c => c.StartsWith(conversations, StringComparison.Ordinal)))
            _kept.TryRemove(conversation, out _);
    }

    private Kept? Find(string? conversation) =>
        conversation is not null && _kept.TryGetValue(conversation, out var kept) && time.GetUtcNow() - kept.At < Lifetime ? kept : null;

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (conversation, kept) in _kept)
        {
            if (now - kept.At >= Lifetime)
                _kept.TryRemove(conversation, out _);
        }

        if (_kept.Count < SweepAt)
            return;
        foreach (var (conversation, _) in _kept.OrderBy(t => t.Value.At).Take(SweepAt / 2))
            _kept.TryRemove(conversation, out _);
    }

    private sealed record Kept(ConversationTurn? Turn, ImmutableArray<string> Questions, DateTimeOffset At);
}
