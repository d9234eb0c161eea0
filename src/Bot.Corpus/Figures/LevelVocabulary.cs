namespace Bot.Corpus;

/// <summary>The levels of <c>Vocabulary/levels.txt</c>: 国家级, 省级, 市级 … and how they are written.</summary>
internal sealed class LevelVocabulary
{
    private const string PlaceSuffixes = "市县区省";
    private readonly (string Form, string Level)[] _forms;

    private LevelVocabulary(IEnumerable<string[]> rows) =>
        _forms = [.. rows.SelectMany(row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(form => (form, row[0])))
            .OrderByDescending(pair => pair.form.Length)];

    public static LevelVocabulary Default { get; } = new(VocabularyTable.Rows("levels.txt"));

    /// <summary>The level written right before <paramref name="start"/>, and where its writing begins (start itself when none).</summary>
    public (string? Level, int Start) Before(string text, int from, int start)
    {
        foreach (var (form, level) in _forms)
        {
            if (start - form.Length < from || string.CompareOrdinal(text, start - form.Length, form, 0, form.Length) != 0)
                continue;
            var begin = start - form.Length;
            // 我市高新技术企业, 全市众创空间: the region, no level.
            if (form.Length == 1 && begin > from && text[begin - 1] is '我' or '全' or '本' or '各')
                continue;
            return (level, begin);
        }
        return (null, start);
    }

    /// <summary>The level that the whole text is (市级), or null.</summary>
    public string? Of(string text)
    {
        foreach (var (form, level) in _forms)
        {
            if (form.Length > 1 && text == form)
                return level;
        }
        return null;
    }

    /// <summary>Length of the level that opens the text, 0 when none does.</summary>
    public int LengthAtStart(string text)
    {
        foreach (var (form, _) in _forms)
        {
            if (text.StartsWith(form, StringComparison.Ordinal) && (form.Length > 1 || (text.Length > 1 && !PlaceSuffixes.Contains(text[1], StringComparison.Ordinal))))
                return form.Length;
        }
        return 0;
    }
}
