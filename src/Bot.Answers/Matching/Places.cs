using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Which measures hold at a place: those of the place itself and of the regions around it, never of others.</summary>
internal static partial class Places
{
    /// <summary>How a document may name the whole country as its region.</summary>
    public static ImmutableArray<string> Country { get; } = ["全国", "中国", "国家"];

    /// <summary>True for offices of the central government.</summary>
    public static bool IsCentral(string? issuer) => issuer is not null && Central().IsMatch(issuer);

    /// <summary>True when a measure holds where the enterprise is.</summary>
    public static bool Holds(FoundMeasure measure, Region place) =>
        IsNational(measure) || (RegionOf(measure) is { } region && IsIn(place, region));

    /// <summary>True when the measure is of a place inside the one told: it may hold once the place is told more narrowly.</summary>
    public static bool IsNarrower(FoundMeasure measure, Region place) =>
        RegionOf(measure) is { } region && !IsIn(place, region) && IsIn(region, place);

    /// <summary>True when a place is the region or lies in it. Anonymised names are the same only by name.</summary>
    public static bool IsIn(Region place, Region region) =>
        place.IsWithin(region) || (!(place.IsKnown && region.IsKnown) && place.Name == region.Name) || place.IsCalled(region.Name) && place.Parent is null;

    /// <summary>The region of a name, by the wider one it is said to lie in; null when several bear the name and nothing tells them apart.</summary>
    public static Region? Find(string name, string? within)
    {
        var named = Gazetteer.Default.Regions.Where(r => r.Name == name).ToList();
        if (named.Count == 0)
            return Gazetteer.Default.Find(name) ?? Region.Unknown(name);
        if (named.Count == 1)
            return named[0];
        var inside = within is null ? [] : named.Where(r => Gazetteer.Default.Regions.Any(w => w.Name == within && r.IsWithin(w))).ToList();
        return inside.Count == 1 ? inside[0] : null;
    }

    private static Region? RegionOf(FoundMeasure measure) =>
        (measure.Measure.Region ?? measure.Metadata.Region) is { } name ? Find(name, measure.Metadata.WithinRegion) : null;

    /// <summary>True when a measure holds in the whole country.</summary>
    // A document without a region does only when a central office set it; else its region just isn't known.
    public static bool IsNational(FoundMeasure measure) => (measure.Measure.Region ?? measure.Metadata.Region) is { } name
        ? Country.Contains(name)
        : IsCentral(measure.Measure.Issuer ?? measure.Metadata.Issuer);

    // Offices of the central government.
    [GeneratedRegex("^(?:中华人民共和国)?(?:国务院|中共中央|国家(?!级)|财政部|科学技术部|科技部|工业和信息化部|工信部|人力资源(?:和)?社会保障部|商务部|税务总局|海关总署)")]
    private static partial Regex Central();
}
