using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Groups of words that mean the same in questions and in reports.</summary>
internal sealed class Synonyms
{
    // Marks a group of words of doing in the file.
    private const char DoingMark = '~';

    private readonly PhraseMatcher<SynonymGroup> _matcher;

    /// <param name="groups">Each group's words, any case and script; ~ before the first marks words of doing.</param>
    public Synonyms(IEnumerable<IReadOnlyList<string>> groups)
    {
        var byWord = new Dictionary<string, SynonymGroup>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var isDoing = group[0].StartsWith(DoingMark);
            var words = group.Select(w => TextFolding.Fold(w.Trim(DoingMark, ' '))).Where(w => w.Length > 0).Distinct().ToImmutableArray();
            foreach (var word in words)
                byWord[word] = byWord.TryGetValue(word, out var before) ? before.And(words, isDoing) : new SynonymGroup(words, isDoing);
        }

        _matcher = new PhraseMatcher<SynonymGroup>(byWord);
    }

    /// <summary>The words of synonyms.txt, and the names of every indicator that figures are read by.</summary>
    public static Synonyms Load(string? folder, IndicatorVocabulary indicators) =>
        new(VocabularyText.Lines("synonyms.txt", folder).Select(l => l.Split(','))
            .Concat<IReadOnlyList<string>>(indicators.Indicators.Select(i => (string[])[i.Name, .. i.Aliases, i.English])));

    /// <summary>The known words in folded text, each with the group it belongs to.</summary>
    public ImmutableArray<(TextSpan Span, SynonymGroup Value)> FindIn(string folded) => _matcher.FindIn(folded);
}
