namespace Bot.Corpus;

/// <summary>
/// Reads the word lists shipped under Vocabulary/: UTF-8, one entry per line, fields separated by tabs,
/// lines starting with # are comments.
/// </summary>
internal static class VocabularyFile
{
    /// <summary>Opens a list by its file name. Throws when the build left it out.</summary>
    public static TextReader Open(string fileName) =>
        new StreamReader(
            typeof(VocabularyFile).Assembly.GetManifestResourceStream("Vocabulary/" + fileName)
            ?? throw new InvalidOperationException($"The word list {fileName} is not part of the build."));

    /// <summary>The fields of each entry, in order.</summary>
    public static IEnumerable<string[]> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
    }

    /// <summary>The entries of a shipped list.</summary>
    public static IReadOnlyList<string[]> Read(string fileName)
    {
        using var reader = Open(fileName);
        return [.. Read(reader)];
    }
}
