using System.Collections.Frozen;

namespace Bot.Corpus;

/// <summary>The words of <c>Vocabulary/numerals.txt</c>: which neighbours make a numeral a number.</summary>
internal sealed class NumeralVocabulary
{
    public static NumeralVocabulary Default { get; } = new(VocabularyTable.Rows("numerals.txt"));

    private readonly WordPrefixes _measures;
    private readonly WordPrefixes _grades;
    private readonly WordPrefixes _words;
    private readonly WordPrefixes _multiplied;
    private readonly FrozenSet<char> _before;
    private readonly FrozenSet<string> _letters;

    private NumeralVocabulary(IEnumerable<string[]> rows)
    {
        var byRole = rows.ToLookup(row => row[0], row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        _measures = new WordPrefixes(byRole["measure"].SelectMany(words => words));
        _grades = new WordPrefixes(byRole["grade"].SelectMany(words => words));
        _words = new WordPrefixes(byRole["word"].SelectMany(words => words));
        _multiplied = new WordPrefixes(byRole["multiplied"].SelectMany(words => words));
        _before = byRole["before"].SelectMany(words => words).Select(word => word[0]).ToFrozenSet();
        _letters = byRole["letters"].SelectMany(words => words).ToFrozenSet(StringComparer.Ordinal);
    }

    public bool IsMeasure(string text, int at) => _measures.LongestAt(text, at) > 0;

    public bool IsGrade(string text, int at) => _grades.LongestAt(text, at) > 0;

    public bool IsWord(string text, int at) => _words.LongestAt(text, at) > 0;

    public bool BelongsToUnit(string text, int at) => _multiplied.LongestAt(text, at) > 0;

    public bool OpensRoundNumber(char before) => _before.Contains(before);

    public bool IsUnitLetters(string letters) => _letters.Contains(letters);
}
