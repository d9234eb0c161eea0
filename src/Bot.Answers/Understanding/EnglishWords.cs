using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Answers.Understanding;

/// <summary>The Chinese words of reports that English words of questions stand for.</summary>
internal sealed class EnglishWords
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> _words;

    public EnglishWords(string? folder) => _words = VocabularyText.Lines("english.txt", folder)
        .Select(line => line.Split('=', 2))
        .ToDictionary(
            halves => halves[0].Trim(),
            halves => halves[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableArray(),
            StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Empty for a word that is not known.</summary>
    public ImmutableArray<string> ChineseFor(string word) => _words.GetValueOrDefault(word, []);
}
