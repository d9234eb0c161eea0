namespace Bot.Corpus;

/// <summary>A report's own region and those around it, as the report calls them: 全市, 我县, 园区, 全省.</summary>
internal sealed class OwnRegion
{
    private const string Whole = "全国";

    private readonly Region? _region;

    public OwnRegion(ReportMetadata metadata)
    {
        Name = metadata.Region;
        Within = metadata.WithinRegion;
        _region = Name is null ? null : Gazetteer.Default.Find(Name);
    }

    public string? Name { get; }

    private string? Within { get; }

    /// <summary>What 全国, 全省, 全市, 全县 and 全区 name in this report; null for other words.</summary>
    public string? Called(string word) => word switch
    {
        "全国" or "我国" => Whole,
        "全省" or "我省" => Level(RegionLevel.Province, '省') ?? "全省",
        "全市" or "我市" => Name is null or [.., '市'] ? Name : Level(RegionLevel.Prefecture, '市') ?? (IsCity(Name) ? Name : "全市"),
        "全县" or "我县" or "全区" or "我区" or "本区" or "园区" or "区内" => Name,
        _ => null,
    };

    /// <summary>True for the region itself, by any of its names.</summary>
    public bool Is(Region region) =>
        Name is { } name && (region.IsCalled(name) || (_region is { } own && (region == own || own.IsCalled(region.Name))));

    public bool IsAround(Region region) => _region is not null && _region != region && _region.IsWithin(region) || region.Name == Within;

    /// <summary>A part of the report's region (a district in a city's report) shares its time and its plans; every other place does not.</summary>
    public bool IsOutside(string? region)
    {
        if (region is null || region == Name || Name is null)
            return false;
        if (region is Whole or "全省" or "全市" || region == Within)
            return true;
        if (Gazetteer.Default.Find(region) is { Level: RegionLevel.Zone, Parent: null })
            return false;
        return Gazetteer.Default.Find(region) is { Parent: not null } place
            ? _region is null || !(place.IsWithin(_region) || (place.Level == RegionLevel.NewArea && _region.IsWithin(place.Parent)))
            : Name[^1] is '区' or '县';
    }

    private static bool IsCity(string name) => name[^1] is '州' or '盟';

    private string? Level(RegionLevel level, char suffix)
    {
        for (var region = _region; region is not null; region = region.Parent)
            if (region.Level == level)
                return region.Name;
        return Within is [.., var last] && last == suffix ? Within : null;
    }
}
