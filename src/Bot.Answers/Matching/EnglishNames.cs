using System.Collections.Frozen;
using Bot.Answers.Understanding;

namespace Bot.Answers.Matching;

/// <summary>What standings, fields and declarations are called in English: their first English word in the vocabulary files.</summary>
internal static class EnglishNames
{
    private static readonly FrozenDictionary<string, string> Names = Columns("profile-standings.txt", name: 1, told: 2)
        .Concat(Columns("profile-sectors.txt", name: 0, told: 1))
        .Concat(Columns("profile-declarations.txt", name: 0, told: 2))
        .DistinctBy(p => p.Key)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The Chinese name itself where no English one is known.</summary>
    public static string Of(string name)
    {
        if (Names.TryGetValue(name, out var known))
            return known;
        var standing = StandingName.Of(name);
        return standing.Lowest is { } level && Names.TryGetValue(standing.Name, out var plain) ? $"{Level(level)} {plain}" : name;
    }

    private static string Level(int level) => level switch
    {
        3 => "national",
        2 => "provincial",
        1 => "municipal",
        _ => "district-level",
    };

    private static IEnumerable<KeyValuePair<string, string>> Columns(string file, int name, int told) =>
        from line in VocabularyText.Lines(file, null)
        let columns = line.Split('|', StringSplitOptions.TrimEntries)
        where columns.Length > told
        let english = columns[told].Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(w => w.Length > 0 && w.All(char.IsAscii))
        where english is not null
        select KeyValuePair.Create(columns[name], english);
}
