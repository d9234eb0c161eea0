using System.ComponentModel.DataAnnotations;

namespace Bot.Retrieval;

/// <summary>Where Qdrant is, and how the reports are kept in it.</summary>
public sealed class QdrantOptions
{
    public const string SectionName = "Index:Qdrant";

    /// <summary>The largest request that Qdrant takes: 32 MB.</summary>
    public const int LargestRequest = 32 << 20;

    /// <summary>
    /// Addresses of Qdrant's REST port (http or https), parted by semicolons: the nodes of one cluster. The first that is well is
    /// asked, the others stand in for it.
    /// </summary>
    public string Urls { get; set; } = "http://127.0.0.1:6333";

    /// <summary>Null or empty: Qdrant asks for none.</summary>
    [DataType(DataType.Password)]
    public string? ApiKey { get; set; }

    /// <summary>The name that all bots sharing this corpus use: an alias of the collection that holds it now.</summary>
    public string Collection { get; set; } = "policy-reports";

    /// <summary>
    /// Names this bot among those that share the corpus: it changes and removes only reports that were stored under its own name. Bots that
    /// run at once have different ones; one that takes another's place has the other's. Null or empty: every report is this bot's.
    /// </summary>
    public string? Source { get; set; }

    /// <summary>Parts that a new collection is spread over, 1 to 256. An existing collection keeps its own.</summary>
    [Range(1, 256)]
    public int Shards { get; set; } = 1;

    /// <summary>Copies of each part on different nodes, 1 to 16. An existing collection keeps its own.</summary>
    [Range(1, 16)]
    public int Replicas { get; set; } = 1;

    /// <summary>How long one request may take, 1 to 300 seconds.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Bytes of points sent at once, 64 KiB to 31 MiB; a single point may be larger.</summary>
    [Range(64 << 10, 31 << 20)]
    public int BatchBytes { get; set; } = 2 << 20;

    /// <summary>How often the catalogue is looked at for what other bots stored, 1 to 20 seconds.</summary>
    [Range(1, 20)]
    public int RefreshSeconds { get; set; } = 5;

    internal Uri[] Addresses =>
        [.. Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => new Uri(url.TrimEnd('/') + "/"))];

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    internal TimeSpan Refresh => TimeSpan.FromSeconds(RefreshSeconds);
}
