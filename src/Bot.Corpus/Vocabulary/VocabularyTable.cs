namespace Bot.Corpus;

/// <summary>Reads vocabulary files: rows of columns parted by |, # opens a comment line, blank lines are skipped.</summary>
internal static class VocabularyTable
{
    /// <summary>The rows of an embedded file of the folder Vocabulary, columns trimmed.</summary>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        using var stream = typeof(VocabularyTable).Assembly.GetManifestResourceStream("Vocabulary/" + name)
            ?? throw new InvalidOperationException($"The vocabulary {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return Rows(reader);
    }

    public static IReadOnlyList<string[]> Rows(TextReader reader)
    {
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();
            if (text.Length > 0 && text[0] != '#')
                rows.Add(text.Split('|', StringSplitOptions.TrimEntries));
        }
        return rows;
    }
}
