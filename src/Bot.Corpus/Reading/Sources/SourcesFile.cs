using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Corpus;

/// <summary>
/// The file sources.json beside the reports: per file name what is known of it, which overrides what is read from its text.
/// </summary>
public sealed partial class SourcesFile
{
    public const string FileName = "sources.json";

    private const string Keys = "title、region、within、issuer、summaryYear、planYear、publicationDate、address";

    private readonly FrozenDictionary<string, SourceEntry> _entries;

    private SourcesFile(IEnumerable<KeyValuePair<string, SourceEntry>> entries) =>
        _entries = entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Knows nothing of any file.</summary>
    public static SourcesFile Empty { get; } = new([]);

    /// <summary>Reads the file; one that does not exist is as good as an empty one.</summary>
    /// <exception cref="SourcesFileException">It is no JSON, or holds a key or value that is not known.</exception>
    public static async Task<SourcesFile> LoadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return Empty;
        return Parse(await File.ReadAllTextAsync(path, cancellationToken));
    }

    /// <exception cref="SourcesFileException">As above.</exception>
    public static SourcesFile Parse(string json)
    {
        try
        {
            var files = JsonSerializer.Deserialize(json, WireContext.Default.DictionaryStringWireEntry) ?? [];
            return new(files.Select(f => KeyValuePair.Create(f.Key, Read(f.Key, f.Value))).DistinctBy(f => f.Key, StringComparer.OrdinalIgnoreCase));
        }
        catch (JsonException e)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"第 {(e.LineNumber ?? 0) + 1} 行");
            throw new SourcesFileException(
                $"{FileName} 不是有效的 JSON，或取值类型不对（{line}{(e.Path is null ? "" : $"，{e.Path}")}）。",
                "请检查括号、引号和逗号；年份写成数字，其余写成带引号的文字。", e);
        }
    }

    /// <summary>What is said of the file, by its name with extension; null when nothing is.</summary>
    public SourceEntry? Find(string path) => _entries.GetValueOrDefault(Path.GetFileName(path));

    private static SourceEntry Read(string file, WireEntry? wire)
    {
        if (wire is null)
            throw Wrong(file, "内容是空的（null）", $"请写成对象，可用的键：{Keys}。");
        if (wire.Unknown?.Keys.FirstOrDefault() is { } key)
            throw Wrong(file, $"有不认识的键“{key}”", $"请改用这些键：{Keys}。");
        return new(wire.Title, wire.Region, wire.Within, wire.Issuer,
            Year(file, "summaryYear", wire.SummaryYear), Year(file, "planYear", wire.PlanYear), Day(file, wire.PublicationDate), Address(file, wire.Address));
    }

    private static int? Year(string file, string key, int? year) => year is null or (>= 1949 and <= 2100)
        ? year
        : throw Wrong(file, string.Create(CultureInfo.InvariantCulture, $"的键“{key}”取值 {year} 不是年份"), "请写四位公历年份，如 2020。");

    private static DateOnly? Day(string file, string? text)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(file, $"的键“publicationDate”取值“{text}”不是日期", "请写成 2020-02-06 的样子。");
    }

    private static Uri? Address(string file, string? text)
    {
        if (text is null)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw Wrong(file, $"的键“address”取值“{text}”不是网址", "请写以 http:// 或 https:// 开头的完整网址。");
    }

    private static SourcesFileException Wrong(string file, string problem, string remedy) =>
        new($"{FileName} 中“{file}”{problem}。", remedy);

    private sealed class WireEntry
    {
        public string? Title { get; set; }

        public string? Region { get; set; }

        public string? Within { get; set; }

        public string? Issuer { get; set; }

        public int? SummaryYear { get; set; }

        public int? PlanYear { get; set; }

        public string? PublicationDate { get; set; }

        public string? Address { get; set; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Unknown { get; set; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
    [JsonSerializable(typeof(Dictionary<string, WireEntry>))]
    private sealed partial class WireContext : JsonSerializerContext;
}
