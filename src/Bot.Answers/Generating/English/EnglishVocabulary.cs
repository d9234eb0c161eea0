using System.Collections.Immutable;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>The English words that answers may use; see Vocabulary/english-answers.txt. Those of questions and of indicators belong to them.</summary>
internal sealed class EnglishVocabulary
{
    private readonly Dictionary<string, EnglishEntry> _entries = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <param name="folder">The operator's vocabulary files, or null.</param>
    /// <exception cref="FormatException">A line can't be used.</exception>
    public EnglishVocabulary(string? folder, IndicatorVocabulary indicators)
    {
        foreach (var line in VocabularyText.Lines("english-answers.txt", folder))
            Add(line.Split('=', 2) is [var words, var meaning] ? words : throw new FormatException($"english-answers.txt: '{line}' has no ="), meaning);
        foreach (var halves in VocabularyText.Lines("english.txt", folder).Select(line => line.Split('=', 2)))
            Add(halves[0], halves[1]);
        foreach (var indicator in indicators.Indicators.Where(i => i.English.Length > 0))
            Add(indicator.English.Split('(')[0], new EnglishEntry([indicator.Name, .. indicator.Aliases], false, indicator.Units));
        _longest = _entries.Keys.Max(k => k.Count(c => c == ' ') + 1);
    }

    /// <summary>The longest phrase that begins at a word.</summary>
    /// <param name="words">In lower case, hyphens and possessives taken away.</param>
    /// <returns>Null when the word is not known.</returns>
    public (EnglishEntry Entry, int Words)? LongestAt(IReadOnlyList<string> words, int at)
    {
        for (var count = Math.Min(_longest, words.Count - at); count > 0; count--)
        {
            var phrase = string.Join(' ', words.Skip(at).Take(count));
            if (_entries.TryGetValue(phrase, out var entry) || (phrase[^1] == 's' && _entries.TryGetValue(phrase[..^1], out entry)))
                return (entry, count);
        }
        return null;
    }

    private void Add(string words, string meaning)
    {
        var halves = meaning.Split('|', 2);
        var said = halves[0].Trim();
        var isFree = said.StartsWith('~');
        ImmutableArray<string> counters = halves.Length > 1 ? [.. halves[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)] : [];
        Add(words, new EnglishEntry([.. said.TrimStart('~').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], isFree, counters));
    }

    private void Add(string words, EnglishEntry entry)
    {
        foreach (var phrase in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var key = phrase.ToLowerInvariant().Replace('-', ' ').Replace("'s", "", StringComparison.Ordinal);
            _entries[key] = _entries.TryGetValue(key, out var known) ? known.With(entry) : entry;
        }
    }
}
