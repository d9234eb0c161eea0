using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>A region by its full name.</summary>
/// <param name="Name">With its suffix: 绍兴市, 新昌县, XX市.</param>
/// <param name="ShortName">Without it: 绍兴; null where that is an ordinary word, shared, or a single character.</param>
/// <param name="English">Without "City" or "County": Shaoxing; empty outside the gazetteer.</param>
/// <param name="Pinyin">Syllables of the name without its suffix, no tones; empty outside the gazetteer.</param>
/// <param name="Parent">The next larger region; null for provinces and outside the gazetteer.</param>
public sealed record Region(
    string Name,
    string? ShortName,
    string English,
    ImmutableArray<string> Pinyin,
    Region? Parent,
    RegionLevel Level)
{
    /// <summary>True for names the gazetteer knows; false for XX市 and for names read by their suffix only.</summary>
    public bool IsKnown => Level != RegionLevel.Unknown;

    /// <summary>A region outside the gazetteer, such as an anonymised one.</summary>
    public static Region Unknown(string name) => new(name, null, "", [], null, RegionLevel.Unknown);

    /// <summary>True when this is <paramref name="other"/> or lies in it.</summary>
    public bool IsWithin(Region other)
    {
        for (var region = this; region is not null; region = region.Parent)
            if (region.Name == other.Name && region.Parent?.Name == other.Parent?.Name)
                return true;
        return false;
    }

    public override string ToString() => Name;

    public bool Equals(Region? other) =>
        other is not null && Name == other.Name && Level == other.Level && Parent?.Name == other.Parent?.Name;

    public override int GetHashCode() => HashCode.Combine(Name, Level);
}
