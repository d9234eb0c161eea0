using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Bot.Corpus.Tests.Figures;

/// <summary>The five reports with hand-given metadata, their lines as paragraphs, so that the figures are measured apart from the reading.</summary>
internal static class SeedReports
{
    private sealed record Seed(string Region, string? Within, int? Summary, int Plan, string PlanBegins);

    private static readonly Dictionary<string, Seed> Seeds = new()
    {
        ["000_07ca8e2bb70b6e38"] = new("绍兴市", "浙江省", 2019, 2020, "二、2020年工作思路"),
        ["001_0c71ee802d41db71"] = new("新昌县", "绍兴市", null, 2021, "2021年度科技创新发展规划"),
        ["002_beeea0b8007c40f6"] = new("杭州市", "浙江省", 2015, 2016, "  全面贯彻党的十八届三中"),
        ["003_96f8a682a1036bcd"] = new("XX市", "南通市", 2020, 2020, "2020年工作计划"),
        ["004_db6da37ce7d33ff1"] = new("嘉兴市", "浙江省", 2024, 2025, "嘉兴市科技局2024年"),
    };

    public static IEnumerable<string> Names => Seeds.Keys;

    public static (ReportMetadata Metadata, ImmutableArray<Paragraph> Paragraphs) Read(string name)
    {
        var seed = Seeds[name];
        var metadata = new ReportMetadata(name, seed.Region, seed.Within, null, seed.Summary, seed.Plan, null, null, null, null);
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var part = ReportPart.Summary;
        var offset = 0;
        foreach (var line in File.ReadLines(Path.Combine(Folder(), name + ".txt")).Where(line => line.Trim().Length > 0))
        {
            if (line.StartsWith(seed.PlanBegins, StringComparison.Ordinal))
                part = ReportPart.Plan;
            var paragraph = Paragraphs.Of(line, part, paragraphs.Count + 1, offset);
            paragraphs.Add(paragraph);
            offset += line.Length + 1;
        }
        return (metadata, paragraphs.DrainToImmutable());
    }

    private static string Folder([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!Directory.Exists(Path.Combine(folder.FullName, "seeds")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("seeds");
        return Path.Combine(folder.FullName, "seeds");
    }
}
