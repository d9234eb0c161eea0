namespace Bot.Corpus;

/// <summary>Reads regions.txt; its head explains the format.</summary>
internal static class RegionFile
{
    private const string Nothing = "-";

    /// <summary>The regions in the file's order. Throws <see cref="FormatException"/> naming the line that is wrong.</summary>
    public static IReadOnlyList<Region> Read(TextReader reader)
    {
        var regions = new List<Region>();
        var byName = new Dictionary<string, Region>();
        foreach (var fields in VocabularyFile.Read(reader))
        {
            var region = Region(fields, byName);
            regions.Add(region);
            byName.TryAdd(region.Name, region);
        }

        return regions;
    }

    private static Region Region(string[] fields, Dictionary<string, Region> parents)
    {
        if (fields.Length != 6 || !Enum.TryParse<RegionLevel>(fields[5], out var level))
            throw new FormatException($"regions.txt: \"{string.Join('\t', fields)}\" needs six fields, the last a level.");
        Region? parent = null;
        if (fields[4] != Nothing && !parents.TryGetValue(fields[4], out parent))
            throw new FormatException($"regions.txt: the parent {fields[4]} of {fields[0]} must stand above it.");
        return new Region(fields[0], fields[1] == Nothing ? null : fields[1], fields[2], [.. fields[3].Split(' ')], parent, level);
    }
}
