namespace Bot.Corpus;

/// <summary>How large a region is, by administration.</summary>
public enum RegionLevel
{
    /// <summary>Not in the gazetteer: an anonymised name, or one read by its suffix only.</summary>
    Unknown,

    /// <summary>省, 自治区, 直辖市, 特别行政区.</summary>
    Province,

    /// <summary>地级市, 自治州, 地区, 盟, and counties that a province runs directly.</summary>
    Prefecture,

    /// <summary>县, 县级市, 市辖区.</summary>
    County,

    /// <summary>国家级新区 without an administration of its own level.</summary>
    NewArea,

    /// <summary>高新区, 经开区, 工业园区 and the like; in no list, read by its form.</summary>
    Zone,
}
