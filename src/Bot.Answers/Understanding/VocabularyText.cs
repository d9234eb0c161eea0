using System.Collections.Immutable;
using System.Reflection;

namespace Bot.Answers.Understanding;

/// <summary>Reads the vocabulary files: those built in, then those of the operator's folder, which add to them.</summary>
internal static class VocabularyText
{
    /// <summary>The lines of a vocabulary file without comments and blanks, folded by the caller.</summary>
    /// <param name="name">File name, for instance synonyms.txt.</param>
    /// <param name="folder">The operator's folder, or null; a file of that name in it is read after the one built in.</param>
    public static ImmutableArray<string> Lines(string name, string? folder)
    {
        using var builtIn = Assembly.GetExecutingAssembly().GetManifestResourceStream("Vocabulary/" + name)
            ?? throw new InvalidOperationException($"The vocabulary {name} is not embedded.");
        using var reader = new StreamReader(builtIn);
        var text = reader.ReadToEnd();
        var own = folder is null ? null : Path.Combine(folder, name);
        if (own is not null && File.Exists(own))
            text += "\n" + File.ReadAllText(own);
        return [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];
    }
}
