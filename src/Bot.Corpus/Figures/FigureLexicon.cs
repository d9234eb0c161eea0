using System.Collections.Frozen;

namespace Bot.Corpus;

/// <summary>The words of <c>Vocabulary/figure-words.txt</c> by role.</summary>
internal sealed class FigureLexicon
{
    private readonly FrozenDictionary<string, WordRoles> _roles;
    private readonly int _longest;

    private FigureLexicon(IEnumerable<string[]> rows)
    {
        var roles = new Dictionary<string, WordRoles>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var role = Enum.Parse<WordRoles>(row[0], ignoreCase: true);
            foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                roles[word] = roles.GetValueOrDefault(word) | role;
        }
        _roles = roles.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = roles.Keys.Max(word => word.Length);
    }

    public static FigureLexicon Default { get; } = new(VocabularyTable.Rows("figure-words.txt"));

    public WordRoles RolesOf(string word) => _roles.GetValueOrDefault(word);

    /// <summary>The longest word of one of these roles that ends the text; empty when none does.</summary>
    public string EndOf(string text, WordRoles roles)
    {
        for (var length = Math.Min(_longest, text.Length); length > 0; length--)
        {
            if ((RolesOf(text[^length..]) & roles) != 0)
                return text[^length..];
        }
        return "";
    }

    /// <summary>The longest word of one of these roles that stands at a place; empty when none does.</summary>
    public string At(string text, int at, WordRoles roles)
    {
        for (var length = Math.Min(_longest, text.Length - at); length > 0; length--)
        {
            var word = text.Substring(at, length);
            if ((RolesOf(word) & roles) != 0)
                return word;
        }
        return "";
    }

    /// <summary>The first word of one of these roles in the text and where it stands; -1 when there is none.</summary>
    public (int At, string Word) First(string text, WordRoles roles)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (At(text, at, roles) is { Length: > 0 } word)
                return (at, word);
        }
        return (-1, "");
    }
}
