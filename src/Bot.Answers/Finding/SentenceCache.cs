using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Finding;

/// <summary>
/// Prepared sentences of paragraphs read lately, so that the same paragraphs are not read and folded for every question.
/// Keyed by the stored version of the report, so that it is never answered from its old text or from figures since corrected.
/// </summary>
internal sealed class SentenceCache
{
    // Some kilobytes each: about ten megabytes in all.
    private const int Most = 2000;

    private readonly ConcurrentDictionary<Key, ImmutableArray<EvidenceSentence>> _paragraphs = new();

    internal readonly record struct Key(ReportId Report, DateTimeOffset IndexedAt, int Paragraph);

    public bool TryGet(Key key, out ImmutableArray<EvidenceSentence> sentences) => _paragraphs.TryGetValue(key, out sentences);

    public void Keep(Key key, ImmutableArray<EvidenceSentence> sentences)
    {
        // Starting over now and then costs less than keeping count of what was used when.
        if (_paragraphs.Count >= Most)
            _paragraphs.Clear();
        _paragraphs[key] = sentences;
    }
}
