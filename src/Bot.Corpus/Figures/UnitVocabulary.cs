namespace Bot.Corpus;

/// <summary>The units of <c>Vocabulary/units.txt</c>.</summary>
internal sealed class UnitVocabulary
{
    private readonly WordPrefixes _units;
    private readonly Dictionary<string, UnitKind> _kinds = new(StringComparer.Ordinal);

    private UnitVocabulary(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            foreach (var unit in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                _kinds.TryAdd(unit, Enum.Parse<UnitKind>(row[0], ignoreCase: true));
        }
        _units = new WordPrefixes(_kinds.Keys);
    }

    public static UnitVocabulary Default { get; } = new(VocabularyTable.Rows("units.txt"));

    /// <summary>The unit at a place and its kind; empty and None when there is none.</summary>
    public (string Unit, UnitKind Kind) At(string text, int at)
    {
        var length = _units.LongestAt(text, at);
        if (length == 0)
            return ("", UnitKind.None);
        var unit = text.Substring(at, length);
        return (unit, _kinds[unit]);
    }

    /// <summary>The kind of a unit, its multiplier (万, 亿) disregarded.</summary>
    public UnitKind KindOf(string unit) => _kinds.GetValueOrDefault(unit.TrimStart('百', '千', '万', '亿'));
}
