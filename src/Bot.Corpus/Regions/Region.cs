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

    /// <summary>
    /// True when a name means this region: its own, or for a zone the one without the region it lies in (东湖高新区 for 武汉东湖高新区).
    /// </summary>
    public bool IsCalled(string name) =>
        string.Equals(Name, name, StringComparison.OrdinalIgnoreCase)
        || (Level == RegionLevel.Zone && ZoneNames.Default.KindOf(name) is { } kind && name.Length > kind.Length
            && (Parent is null ? name.EndsWith(Name, StringComparison.Ordinal)
                : Name.EndsWith(name, StringComparison.Ordinal) && name.Length >= kind.Length + 2));

    /// <summary>How a zone is called for short (苏工园); null where no such form is usual.</summary>
    public string? Abbreviation =>
        Level == RegionLevel.Zone && ZoneNames.Default.AbbreviationOf(Name) is { } kind ? Name[0] + kind : null;

    public override string ToString() => Name;

    public bool Equals(Region? other) =>
        other is not null && Name == other.Name && Level == other.Level && Parent?.Name == other.Parent?.Name;

    public override int GetHashCode() => HashCode.Combine(Name, Level);
}
