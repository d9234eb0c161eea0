using System.Collections.Concurrent;

namespace Bot.Channels;

/// <summary>The last answer of each conversation, for feedback in words. Kept in memory only, and not for ever.</summary>
internal sealed class LastAnswers
{
    // What is beyond is forgotten at once: only feedback by command is lost, buttons go on working.
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);

    public string? Of(string conversation) => _answers.GetValueOrDefault(conversation);

    public void Note(string conversation, string answer)
    {
        if (_answers.Count >= Most)
            _answers.Clear();
        _answers[conversation] = answer;
    }

    public void Forget(string conversations)
    {
        foreach (var conversation in _answers.Keys.Where(c => c.StartsWith(conversations, StringComparison.Ordinal)))
            _answers.TryRemove(conversation, out _);
    }
}
