using System.Collections.Frozen;
using Bot.Answers.Understanding;

namespace Bot.Answers.Matching;

/// <summary>
/// What sizes, recognitions, platforms, fields and declarations are called in English, everywhere: as english-names.txt says, else their
/// first English word in the files in which they are told.
/// </summary>
internal static class EnglishNames
{
    private static readonly FrozenDictionary<string, string> Names = Lines("english-names.txt").Select(columns => KeyValuePair.Create(columns[0], columns[1]))
        .Concat(Columns("profile-standings.txt", name: 1, told: 2))
        .Concat(Columns("profile-sectors.txt", name: 0, told: 1))
        .Concat(Columns("profile-declarations.txt", name: 0, told: 2))
        .DistinctBy(p => p.Key)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>As it stands in a sentence; the Chinese name itself where no English one is known.</summary>
    public static string Of(string name)
    {
        if (Names.TryGetValue(name, out var known))
            return known;
        var standing = StandingName.Of(name);
        return standing.Lowest is { } level && Names.TryGetValue(standing.Name, out var plain) ? $"{Level(level)} {plain}" : name;
    }

    /// <summary>With the name that documents and forms have: high-tech enterprise (高新技术企业).</summary>
    public static string WithChinese(string name) => Of(name) is var english && english != name ? $"{english} ({name})" : name;

    private static string Level(int level) => level switch
    {
        3 => "national",
        2 => "provincial",
        1 => "municipal",
        _ => "district-level",
    };

    private static IEnumerable<KeyValuePair<string, string>> Columns(string file, int name, int told) =>
        from columns in Lines(file)
        where columns.Length > told
        let english = columns[told].Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(w => w.Length > 0 && w.All(char.IsAscii))
        where english is not null
        select KeyValuePair.Create(columns[name], english);

    private static IEnumerable<string[]> Lines(string file) => VocabularyText.Lines(file, null).Select(line => line.Split('|', StringSplitOptions.TrimEntries));
}
