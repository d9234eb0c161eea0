using Bot.Retrieval;

namespace Bot.Configuration;

/// <summary>Where the reports are kept and searched.</summary>
internal sealed class IndexOptions
{
    public const string SectionName = "Index";

    public IndexProvider Provider { get; set; } = IndexProvider.Sqlite;

    /// <summary>Read where <see cref="Provider"/> says so.</summary>
    public QdrantOptions Qdrant { get; } = new();
}
