using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Finds a region's full name by what people call it: 绍兴 for 绍兴市.</summary>
internal sealed class RegionNames(IReportIndex index)
{
    // The reports' own regions go before the gazetteer's: of several of one name it is those that are meant.
    public string FullNameOf(string region)
    {
        string[] reported =
        [
            .. index.Catalogue.Select(entry => entry.Metadata?.Region).OfType<string>().Distinct(),
        ];
        return Array.Find(reported, name => name == region)
            ?? Array.Find(reported, name => name.Length == region.Length + 1 && name.StartsWith(region, StringComparison.Ordinal))
            ?? Gazetteer.Default.Find(region)?.Name
            ?? region;
    }

    /// <summary>Full names of a region and of all that it lies in, as far as the gazetteer or the reports know.</summary>
    public IReadOnlyList<string> WithLarger(string region)
    {
        var names = new List<string>();
        for (string? name = FullNameOf(region); name is not null && !names.Contains(name);)
        {
            names.Add(name);
            name = Gazetteer.Default.Find(name) is { } known
                ? known.Parent?.Name
                : index.Catalogue.FirstOrDefault(entry => entry.Metadata?.Region == name)?.Metadata?.WithinRegion;
        }
        return names;
    }
}
